import type { OwnAppointment } from '../../src/contract/index.js';
import { formatInstant } from '../../src/domain/clock-time.js';
import type { ChangeSituation, MovePermission, Permission } from '../core/appointment-rules.js';
import { mayCancel, mayMove } from '../core/appointment-rules.js';
import { lastDateOf } from '../core/recall-rules.js';
import { findAppointment } from '../store/appointments.js';
import type { BookedTime } from '../store/bookings.js';
import { findBooking } from '../store/bookings.js';
import type { CatalogueRows } from '../store/catalogue.js';
import { isConfirmedThrough } from '../store/session-bookings.js';
import type { RecallRow } from '../store/recalls.js';
import { isUuid } from '../context/ids.js';
import { ProblemError } from '../context/problem.js';
import type { Work } from '../context/work.js';
import type { OpenSession } from '../session/session.js';
import { toAppointment } from './appointment.js';

/**
 * Whether a session sees an appointment (P-39): it is the patient's, and for a session of one mobile it was confirmed through
 * that mobile.
 */
export function isVisible(
  { session, patient }: OpenSession,
  { booking, reservation }: BookedTime,
): boolean {
  if (!patient || booking.patientId !== patient.id) return false;
  if (reservation.status !== 'booked' && reservation.status !== 'cancelled') return false;
  const { onlyMobile } = session;
  return onlyMobile === null || isConfirmedThrough(booking, onlyMobile);
}

/** The appointment with an id, if the session sees it, locked where it is to be changed; throws `not-found` as if it did not exist. */
export async function findSessionAppointment(
  { tx }: Work,
  open: OpenSession,
  id: string,
  { lock = false } = {},
): Promise<BookedTime> {
  const found = isUuid(id) ? await (lock ? findBooking : findAppointment)(tx, id) : undefined;
  if (!found || !isVisible(open, found)) throw new ProblemError('not-found');
  return found;
}

/** What the rules of moving and cancelling need to know of an appointment; `recall` is the need it was booked for. */
export function situationOf(
  { account, now }: Work,
  { reservation }: BookedTime,
  rows: CatalogueRows,
  recall: RecallRow | undefined,
): ChangeSituation {
  const templateOf = (id: string | null) => rows.templates.find((template) => template.id === id);
  const ofNeed = recall && templateOf(recall.templateId);
  return {
    now,
    timeZone: account.timeZone,
    settings: account.settings,
    start: reservation.startsAt.getTime(),
    isCancelled: reservation.status === 'cancelled',
    template: templateOf(reservation.templateId) ?? null,
    lastDate: recall && ofNeed ? lastDateOf(recall, ofNeed) : undefined,
  };
}

/** An appointment as its patient sees it, with what may be done about it (P-35). */
export function toSessionAppointment(
  work: Work,
  time: BookedTime,
  rows: CatalogueRows,
  recall: RecallRow | undefined,
): OwnAppointment {
  const { account } = work;
  const situation = situationOf(work, time, rows, recall);
  // While the page is down nothing can be moved, but cancelling stays open (P-40).
  const isDown = account.status === 'maintenance' || account.status === 'unpublished';
  const move: MovePermission = isDown ? { allowed: false } : mayMove(situation);
  return {
    ...toAppointment(time, account, rows),
    move: inZone(move, account.timeZone),
    cancel: inZone(mayCancel(situation), account.timeZone),
  };
}

function inZone<Rights extends Permission>({ until, ...rights }: Rights, timeZone: string) {
  return { ...rights, ...(until === undefined ? {} : { until: formatInstant(until, timeZone) }) };
}
