import type { AccountTransaction } from '../database.js';
import { lockPatient } from '../patients.js';
import { patients } from '../schema/index.js';
import { endSmsSessions } from '../sessions.js';

export type PatientValues = Omit<typeof patients.$inferInsert, 'createdAt' | 'mobileTrusted'>;

/**
 * Stores a patient on file, whole: what is left out is forgotten. The clinic vouches for the mobile, which is a way in from
 * now on (P-39); sessions that another one opened end.
 */
export async function putPatient(
  tx: AccountTransaction,
  values: PatientValues & { id: string },
  now: Date,
): Promise<void> {
  const {
    mobile = null,
    email = null,
    address1 = null,
    address2 = null,
    postalCode = null,
  } = values;
  const row = {
    ...values,
    ...{ mobile, email, address1, address2, postalCode },
    mobileTrusted: mobile !== null,
  };
  const known = await lockPatient(tx, values.id);
  await tx
    .insert(patients)
    .values({ ...row, createdAt: now })
    .onConflictDoUpdate({ target: [patients.accountId, patients.id], set: row });
  if (!known || (known.mobile === mobile && known.nationalId === values.nationalId)) return;
  await endSmsSessions(tx, values.id, now);
}
