import type { TimebookClash, TimebookInput } from '../../src/contract/index.js';
import { situationOf } from '../appointment/session-appointments.js';
import { invalid } from '../context/problem.js';
import { isPastDeadline } from '../core/appointment-rules.js';
import {
  blockingPreblock,
  datesOfStretch,
  isOutsidePreblocks,
  type ByHandTime,
} from '../core/blocked-by-hand.js';
import type { BookedTime } from '../store/bookings.js';
import { preblockPlacements } from '../store/schema/index.js';
import { listCalendar } from '../store/staff/calendar.js';
import { toPlacement } from '../store/timebook.js';
import type { Place, StaffWork } from './actor.js';
import { requireRight } from './actor.js';
import type { TemplateRow } from './appointment-resources.js';

/** When and where an appointment is to be. */
export type WantedTime = Pick<TimebookInput, 'start' | 'minutes' | 'clinic' | 'clinician'>;

/** What of the preblocks stands against a time by hand. What is past is only written down. */
export async function clashesAt(
  work: StaffWork,
  { start: text, minutes, clinic, clinician }: WantedTime,
  template: TemplateRow | undefined,
): Promise<TimebookClash[]> {
  const { tx, account, now, catalogue } = work;
  const { definitions } = (await catalogue()).catalogue;
  const { timeZone } = account;
  const start = Date.parse(text);
  const category = template?.categoryId ?? null;
  const time: ByHandTime = { start, end: start + minutes * 60_000, clinic, category };
  if (definitions.length === 0 || time.end <= now) return [];
  const range = { ...datesOfStretch(time, timeZone), clinician };
  const rows = (await listCalendar(tx, preblockPlacements, range)).map(toPlacement);
  const at = { timeZone, now };
  if (blockingPreblock(time, rows, definitions, at)) return ['preblocked'];
  return isOutsidePreblocks(time, rows, definitions, at) ? ['outside-preblock'] : [];
}

/** Whether a patient could no longer move or cancel an appointment by themselves; without a patient there is no deadline. */
export async function deadlineClashes(
  work: StaffWork,
  time: BookedTime,
  deed: 'move' | 'cancel',
): Promise<TimebookClash[]> {
  if (time.booking.patientId === null) return [];
  const { rows } = await work.catalogue();
  const isPassed = isPastDeadline(situationOf(work, time, rows, undefined), deed);
  return isPassed ? ['deadline-passed'] : [];
}

/** What stands against another time of an appointment: the preblocks there, and the deadline, where it is more than another length. */
export async function clashesOfMove(
  work: StaffWork,
  time: BookedTime,
  wanted: WantedTime,
): Promise<TimebookClash[]> {
  const { reservation: before } = time;
  const { rows } = await work.catalogue();
  const template = rows.templates.find((row) => row.id === before.templateId);
  const isElsewhere =
    Date.parse(wanted.start) !== before.startsAt.getTime() ||
    wanted.clinic !== before.clinicId ||
    wanted.clinician !== before.clinicianId;
  return [
    ...(await clashesAt(work, wanted, template)),
    ...(isElsewhere ? await deadlineClashes(work, time, 'move') : []),
  ];
}

/**
 * Throws `not-allowed` for who passes over a clash without the right to, at any of some places; `invalid` for a clash that nobody has
 * named, and for a named one that there is not (`unneeded`): a yes is to what somebody has seen.
 */
export function requireOverrides(
  work: StaffWork,
  clashes: readonly TimebookClash[],
  named: readonly TimebookClash[] = [],
  places: readonly Required<Place>[],
): void {
  if (named.length > 0) for (const place of places) requireRight(work, 'override', place);
  // Outside of the preblocks staff book every day: it is told and kept, and asks for nothing.
  const unnamed = clashes.filter((clash) => clash !== 'outside-preblock' && !named.includes(clash));
  if (unnamed.length > 0) throw invalid(...unnamed.map((code) => ({ path: 'start', code })));
  if (named.some((clash) => !clashes.includes(clash))) {
    throw invalid({ path: 'override', code: 'unneeded' });
  }
}
