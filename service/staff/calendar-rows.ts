import { minutesInDay } from 'date-fns/constants';
import type { Placement, WorkingTime } from '../../src/contract/index.js';
import { formatClock } from '../core/day.js';
import { invalid } from '../context/problem.js';
import { rowVersion } from '../core/row-version.js';
import type { CalendarRow } from '../store/staff/calendar.js';
import { preblockPlacements, workingTimes } from '../store/schema/index.js';

/** The two kinds of rows that staff place in a calendar. */
export const calendarTables = { 'working-time': workingTimes, preblocks: preblockPlacements };
export type CalendarKind = keyof typeof calendarTables;

export type WorkingRow = typeof workingTimes.$inferSelect;
export type PlacementRow = typeof preblockPlacements.$inferSelect;

/** Working time as the API writes it. */
export const toWorkingTime = (row: WorkingRow): WorkingTime =>
  withVersion({ ...toInterval(row), recall: row.recall });

/** A placed preblock as the API writes it. */
export const toPlacementAnswer = (row: PlacementRow): Placement =>
  withVersion({ ...toInterval(row), preblock: row.preblockId });

/** A row of either kind as the API writes it. */
export const toAnswer = (row: CalendarRow): WorkingTime | Placement =>
  'recall' in row ? toWorkingTime(row) : toPlacementAnswer(row);

const withVersion = <Interval extends object>(interval: Interval) => ({
  ...interval,
  version: rowVersion(interval),
});

function toInterval(row: CalendarRow) {
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

/** Minutes of a clock time of a change; throws `invalid` where the end is not after the begin. */
export function checkedInterval(
  from: number,
  to: number,
): { fromMinutes: number; toMinutes: number } {
  if (to <= from || to > minutesInDay) throw invalid({ path: 'to', code: 'before-start' });
  return { fromMinutes: from, toMinutes: to };
}
