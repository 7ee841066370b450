import type { AppointmentAnswer, MoveRequest } from '../../src/contract/index.js';
import { toClockTime } from '../../src/domain/clock-time.js';
import { sendMoved } from '../appointment/appointment-messages.js';
import { findSessionAppointment, situationOf } from '../appointment/session-appointments.js';
import type { Caller } from '../context/caller.js';
import { once, requireKey } from '../context/idempotency.js';
import { ProblemError } from '../context/problem.js';
import type { Work } from '../context/work.js';
import { refuseWhenDown } from '../context/work.js';
import { mayMove } from '../core/appointment-rules.js';
import { findHold } from '../hold/hold.js';
import type { OpenSession } from '../session/session.js';
import { swapTime } from '../store/appointments.js';
import type { BookedTime } from '../store/bookings.js';
import { findNeedOfBooking, placeFollower } from '../store/recalls.js';
import { requireConfirmedSession, scopeOf, toAppointmentAnswer } from './change.js';
import { writeMoved } from './journal.js';

interface MoveInput {
  /** Id of the appointment. */
  id: string;
  body: MoveRequest;
}

/** Moves an appointment to the time held for it, once for each idempotency key (P-36). */
export async function moveOnce(
  caller: Caller,
  id: string,
  body: MoveRequest,
): Promise<AppointmentAnswer> {
  const key = requireKey(caller);
  const answer = await caller.transaction(async (work) => {
    const open = await requireConfirmedSession(caller, work);
    return once(caller, work, {
      key,
      scope: scopeOf('move', id, open),
      body,
      first: () => move(caller, work, open, { id, body }),
      toAnswer: (time) => toAppointmentAnswer(time, work),
    });
  });
  await caller.deliver();
  return answer;
}

async function move(
  caller: Caller,
  work: Work,
  open: OpenSession,
  { id, body }: MoveInput,
): Promise<BookedTime> {
  const { tx, account, now } = work;
  refuseWhenDown(account);
  const { rows } = await work.catalogue();
  const time = await findSessionAppointment(work, open, id, { lock: true });
  const hold = await findHold(work, body.hold, caller.holdToken ?? '');
  // Moved already by an earlier call, under another idempotency key.
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
