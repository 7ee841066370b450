import type { Booking } from './bookings.js';
import type { AccountTransaction } from './database.js';
import { stillThere } from './gone.js';
import type { Changes, PatientRow } from './patients.js';
import { addPatient, askClinic, contactFields, findPatient, updatePatient } from './patients.js';
import type { SessionRow } from './sessions.js';
import { updateSession } from './sessions.js';

type Field = 'firstName' | 'lastName' | (typeof contactFields)[number];

/** A session that books, and which details its request changed. */
export interface Booker {
  session: SessionRow;
  /** Undefined: known by e-ID, but not on file. */
  patient: PatientRow | undefined;
  said: ReadonlySet<string>;
}

/**
 * The patient of a booking that was made with a session (P-39). A patient known by e-ID who is not on
 * file is put there. For others, changed details go into the record only where the login proves them; the rest waits for the
 * clinic's decision. Returns the patient's id.
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

/** Puts a patient known by e-ID on file; the mobile of the booking is trusted, and logins may use it from then on. */
async function putOnFile(
  tx: AccountTransaction,
  booking: Booking,
  session: SessionRow,
  birthDate: string | null,
  now: Date,
): Promise<PatientRow> {
  const { accountId, firstName, lastName, mobile, email, address1, address2, postalCode } = booking;
  const { nationalId } = session;
  const added = await addPatient(tx, {
    accountId,
    nationalId,
    birthDate,
    firstName: firstName!,
    lastName: lastName!,
    ...{ mobile, email, address1, address2, postalCode },
    mobileTrusted: mobile !== null,
    createdAt: now,
  });
  // Somebody may have been put on file since the session was looked at.
  const record = added ?? stillThere(await findPatient(tx, nationalId));
  await updateSession(tx, session.id, { patientId: record.id });
  return record;
}
