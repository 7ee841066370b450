import type {
  PlacedAnswer,
  Placement,
  PlacementInput,
  PlacementList,
  StaffRange,
  WorkingTime,
  WorkingTimeInput,
  WorkingTimeList,
} from '../../src/contract/index.js';
import { minutesInDay } from 'date-fns/constants';
import { daysBetween } from '../../src/domain/civil-date.js';
import { checkDate } from '../context/dates.js';
import { requireUuid } from '../context/ids.js';
import { invalid } from '../context/problem.js';
import type { Work } from '../context/work.js';
import { formatClock, parseClock } from '../core/day.js';
import { preblockPlacements, workingTimes } from '../store/schema/index.js';
import type { EndedPlacement } from '../store/staff/calendar.js';
import {
  insertPlacements,
  insertWorkingTimes,
  listCalendar,
  removeFromCalendar,
} from '../store/staff/calendar.js';
import type { Place, StaffWork } from './actor.js';
import { requireRight } from './actor.js';
import { requireFound } from './found.js';
import { notePlaced } from './history-notes.js';

/** Longest range of a reading call, and of a series, in days. */
const maxDays = { read: 92, series: 732 };

/** Working time of a range. */
export async function listWorkingTime({ tx }: Work, range: StaffRange): Promise<WorkingTimeList> {
  checkRange(range);
  const rows = await listCalendar(tx, workingTimes, range);
  const workingTime: WorkingTime[] = rows.map((row) => ({
    ...toInterval(row),
    recall: row.recall,
  }));
  return { workingTime };
}

/** Placed preblocks of a range. */
export async function listPreblocks({ tx }: Work, range: StaffRange): Promise<PlacementList> {
  checkRange(range);
  const rows = await listCalendar(tx, preblockPlacements, range);
  const preblocks: Placement[] = rows.map((row) => ({
    ...toInterval(row),
    preblock: row.preblockId,
  }));
  return { preblocks };
}

/** Adds working time, singly or as series. */
export async function addWorkingTime(
  work: StaffWork,
  input: WorkingTimeInput,
): Promise<PlacedAnswer> {
  input.intervals.forEach((interval, index) => checkInterval(interval, `intervals.${index}`));
  requireAll(work, input.intervals);
  const placed = await insertWorkingTimes(work.tx, work.account.id, input);
  await noteStored(work, 'working-time', placed.count, input.intervals);
  return placed;
}

/** Places preblocks, singly or as series. */
export async function placePreblocks(
  work: StaffWork,
  input: PlacementInput,
): Promise<PlacedAnswer> {
  requireAll(work, input.placements);
  const placements = await withEnds(work, input.placements);
  placements.forEach((placement, index) => checkInterval(placement, `placements.${index}`));
  const placed = await insertPlacements(work.tx, work.account.id, placements);
  await noteStored(work, 'preblocks', placed.count, placements);
  return placed;
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

async function noteStored(
  work: StaffWork,
  kind: 'working-time' | 'preblocks',
  count: number,
  intervals: WorkingTimeInput['intervals'] | EndedPlacement[],
): Promise<void> {
  const places = intervals.map(({ clinic, clinician, date, repeat }) => ({
    ...{ clinic, clinician },
    from: date,
    to: repeat?.until ?? date,
  }));
  await notePlaced(work, 'stored', kind, count, places);
}

const tables = { 'working-time': workingTimes, preblocks: preblockPlacements };

/** Deletes one interval, or a whole series; throws `not-found`, and `not-allowed` where the caller may not publish. */
export async function deleteFromCalendar(
  work: StaffWork,
  kind: keyof typeof tables,
  by: 'id' | 'series',
  id: string,
): Promise<void> {
  requireUuid(id);
  const gone = await removeFromCalendar(work.tx, tables[kind], by, id);
  requireFound(gone.length > 0);
  requireAll(work, gone);
  const places = gone.map(({ date, ...place }) => ({ ...place, from: date, to: date }));
  await notePlaced(work, 'removed', kind, gone.length, places);
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
function checkInterval(
  interval: WorkingTimeInput['intervals'][number] | EndedPlacement,
  path: string,
): void {
  checkDate(`${path}.date`, interval.date);
  if (interval.to <= interval.from) throw invalid({ path: `${path}.to`, code: 'before-start' });
  if (!interval.repeat) return;
  checkDate(`${path}.repeat.until`, interval.repeat.until);
  const days = daysBetween(interval.date, interval.repeat.until);
  if (days < 0) throw invalid({ path: `${path}.repeat.until`, code: 'before-start' });
  if (days > maxDays.series) throw invalid({ path: `${path}.repeat.until`, code: 'too-big' });
}

function toInterval(
  row: typeof workingTimes.$inferSelect | typeof preblockPlacements.$inferSelect,
) {
  return {
    id: row.id,
    series: row.series,
    clinician: row.clinicianId,
    clinic: row.clinicId,
    date: row.date,
    from: formatClock(row.fromMinutes),
    to: formatClock(row.toMinutes),
  };
}
