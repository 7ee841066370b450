import { patientNumber } from '../../test/e2e/patients.js';
import { inAccount, type Database } from '../../service/store/database.js';
import { patients } from '../../service/store/schema/index.js';

const letters = 'abcdefghij';
/** Rows of one statement. */
const batch = 1000;

/** Puts so many patients on file at once; each belongs to nobody, as its national ID is of a test series. */
export async function fill(db: Database, account: string, count: number): Promise<void> {
  await inAccount(db, account, async (tx) => {
    for (let from = 1; from <= count; from += batch) {
      const numbers = Array.from(
        { length: Math.min(batch, count + 1 - from) },
        (_, index) => from + index,
      );
      const rows = await Promise.all(
        numbers.map(async (number) => {
          const { firstName, nationalId, mobile, email } = patientNumber(number);
          const end = String(number).replace(/\d/g, (digit) => letters[Number(digit)]!);
          const id = `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
          const contact = { mobile: `+47${mobile}`, email, createdAt: new Date() };
          const sealed = await tx.nationalIds.seal('patients', id, nationalId);
          return {
            accountId: account,
            id,
            firstName,
            lastName: `Navnesen ${end}`,
            ...contact,
            ...sealed,
          };
        }),
      );
      // Two numbers may make one national ID.
      await tx.insert(patients).values(rows).onConflictDoNothing();
    }
  });
}
