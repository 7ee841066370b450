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
  // Working time first, since preblocks without it offer nothing.
  const workingTime = await copyKind(work, 'working-time', copy);
  return { workingTime, preblocks: await copyKind(work, 'preblocks', copy) };
}

function checkCopy({ from, to, onto, clinician, toClinicians }: CalendarCopy): void {
  if (toClinicians && clinician === undefined) {
    throw invalid({ path: 'clinician', code: 'required' });
  }
  if (clinician !== undefined && toClinicians?.includes(clinician)) {
    throw invalid({ path: 'toClinicians', code: 'overlap' });
  }
  checkDate('from', from);
  checkDate('to', to);
  const days = daysBetween(from, to);
  if (days <= 0) throw invalid({ path: 'to', code: 'before-start' });
  if (days > maxDays.range) throw invalid({ path: 'to', code: 'too-big' });
  onto.forEach((date, index) => {
    const path = `onto.${index}`;
    checkDate(path, date);
    if (Math.abs(daysBetween(from, date)) > maxDays.ahead) throw invalid({ path, code: 'too-far' });
    // Into another calendar it may be the same dates.
    const isOver = Math.abs(daysBetween(from, date)) < days && !toClinicians;
    if (isOver) throw invalid({ path, code: 'overlap' });
    const clash = onto.findIndex(
      (other, at) => at < index && Math.abs(daysBetween(other, date)) < days,
    );
    if (clash >= 0) throw invalid({ path, code: 'overlap' });
  });
}

async function copyKind(work: StaffWork, kind: CalendarKind, copy: CalendarCopy): Promise<number> {
  const copies = await plannedCopies(work, kind, copy);
  await insertRows(work.tx, calendarTables[kind], copies);
  if (copies.length > 0) await noteCalendar(work, { kind, before: [], after: copies });
  return copies.length;
}

/** The rows of a kind that a copy would make; throws as copying does. */
export async function plannedCopies(
  work: StaffWork,
  kind: CalendarKind,
  copy: CalendarCopy,
): Promise<CalendarRow[]> {
  checkCopy(copy);
  const { from, to, onto, what, exceptHolidays, clinician, clinicians, clinic } = copy;
  if (!what.includes(kind)) return [];
  const isHoliday = holidaysOf(work);
  const rows: CalendarRow[] = await listCalendar(work.tx, calendarTables[kind], {
    ...{ from, to, clinician, clinicians, clinic },
  });
  const targets = await targetsOf(work, copy, rows);
  if (rows.length * onto.length * targets.length > maxRows) {
    throw invalid({ path: 'onto', code: 'too-big' });
  }
  requirePublish(work, rows);
  const copies = onto.flatMap((begin) => {
    const days = daysBetween(from, begin);
    return rows
      .map((row) => ({ ...row, date: addDays(row.date, days), series: null }))
      .filter(({ date }) => !exceptHolidays || !isHoliday(date))
      .flatMap((row) =>
        targets.map((target) => ({
          ...row,
          ...{ id: crypto.randomUUID(), clinicianId: target ?? row.clinicianId },
        })),
      );
  });
  requirePublish(work, copies);
  return copies;
}

/** Into whose calendars; undefined: into the own one. Throws `invalid` for somebody who works at none of the clinics. */
async function targetsOf(
  work: StaffWork,
  { toClinicians }: CalendarCopy,
  rows: readonly CalendarRow[],
): Promise<(string | undefined)[]> {
  if (!toClinicians) return [undefined];
  const { clinicians } = (await work.catalogue()).catalogue;
  const clinics = new Set(rows.map(({ clinicId }) => clinicId));
  toClinicians.forEach((id, index) => {
    const path = `toClinicians.${index}`;
    const known = clinicians.find((one) => one.id === id);
    if (!known) throw invalid({ path, code: 'unknown' });
    const works = [...clinics].every((clinic) => known.clinics.includes(clinic));
    if (!works) throw invalid({ path, code: 'not-at-clinic' });
  });
  return toClinicians;
}
