import { eq, inArray, sql } from 'drizzle-orm';
import type { AccountTransaction } from './database.js';
import { patientChanges, patients } from './schema/index.js';
import type { Booking } from './bookings.js';
import { stillThere } from './gone.js';
import { lockName } from './reservations.js';
import { endSmsSessions } from './sessions.js';

export type PatientRow = typeof patients.$inferSelect;

/** The patient on file with a normalized national ID, or undefined. */
export async function findPatient(
  tx: AccountTransaction,
  nationalId: string,
): Promise<PatientRow | undefined> {
  const lookups = await tx.nationalIds.lookups(nationalId);
  const [row] = await tx.select().from(patients).where(inArray(patients.nationalIdLookup, lookups));
  return row;
}

/** What a new patient is stored with; the national ID normalized. */
export type NewPatient = Omit<
  typeof patients.$inferInsert,
  'nationalIdKey' | 'nationalIdSealed' | 'nationalIdLookup'
> & { nationalId: string };

/** Puts a patient on file; undefined where one with this national ID is there already. */
export async function addPatient(
  tx: AccountTransaction,
  { nationalId, ...rest }: NewPatient,
): Promise<PatientRow | undefined> {
  const id = rest.id ?? crypto.randomUUID();
  if (await lockNationalId(tx, nationalId)) return undefined;
  const sealed = await tx.nationalIds.seal('patients', id, nationalId);
  const [added] = await tx
    .insert(patients)
    .values({ ...rest, id, ...sealed })
    .onConflictDoNothing()
    .returning();
  return added;
}

/**
 * While data keys are being changed, the unique index can't compare a row under the old key with one under the new: whoever
 * knows several keys takes turns. Returns who has the national ID then; with one key nothing, and the index decides.
 */
export async function lockNationalId(
  tx: AccountTransaction,
  nationalId: string,
): Promise<PatientRow | undefined> {
  const lookups = await tx.nationalIds.lookups(nationalId);
  if (lookups.length === 1) return undefined;
  // In one order, whichever key a process writes with.
  for (const lookup of lookups.toSorted()) await lockName(tx, 'national id', lookup);
  return findPatient(tx, nationalId);
}

/** Ways to reach a patient. */
export const contactFields = ['mobile', 'email', 'address1', 'address2', 'postalCode'] as const;

/**
 * The patient of a booking that was made without login: a new one is put on file; of one on file nothing is changed, the
 * details that differ wait for the clinic's yes or no (P-39). The same statements run for both, so that the time of the answer
 * does not tell who was on file (N-06). Returns the patient's id; throws a `GoneError` where the record is erased meanwhile.
 */
export async function patientOfBooking(
  tx: AccountTransaction,
  booking: Booking,
  birthDate: string | null,
  now: Date,
): Promise<string> {
  const { accountId, firstName, lastName } = booking;
  const nationalId = await tx.nationalIds.open('bookings', booking);
  if (nationalId === null || firstName === null || lastName === null) {
    throw new Error('A booking by a patient has names and a national ID.');
  }
  const contact = Object.fromEntries(contactFields.map((field) => [field, booking[field]]));
  const patient = { accountId, nationalId, birthDate, firstName, lastName, ...contact };
  await addPatient(tx, { ...patient, createdAt: now });
  const known = stillThere(await findPatient(tx, nationalId));
  const changes = Object.fromEntries(
    contactFields.flatMap((field) => {
      const [from, to] = [known[field], booking[field]];
      return to === null || to === from ? [] : [[field, { from, to }]];
    }),
  );
  await askClinic(tx, booking, known.id, changes, now);
  return known.id;
}

/** Details that differ from the record, by field of the contract's `Patient`. */
export type Changes = (typeof patientChanges.$inferSelect)['changes'];

/**
 * Has changes of a record that came with a booking wait for the clinic's yes or no (P-39). Where there are none the same statement
 * stores nothing (N-06).
 */
export async function askClinic(
  tx: AccountTransaction,
  { accountId, id: bookingId }: Pick<Booking, 'accountId' | 'id'>,
  patientId: string,
  changes: Changes,
  now: Date,
): Promise<void> {
  const hasChanges = Object.keys(changes).length > 0;
  await tx.execute(sql`
    INSERT INTO ${patientChanges} (account_id, patient_id, booking_id, changes, status, asked_at)
    SELECT ${accountId}, ${patientId}::uuid, ${bookingId}::uuid, ${JSON.stringify(changes)}::jsonb, 'waiting', ${now.toISOString()}::timestamptz
    WHERE ${hasChanges}::boolean
  `);
}

/** The patient on file with an id, or undefined. */
export async function findPatientById(
  tx: AccountTransaction,
  id: string,
): Promise<PatientRow | undefined> {
  const [row] = await tx.select().from(patients).where(eq(patients.id, id));
  return row;
}

/**
 * The patient on file with an id, locked against sessions that begin; undefined when there is none. Whoever logs in at this
 * moment is seen afterwards, or sees what is changed now.
 */
export async function lockPatient(
  tx: AccountTransaction,
  id: string,
): Promise<PatientRow | undefined> {
  const [row] = await tx.select().from(patients).where(eq(patients.id, id)).for('update');
  return row;
}

/** Changes a patient's record; another mobile ends the sessions that the one before opened (P-33). */
export async function updatePatient(
  tx: AccountTransaction,
  id: string,
  change: Partial<PatientRow>,
  now: Date,
): Promise<void> {
  const { mobile } = change;
  const isOther = mobile !== undefined && (await lockPatient(tx, id))?.mobile !== mobile;
  await tx.update(patients).set(change).where(eq(patients.id, id));
  if (isOther) await endSmsSessions(tx, id, now);
}
