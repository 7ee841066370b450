import type {
  PlacedAnswer,
  PlacementInput,
  PlacementList,
  StaffRange,
  WorkingTimeInput,
  WorkingTimeList,
} from '../../src/contract/index.js';
import { minutesInDay } from 'date-fns/constants';
import { daysBetween } from '../../src/domain/civil-date.js';
import { checkDate } from '../context/dates.js';
import { invalid } from '../context/problem.js';
import type { Work } from '../context/work.js';
import { formatClock, parseClock } from '../core/day.js';
import { preblockPlacements, workingTimes } from '../store/schema/index.js';
import type { EndedPlacement, Placed } from '../store/staff/calendar.js';
import { insertPlacements, insertWorkingTimes, listCalendar } from '../store/staff/calendar.js';
import type { Place, StaffWork } from './actor.js';
import { requireRight } from './actor.js';
import { noteCalendar } from './calendar-history.js';
import { toPlacementAnswer, toWorkingTime, type CalendarKind } from './calendar-rows.js';
import { holidaysOf } from './holidays.js';

/** Longest range of a reading call, and of a series, in days. */
const maxDays = { read: 92, series: 732 };

/** Working time of a range. */
export async function listWorkingTime({ tx }: Work, range: StaffRange): Promise<WorkingTimeList> {
  checkRange(range);
  const rows = await listCalendar(tx, workingTimes, range);
  return { workingTime: rows.map(toWorkingTime) };
}

/** Placed preblocks of a range. */
export async function listPreblocks({ tx }: Work, range: StaffRange): Promise<PlacementList> {
  checkRange(range);
  const rows = await listCalendar(tx, preblockPlacements, range);
  return { preblocks: rows.map(toPlacementAnswer) };
}

/** Adds working time, singly or as series. */
export async function addWorkingTime(
  work: StaffWork,
  input: WorkingTimeInput,
): Promise<PlacedAnswer> {
  input.intervals.forEach((interval, index) => checkInterval(interval, `intervals.${index}`));
  requireAll(work, input.intervals);
  const placed = await insertWorkingTimes(work.tx, work.account.id, input, holidaysOf(work));
  return notePlacing(work, 'working-time', placed);
}

/** Places preblocks, singly or as series. */
export async function placePreblocks(
  work: StaffWork,
  input: PlacementInput,
): Promise<PlacedAnswer> {
  requireAll(work, input.placements);
  const placements = await withEnds(work, input.placements);
  placements.forEach((placement, index) => checkInterval(placement, `placements.${index}`));
  const placed = await insertPlacements(work.tx, work.account.id, placements, holidaysOf(work));
  return notePlacing(work, 'preblocks', placed);
}

/** Placements with the end that the clinician's usual length gives them; throws `invalid` where there is none. */
async function withEnds(
  { catalogue }: StaffWork,
  placements: PlacementInput['placements'],
): Promise<EndedPlacement[]> {
  if (placements.every(({ to }) => to !== undefined)) return placements as EndedPlacement[];
  const { clinicians } = (await catalogue()).rows;
  const lengths = new Map(clinicians.map(({ id, preblockMinutes }) => [id, preblockMinutes]));
  return placements.map((placement, index) => {
    const { clinician, from, to } = placement;
    if (to !== undefined) return { ...placement, to };
    const minutes = lengths.get(clinician);
    if (!minutes) throw invalid({ path: `placements.${index}.to`, code: 'required' });
    return { ...placement, to: formatClock(Math.min(parseClock(from) + minutes, minutesInDay)) };
  });
}

async function notePlacing(
  work: StaffWork,
  kind: CalendarKind,
  { rows, series }: Placed,
): Promise<PlacedAnswer> {
  await noteCalendar(work, { kind, before: [], after: rows });
  const ids = rows.filter((row) => row.series === null).map(({ id }) => id);
  return { ids, series, count: rows.length };
}

/** Throws `not-allowed` where the caller may not publish at each of some places. */
function requireAll(work: StaffWork, places: readonly Required<Place>[]): void {
  for (const { clinic, clinician } of places) requireRight(work, 'publish', { clinic, clinician });
}

/** Throws `invalid` for a range that is empty or too long to read at once. */
export function checkRange({ from, to }: StaffRange): void {
  checkDate('from', from);
  checkDate('to', to);
  const days = daysBetween(from, to);
  if (days <= 0) throw invalid({ path: 'to', code: 'before-start' });
  if (days > maxDays.read) throw invalid({ path: 'to', code: 'too-big' });
}

/** Throws `invalid` for an interval or series with wrong dates or times; `path` names it. */
export function checkInterval(
  interval: WorkingTimeInput['intervals'][number] | EndedPlacement,
  path: string,
): void {
  checkDate(`${path}.date`, interval.date);
  if (interval.to <= interval.from) throw invalid({ path: `${path}.to`, code: 'before-start' });
  if (!interval.repeat) return;
  checkDate(`${path}.repeat.until`, interval.repeat.until);
  interval.repeat.except?.forEach((date, index) => {
    checkDate(`${path}.repeat.except.${index}`, date);
  });
  const days = daysBetween(interval.date, interval.repeat.until);
  if (days < 0) throw invalid({ path: `${path}.repeat.until`, code: 'before-start' });
  if (days > maxDays.series) throw invalid({ path: `${path}.repeat.until`, code: 'too-big' });
}
