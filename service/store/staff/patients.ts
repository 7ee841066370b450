import type { AccountTransaction } from '../database.js';
import type { NewPatient } from '../patients.js';
import { lockNationalId, lockPatient } from '../patients.js';
import { patients } from '../schema/index.js';
import { endSmsSessions } from '../sessions.js';

export type PatientValues = Omit<NewPatient, 'createdAt' | 'mobileTrusted'>;

/**
 * Stores a patient on file, whole: what is left out is forgotten. The clinic vouches for the mobile, which is a way in from
 * now on (P-39); sessions that another one opened end. False where another patient has the national ID.
 */
export async function putPatient(
  tx: AccountTransaction,
  { nationalId, ...values }: PatientValues & { id: string },
  now: Date,
): Promise<boolean> {
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
    ...(await tx.nationalIds.seal('patients', values.id, nationalId)),
  };
  const owner = await lockNationalId(tx, nationalId);
  if (owner && owner.id !== values.id) return false;
  const known = await lockPatient(tx, values.id);
  await tx
    .insert(patients)
    .values({ ...row, createdAt: now })
    .onConflictDoUpdate({ target: [patients.accountId, patients.id], set: row });
  if (!known) return true;
  const isSame = (await tx.nationalIds.lookups(nationalId)).includes(known.nationalIdLookup);
  if (known.mobile !== mobile || !isSame) await endSmsSessions(tx, values.id, now);
  return true;
}
