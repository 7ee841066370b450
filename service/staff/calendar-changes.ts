import type { PlacementPatch, WorkingTimePatch } from '../../src/contract/index.js';
import { addDays, daysBetween } from '../../src/domain/civil-date.js';
import { checkDate } from '../context/dates.js';
import { requireUuid } from '../context/ids.js';
import { parseClock } from '../core/day.js';
import type { CalendarRow, Reach } from '../store/staff/calendar.js';
import { lockRows } from '../store/staff/calendar.js';
import type { StaffWork } from './actor.js';
import { noteCalendar } from './calendar-history.js';
import { calendarTables, checkedInterval, toAnswer, type CalendarKind } from './calendar-rows.js';
import { requireFound } from './found.js';
import type { Condition } from './records/version.js';
import { replaceRows, requirePublish } from './replace-rows.js';
import { checkRow, lastChangeOfRow } from './timebook-version.js';

/**
 * Moves, lengthens or otherwise changes one row, those from it on, or its whole series. A row that changes alone leaves its
 * series; those that change from one on become a series of their own. Throws `not-found`, `invalid`, and `not-allowed` where the
 * caller may not publish before or after the change; `version-conflict` where the named row is not the one that the change is meant for.
 */
export async function changeCalendar<Row extends CalendarRow>(
  work: StaffWork,
  kind: CalendarKind,
  id: string,
  { scope = 'one', ...patch }: WorkingTimePatch & PlacementPatch,
  condition: Condition = {},
): Promise<Row[]> {
  const { before, after } = await plannedChange(work, kind, id, { scope, ...patch }, condition);
  await replaceRows(work, kind, before, after);
  await noteCalendar(work, { kind, before, after });
  return after as Row[];
}

/** The rows that a change is about, locked, and as they would be after it. */
export async function plannedChange(
  work: StaffWork,
  kind: CalendarKind,
  id: string,
  { scope = 'one', ...patch }: WorkingTimePatch & PlacementPatch,
  condition: Condition = {},
): Promise<{ before: CalendarRow[]; after: CalendarRow[] }> {
  requireUuid(id);
  if (patch.date !== undefined) checkDate('date', patch.date);
  const before = await lockReach(work, kind, { id, scope }, condition);
  const named = before.find((row) => row.id === id)!;
  const days = patch.date === undefined ? 0 : daysBetween(named.date, patch.date);
  const isWhole = scope === 'series' || before.length === (await sizeOf(work, kind, named));
  const series = isWhole ? named.series : scope === 'one' ? null : crypto.randomUUID();
  const after = before.map((row) => changed(row, patch, { days, series }));
  requirePublish(work, after);
  return { before, after };
}

/** Deletes one row, those of its series from it on, or the series; throws `not-found`, and `not-allowed` without the right. */
export async function removeFromCalendar(
  work: StaffWork,
  kind: CalendarKind,
  reach: Reach,
  condition: Condition = {},
): Promise<void> {
  requireUuid('id' in reach ? reach.id : reach.series);
  const before = await lockReach(work, kind, reach, condition);
  await replaceRows(work, kind, before, []);
  await noteCalendar(work, { kind, before, after: [] });
}

/** The rows that a change is about, locked, once the caller may change them and the named one is as the caller knows it. */
async function lockReach(
  work: StaffWork,
  kind: CalendarKind,
  reach: Reach,
  condition: Condition,
): Promise<CalendarRow[]> {
  const rows = await lockRows(work.tx, calendarTables[kind], reach);
  requirePublish(work, rows);
  if ('id' in reach) {
    const named = rows.find(({ id }) => id === reach.id);
    const last = () => lastChangeOfRow(work, kind, reach.id);
    await checkRow(named && toAnswer(named), condition, last);
  }
  requireFound(rows.length > 0);
  return rows;
}

async function sizeOf({ tx }: StaffWork, kind: CalendarKind, row: CalendarRow): Promise<number> {
  if (row.series === null) return 1;
  return (await lockRows(tx, calendarTables[kind], { series: row.series })).length;
}

function changed(
  row: CalendarRow,
  patch: Omit<WorkingTimePatch & PlacementPatch, 'scope'>,
  { days, series }: { days: number; series: string | null },
): CalendarRow {
  const from = patch.from === undefined ? row.fromMinutes : parseClock(patch.from);
  const to = patch.to === undefined ? row.toMinutes : parseClock(patch.to);
  const date = addDays(row.date, days);
  checkDate('date', date);
  return {
    ...row,
    ...checkedInterval(from, to),
    date,
    series,
    clinicianId: patch.clinician ?? row.clinicianId,
    clinicId: patch.clinic ?? row.clinicId,
    ...('recall' in row
      ? { recall: patch.recall ?? row.recall }
      : { preblockId: patch.preblock ?? row.preblockId }),
  };
}
