import type { Booking } from './bookings.js';
import type { AccountTransaction } from './database.js';
import type { Changes, PatientRow } from './patients.js';
import { askClinic, contactFields, findPatient, updatePatient } from './patients.js';
import { patients } from './schema/index.js';
import type { SessionRow } from './sessions.js';
import { updateSession } from './sessions.js';

type Field = 'firstName' | 'lastName' | (typeof contactFields)[number];

/** Who books with a session, and which of their details they said anew. */
export interface Booker {
  session: SessionRow;
  /** Undefined: known by e-ID, but not on file. */
  patient: PatientRow | undefined;
  said: ReadonlySet<string>;
}

/**
 * The patient of a booking that was made with a session (P-39). Whoever e-ID knows and nobody has on file is put there. Of
 * others only what they said anew can change the record, and only as far as their way in vouches for it; the rest waits for
 * the clinic's yes or no. Returns the patient's id.
 */
export async function patientOfSession(
  tx: AccountTransaction,
  booking: Booking,
  { session, patient, said }: Booker,
  birthDate: string | null,
  now: Date,
): Promise<string> {
  const record = patient ?? (await putOnFile(tx, booking, session, birthDate, now));
  const changes = changesOf(record, booking, said);
  const isVouchedFor = (field: string) => vouchedFor(session).includes(field as Field);
  const set = Object.fromEntries(
    Object.entries(changes).flatMap(([field, { to }]) =>
      isVouchedFor(field) ? [[field, to]] : [],
    ),
  );
  if (Object.keys(set).length > 0) {
    const trust = 'mobile' in set ? { mobileTrusted: true } : {};
    await updatePatient(tx, record.id, { ...set, ...trust }, now);
  }
  const open = Object.entries(changes).filter(([field]) => !isVouchedFor(field));
  await askClinic(tx, booking, record.id, Object.fromEntries(open), now);
  return record.id;
}

/**
 * What a session may change of the record by itself: nothing where nobody has vouched for its mobile; with a code to the
 * mobile on file all but that mobile, which is the way in; with e-ID the mobile too.
 */
function vouchedFor({ kind, onlyMobile }: SessionRow): Field[] {
  if (onlyMobile !== null) return [];
  return contactFields.filter((field) => field !== 'mobile' || kind === 'eid');
}

function changesOf(record: PatientRow, booking: Booking, said: ReadonlySet<string>): Changes {
  const fields: Field[] = ['firstName', 'lastName', ...contactFields];
  return Object.fromEntries(
    fields.flatMap((field) => {
      const [from, to] = [record[field], booking[field]];
      return !said.has(field) || to === null || to === from ? [] : [[field, { from, to }]];
    }),
  );
}

/** Puts somebody on file whom e-ID knows: it vouches for the mobile they give, which is a way in from now on. */
async function putOnFile(
  tx: AccountTransaction,
  booking: Booking,
  session: SessionRow,
  birthDate: string | null,
  now: Date,
): Promise<PatientRow> {
  const { accountId, firstName, lastName, mobile, email, address1, address2, postalCode } = booking;
  const { nationalId } = session;
  const [added] = await tx
    .insert(patients)
    .values({
      accountId,
      nationalId,
      birthDate,
      firstName: firstName!,
      lastName: lastName!,
      ...{ mobile, email, address1, address2, postalCode },
      mobileTrusted: mobile !== null,
      createdAt: now,
    })
    .onConflictDoNothing()
    .returning();
  // Somebody may have been put on file since the session was looked at.
  const record = added ?? (await findPatient(tx, nationalId))!;
  await updateSession(tx, session.id, { patientId: record.id });
  return record;
}
