import type { AppointmentAnswer } from '../../src/contract/index.js';
import { sendCancelled } from '../appointment/appointment-messages.js';
import { findSessionAppointment, situationOf } from '../appointment/session-appointments.js';
import type { Caller } from '../context/caller.js';
import { once, requireKey } from '../context/idempotency.js';
import { ProblemError } from '../context/problem.js';
import type { Work } from '../context/work.js';
import { mayCancel } from '../core/appointment-rules.js';
import type { OpenSession } from '../session/session.js';
import { cancelTime } from '../store/appointments.js';
import type { BookedTime } from '../store/bookings.js';
import { restoreNeed } from '../store/recalls.js';
import { requireConfirmedSession, scopeOf, toAppointmentAnswer } from './change.js';
import { writeCancelled } from './journal.js';

/** Cancels an appointment, once for each idempotency key (P-37); open whatever the page's state (P-40). */
export async function cancelOnce(caller: Caller, id: string): Promise<AppointmentAnswer> {
  const key = requireKey(caller);
  const answer = await caller.transaction(async (work) => {
    const open = await requireConfirmedSession(caller, work);
    return once(caller, work, {
      key,
      scope: scopeOf('cancel', id, open),
      body: undefined,
      first: () => cancel(work, open, id),
      toAnswer: (time) => toAppointmentAnswer(time, work),
    });
  });
  await caller.deliver();
  return answer;
}

async function cancel(work: Work, open: OpenSession, id: string): Promise<BookedTime> {
  const { rows } = await work.catalogue();
  const time = await findSessionAppointment(work, open, id, { lock: true });
  if (time.reservation.status === 'cancelled') return time;
  const { allowed, reason } = mayCancel(situationOf(work, time, rows, undefined));
  if (!allowed) throw new ProblemError('not-allowed', reason ? { reason } : {});

  return cancelForPatient(work, time);
}

/** Cancels an appointment as its patient has asked: its need is due again, the journal says so, and the patient is told (P-37). */
export async function cancelForPatient(work: Work, time: BookedTime): Promise<BookedTime> {
  const cancelled = await cancelTime(work.tx, time, new Date(work.now));
  await restoreNeed(work.tx, time.booking.id);
  await writeCancelled(work, cancelled);
  await sendCancelled(work, cancelled);
  return cancelled;
}
