import type { MoveRequest } from '../../src/contract/index.js';
import { toClockTime } from '../../src/domain/clock-time.js';
import { mayCancel, mayMove } from '../core/appointment-rules.js';
import { cancelledInJournal, movedInJournal } from '../core/journal-text.js';
import type { JournalTime } from '../core/journal-text.js';
import { cancelTime, swapTime } from '../store/appointments.js';
import type { BookedTime } from '../store/bookings.js';
import { writeJournal } from '../store/journal.js';
import { findNeedOfBooking, placeFollower, restoreNeed } from '../store/recalls.js';
import type { Reservation } from '../store/reservations.js';
import { toAppointment } from './appointment.js';
import { sendCancelled, sendMoved } from './booking-messages.js';
import type { Call, Work } from './call.js';
import { refuseWhenDown } from './call.js';
import { findOwnHold } from './holds.js';
import { once } from './idempotency.js';
import { findOwnAppointment, situationOf } from './own-appointments.js';
import { ProblemError } from './problem.js';
import { answer } from './route.js';
import { needsCode, requireSession } from './session.js';
import type { OpenSession } from './session.js';

/** Who acts, once a code has told that it is the patient where one is asked for (P-43, P-44). */
async function requireConfirmedSession(
  call: Call<unknown, unknown>,
  work: Work,
): Promise<OpenSession> {
  const open = await requireSession(call, work);
  if (needsCode(open, work)) throw new ProblemError('code-required');
  return open;
}

/** Moves an appointment to the time held for it, or answers again what this key was answered before (P-36). */
export async function moveOnce(
  call: Call<MoveRequest, undefined>,
  work: Work,
  key: string,
): Promise<Response> {
  const open = await requireConfirmedSession(call, work);
  return once(call, work, key, scopeOf(call, 'move', open), {
    first: () => move(call, work, open),
    toAnswer: (time) => answerAppointment(time, work),
  });
}

/** Cancels an appointment, or answers again what this key was answered before (P-37); open whatever the page's state (P-40). */
export async function cancelOnce(
  call: Call<undefined, undefined>,
  work: Work,
  key: string,
): Promise<Response> {
  const open = await requireConfirmedSession(call, work);
  return once(call, work, key, scopeOf(call, 'cancel', open), {
    first: () => cancel(call, work, open),
    toAnswer: (time) => answerAppointment(time, work),
  });
}

/** One patient's calls for one appointment: another session of theirs may repeat what the first has lost. */
function scopeOf(call: Call<unknown, unknown>, name: string, { session, patient }: OpenSession) {
  const who = `${patient?.id ?? session.id} ${session.onlyMobile ?? ''}`;
  return { name: `${name} ${call.id}`, secret: who };
}

async function answerAppointment(time: BookedTime, work: Work): Promise<Response> {
  const { rows } = await work.catalogue();
  return answer(200, { appointment: toAppointment(time, work.account, rows) });
}

async function move(
  call: Call<MoveRequest, undefined>,
  work: Work,
  open: OpenSession,
): Promise<BookedTime> {
  const { tx, account, now } = work;
  refuseWhenDown(account);
  const { rows } = await work.catalogue();
  const time = await findOwnAppointment(work, open, call.id, { lock: true });
  const hold = await findOwnHold(work, call.body.hold, call.header('Hold-Token') ?? '');
  // Done already, under a key whose answer was lost.
  if (hold.id === time.reservation.id && hold.status === 'booked') return time;
  if (hold.partyId !== time.reservation.partyId) throw new ProblemError('not-found');

  const recall = await findNeedOfBooking(tx, time.booking.id);
  const { allowed, reason, from, to } = mayMove(situationOf(work, time, rows, recall));
  if (!allowed) throw new ProblemError('not-allowed', reason ? { reason } : {});
  if (hold.status !== 'held' || hold.expiresAt!.getTime() <= now) {
    throw new ProblemError('hold-expired');
  }
  const { date } = toClockTime(hold.startsAt.getTime(), account.timeZone);
  // Counted from the present date, which another window may have changed since the hold was made.
  if (date < from! || date > to!) throw new ProblemError('not-allowed', { reason: 'days' });

  const moved = await swapTime(tx, time, hold, new Date(now));
  const rules = recall && rows.templates.find(({ id }) => id === recall.templateId);
  if (recall && rules) await placeFollower(tx, recall, rules, date, new Date(now));
  await writeMoved(work, time, moved);
  await sendMoved(work, moved);
  return moved;
}

async function cancel(
  call: Call<undefined, undefined>,
  work: Work,
  open: OpenSession,
): Promise<BookedTime> {
  const { tx, now } = work;
  const { rows } = await work.catalogue();
  const time = await findOwnAppointment(work, open, call.id, { lock: true });
  if (time.reservation.status === 'cancelled') return time;
  const { allowed, reason } = mayCancel(situationOf(work, time, rows, undefined));
  if (!allowed) throw new ProblemError('not-allowed', reason ? { reason } : {});

  const cancelled = await cancelTime(tx, time, new Date(now));
  await restoreNeed(tx, time.booking.id);
  await writeCancelled(work, cancelled);
  await sendCancelled(work, cancelled);
  return cancelled;
}

async function toJournalTime(
  work: Work,
  { clinicianId, clinicId, startsAt }: Reservation,
): Promise<JournalTime> {
  const { rows } = await work.catalogue();
  return {
    start: startsAt.getTime(),
    clinician: rows.clinicians.find(({ id }) => id === clinicianId)!.name,
    clinic: rows.clinics.find(({ id }) => id === clinicId)!.name,
  };
}

/** Writes a move into the patient's journal where the account keeps them. */
async function writeMoved(work: Work, from: BookedTime, to: BookedTime): Promise<void> {
  const { account } = work;
  if (!account.settings.journalMoves) return;
  const text = movedInJournal(
    account.textLanguage,
    account.timeZone,
    await toJournalTime(work, from.reservation),
    await toJournalTime(work, to.reservation),
  );
  await writeLine(work, to, 'moved', text);
}

/** Writes a cancellation into the patient's journal where the account keeps them. */
async function writeCancelled(work: Work, time: BookedTime): Promise<void> {
  const { account } = work;
  if (!account.settings.journalCancellations) return;
  const when = await toJournalTime(work, time.reservation);
  const text = cancelledInJournal(account.textLanguage, account.timeZone, when);
  await writeLine(work, time, 'cancelled', text);
}

async function writeLine(
  { tx, account, now }: Work,
  { booking }: BookedTime,
  kind: 'moved' | 'cancelled',
  text: string,
): Promise<void> {
  await writeJournal(tx, {
    accountId: account.id,
    patientId: booking.patientId!,
    bookingId: booking.id,
    kind,
    text,
    at: new Date(now),
  });
}
