import type { CalendarCopy, CopiedAnswer } from '../../src/contract/index.js';
import { addDays, daysBetween } from '../../src/domain/civil-date.js';
import { checkDate } from '../context/dates.js';
import { invalid } from '../context/problem.js';
import type { CalendarRow } from '../store/staff/calendar.js';
import { insertRows, listCalendar } from '../store/staff/calendar.js';
import type { StaffWork } from './actor.js';
import { noteCalendar } from './calendar-history.js';
import { calendarTables, type CalendarKind } from './calendar-rows.js';
import { holidaysOf } from './holidays.js';
import { requirePublish } from './replace-rows.js';

/** Longest range to copy, in days, and how far ahead the last copy may lie. */
const maxDays = { range: 42, ahead: 732 };

/** Most rows that one call may make. */
const maxRows = 20_000;

/**
 * Copies working time and preblocks of some dates to ranges that begin on other dates, each copy by itself and no series.
 * Throws `invalid`, and `not-allowed` where the caller may not publish.
 */
export async function copyCalendar(work: StaffWork, copy: CalendarCopy): Promise<CopiedAnswer> {
  checkCopy(copy);
  // Working time first, since preblocks without it offer nothing.
  const workingTime = await copyKind(work, 'working-time', copy);
  return { workingTime, preblocks: await copyKind(work, 'preblocks', copy) };
}

function checkCopy({ from, to, onto }: CalendarCopy): void {
  checkDate('from', from);
  checkDate('to', to);
  const days = daysBetween(from, to);
  if (days <= 0) throw invalid({ path: 'to', code: 'before-start' });
  if (days > maxDays.range) throw invalid({ path: 'to', code: 'too-big' });
  onto.forEach((date, index) => {
    const path = `onto.${index}`;
    checkDate(path, date);
    if (Math.abs(daysBetween(from, date)) > maxDays.ahead) throw invalid({ path, code: 'too-far' });
    if (Math.abs(daysBetween(from, date)) < days) throw invalid({ path, code: 'overlap' });
    const clash = onto.findIndex(
      (other, at) => at < index && Math.abs(daysBetween(other, date)) < days,
    );
    if (clash >= 0) throw invalid({ path, code: 'overlap' });
  });
}

async function copyKind(
  work: StaffWork,
  kind: CalendarKind,
  { from, to, onto, what, exceptHolidays, clinician, clinicians, clinic }: CalendarCopy,
): Promise<number> {
  if (!what.includes(kind)) return 0;
  const isHoliday = holidaysOf(work);
  const table = calendarTables[kind];
  const rows: CalendarRow[] = await listCalendar(work.tx, table, {
    ...{ from, to, clinician, clinicians, clinic },
  });
  if (rows.length * onto.length > maxRows) throw invalid({ path: 'onto', code: 'too-big' });
  requirePublish(work, rows);
  const copies = onto.flatMap((begin) => {
    const days = daysBetween(from, begin);
    return rows
      .map((row) => ({
        ...row,
        ...{ id: crypto.randomUUID(), series: null },
        date: addDays(row.date, days),
      }))
      .filter(({ date }) => !exceptHolidays || !isHoliday(date));
  });
  await insertRows(work.tx, table, copies);
  if (copies.length > 0) await noteCalendar(work, { kind, before: [], after: copies });
  return copies.length;
}
