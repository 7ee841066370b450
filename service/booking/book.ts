import type { BookingAnswer, BookingRequest } from '../../src/contract/index.js';
import { toAppointment } from '../appointment/appointment.js';
import { sendBooked } from '../appointment/appointment-messages.js';
import type { Caller } from '../context/caller.js';
import { lockOfKey, once, requireKey } from '../context/idempotency.js';
import { ProblemError } from '../context/problem.js';
import { together } from '../context/together.js';
import type { Work } from '../context/work.js';
import { refuseWhenDown } from '../context/work.js';
import { asksCode } from '../core/settings.js';
import { findHold } from '../hold/hold.js';
import type { CheckedPatient } from '../patient/patient-check.js';
import { checkPatient } from '../patient/patient-check.js';
import { bookNeed, lockNeedOfHold } from '../recall/needs.js';
import { followAddresses } from '../reminders/follow-file.js';
import type { BookedTime } from '../store/bookings.js';
import { insertBooking } from '../store/bookings.js';
import { confirm } from '../store/confirm.js';
import type { Booker } from '../store/patient-of-session.js';
import type { PatientRow } from '../store/patients.js';
import { findPatient } from '../store/patients.js';
import { checkPatientOf, findBooker } from './booker.js';
import { insertPending, isPending, toPending } from './pending.js';
import { checkUnconfirmed } from './unconfirmed.js';
import { isShareUsed } from './unproven-share.js';

/**
 * Books a held time once for each idempotency key (P-28, P-30): it is confirmed at once, or waits for the code that was sent
 * (P-31).
 */
export async function bookOnce(caller: Caller, body: BookingRequest): Promise<BookingAnswer> {
  const key = requireKey(caller);
  const scope = { name: 'book', secret: caller.holdToken ?? '' };
  const lock = await lockOfKey(scope, key);
  const bookIn = (work: Work) =>
    once(caller, work, {
      key,
      scope,
      body,
      isLocked: true,
      async first() {
        refuseWhenDown(work.account);
        return book(caller, work, body);
      },
      toAnswer: (time) => toBookAnswer(caller, time, work),
    });
  // With a session, rows of the patient's are changed besides.
  const answer = await (caller.bearer === undefined
    ? together(caller, bookIn, { lock, apart: apartOf(caller, body) })
    : caller.transaction(bookIn, { lock }));
  await caller.deliver();
  return answer;
}

/** Whose hold it is and whom it is for: bookings with any of it in common are made one after the other. */
function apartOf({ holdToken = '' }: Caller, { hold, patient }: BookingRequest): string[] {
  const { nationalId, mobile } = patient;
  const named = Object.entries({ holdToken, hold, nationalId, mobile });
  return named.flatMap(([name, value]) => (value ? [`${name} ${value}`] : []));
}

async function toBookAnswer(
  { services }: Caller,
  time: BookedTime,
  work: Work,
): Promise<BookingAnswer> {
  const { status } = time.reservation;
  if (status === 'booked' || status === 'cancelled') {
    const { rows } = await work.catalogue();
    return { status: 'confirmed', appointment: toAppointment(time, work.account, rows) };
  }
  if (!isPending(time, work.now)) throw new ProblemError('hold-expired');
  return toPending(services, time, work);
}

async function book(caller: Caller, work: Work, body: BookingRequest): Promise<BookedTime> {
  const { tx, account, now } = work;
  const booker = await findBooker(caller, work, body);
  const hold = await findHold(work, body.hold, caller.holdToken ?? '');
  if (hold.status !== 'held' || hold.expiresAt!.getTime() <= now) {
    throw new ProblemError('hold-expired');
  }
  // A hold for moving an appointment makes no second one (N-01).
  if (hold.partyId !== hold.id) throw new ProblemError('not-found');
  const need = await lockNeedOfHold(caller, work, hold);
  const patient = booker ? await checkPatientOf(booker, body, work) : checkPatient(body, work);
  await checkNewPatient(work, booker, patient, hold.clinicianId);
  if (!booker) await checkUnconfirmed(caller, work, patient);
  const row = {
    accountId: account.id,
    id: crypto.randomUUID(),
    reservationId: hold.id,
    ...patient,
    consentVersion: body.consent.version,
    consentAt: new Date(now),
    consentLang: body.consent.lang ?? null,
    lang: body.lang,
    registeredBy: 'ITB',
    registeredAt: new Date(now),
    // A booking made by a session of one mobile counts as confirmed through it, so that its next session sees it too (P-39).
    codeMobile: booker?.session.onlyMobile ?? null,
  };
  // A login has proven who the patient is, so no code is needed.
  const isCodeNeeded =
    !booker && (asksCode(account.settings) || (await isShareUsed(caller, work, hold)));
  if (isCodeNeeded) return insertPending(caller, work, row, hold);
  const time = { booking: await insertBooking(tx, row), reservation: hold };
  const by = booker ? 'session' : 'none';
  const confirmed = await confirm(tx, time, account, by, now, booker);
  if (need) await bookNeed(work, need, confirmed);
  // What the patient has proven goes on file, and what waits goes there.
  if (booker?.patient && hasOtherAddress(booker.patient, confirmed.booking)) {
    await followAddresses(work, booker.patient);
  }
  await sendBooked(work, confirmed);
  return confirmed;
}

const hasOtherAddress = (file: PatientRow, { mobile, email }: BookedTime['booking']): boolean =>
  (mobile !== null && mobile !== file.mobile) || (email !== null && email !== file.email);

/**
 * A patient who is not on file may book only where the account and the clinician take new patients (P-42); throws `not-allowed`.
 * Without login nobody is looked for, since the answer would tell who is on file (N-06): everybody counts as new, and where the
 * account takes none the code finds its way to patients on file alone.
 */
async function checkNewPatient(
  { tx, account, catalogue }: Work,
  booker: Booker | undefined,
  { nationalId }: CheckedPatient,
  clinicianId: string,
): Promise<void> {
  if (!booker && !account.settings.selfCreation) return;
  if (booker?.patient || (booker && (await findPatient(tx, nationalId)))) return;
  const { rows } = await catalogue();
  const clinician = rows.clinicians.find(({ id }) => id === clinicianId);
  if (!account.settings.selfCreation || !clinician?.acceptsNewPatients) {
    throw new ProblemError('not-allowed', { reason: 'setting' });
  }
}
