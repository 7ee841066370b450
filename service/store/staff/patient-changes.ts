import { and, asc, eq } from 'drizzle-orm';
import type { AccountTransaction } from '../database.js';
import type { PatientRow } from '../patients.js';
import { lockPatient, updatePatient } from '../patients.js';
import { patientChanges, patients } from '../schema/index.js';

/** Changes that wait for yes or no, oldest first (P-39). */
export function listPatientChanges(tx: AccountTransaction) {
  return tx
    .select({
      id: patientChanges.id,
      patient: { id: patients.id, firstName: patients.firstName, lastName: patients.lastName },
      changes: patientChanges.changes,
      askedAt: patientChanges.askedAt,
    })
    .from(patientChanges)
    .innerJoin(patients, eq(patients.id, patientChanges.patientId))
    .where(eq(patientChanges.status, 'waiting'))
    .orderBy(asc(patientChanges.askedAt));
}

/** Fields of a patient's record that a change may bring. */
const changeable = [
  'firstName',
  'lastName',
  'mobile',
  'email',
  'address1',
  'address2',
  'postalCode',
] as const;

/** Takes a waiting change over into the patient's record, or turns it down (P-39). Whose it was, of which fields, and the record before; undefined when none waits. */
export async function decidePatientChange(
  tx: AccountTransaction,
  id: string,
  accept: boolean,
  now: Date,
): Promise<{ patientId: string; fields: string[]; before: PatientRow | undefined } | undefined> {
  const [row] = await tx
    .update(patientChanges)
    .set({ status: accept ? 'accepted' : 'refused', decidedAt: now })
    .where(and(eq(patientChanges.id, id), eq(patientChanges.status, 'waiting')))
    .returning();
  if (!row) return undefined;
  const set: Partial<typeof patients.$inferInsert> = {};
  for (const field of changeable) {
    const change = row.changes[field];
    if (change) set[field] = change.to;
  }
  // The clinic has looked at it: from now on this mobile is the way in, and the one before is none.
  if (set.mobile !== undefined) set.mobileTrusted = true;
  const before = await lockPatient(tx, row.patientId);
  if (accept && Object.keys(set).length > 0) await updatePatient(tx, row.patientId, set, now);
  return { patientId: row.patientId, fields: Object.keys(row.changes), before };
}
