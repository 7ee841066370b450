import type { Placement, TimebookEntry, WorkingTime } from '../../src/contract/index.js';
import { formatInstant } from '../../src/domain/clock-time.js';
import { ProblemError } from '../context/problem.js';
import type { BookedTime } from '../store/bookings.js';
import { findNewestEntry, findNewestOfRow } from '../store/staff/history.js';
import type { StaffWork } from './actor.js';
import type { CalendarKind } from './calendar-rows.js';
import type { Condition } from './records/version.js';

/** Who changes an appointment on the booking page. */
const patient = 'ITB';

/** Who changed something last. */
type LastChange = { changedBy: string; changedAt: string } | undefined;

/** Throws `version-conflict` with the present row, who changed it and when, where a change is meant for another state of it (C-03). */
export async function checkRow(
  present: WorkingTime | Placement | TimebookEntry | undefined,
  { ifMatch }: Condition,
  lastChange: () => Promise<LastChange>,
): Promise<void> {
  if (!ifMatch) return;
  const isMeant = present && (ifMatch.includes('*') || ifMatch.includes(present.version));
  if (isMeant) return;
  throw new ProblemError('version-conflict', {
    ...(present ? { current: present } : {}),
    ...(await lastChange()),
  });
}

/** Who changed or deleted an interval last, as far as the history keeps it. */
export async function lastChangeOfRow(
  { tx, account }: StaffWork,
  kind: CalendarKind,
  id: string,
): Promise<LastChange> {
  const entry = await findNewestOfRow(tx, kind, id);
  return (
    entry && {
      changedBy: entry.actorName,
      changedAt: formatInstant(entry.at.getTime(), account.timeZone),
    }
  );
}

/** Who changed an appointment last: staff, as the history says, or the patient, whose changes are none of the history. */
export async function lastChangeOfTime(
  { tx, account }: StaffWork,
  { booking, reservation }: BookedTime,
): Promise<LastChange> {
  const entry = await findNewestEntry(tx, 'timebook', booking.id);
  const at = reservation.cancelledAt ?? reservation.createdAt;
  const isByPatient = !entry || at > entry.at;
  return {
    changedBy: isByPatient ? patient : entry.actorName,
    changedAt: formatInstant((isByPatient ? at : entry.at).getTime(), account.timeZone),
  };
}
