import type { AppointmentAnswer } from '../../src/contract/index.js';
import { toAppointment } from '../appointment/appointment.js';
import type { Caller } from '../context/caller.js';
import type { KeyScope } from '../context/idempotency.js';
import { ProblemError } from '../context/problem.js';
import type { Work } from '../context/work.js';
import { needsCode, requireSession } from '../session/session.js';
import type { OpenSession } from '../session/session.js';
import type { BookedTime } from '../store/bookings.js';

/** The caller's session, confirmed by a code where one is needed (P-43, P-44); throws `login-required` and `code-required`. */
export async function requireConfirmedSession(caller: Caller, work: Work): Promise<OpenSession> {
  const open = await requireSession(caller, work);
  if (needsCode(open, work)) throw new ProblemError('code-required');
  return open;
}

/** Scope of an idempotency key: one patient and one appointment, so that a later session may repeat a call of an earlier one. */
export function scopeOf(
  name: 'move' | 'cancel',
  id: string,
  { session, patient }: OpenSession,
): KeyScope {
  const who = `${patient?.id ?? session.id} ${session.onlyMobile ?? ''}`;
  return { name: `${name} ${id}`, secret: who };
}

/** The changed appointment as the API writes it. */
export async function toAppointmentAnswer(
  time: BookedTime,
  work: Work,
): Promise<AppointmentAnswer> {
  const { rows } = await work.catalogue();
  return { appointment: toAppointment(time, work.account, rows) };
}
