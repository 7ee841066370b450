import { addDays, toCivilDate, weekday, type CivilDate } from '../../src/domain/civil-date.js';

/** What of a template decides about needs. */
export interface NeedRules {
  useInBooking: boolean;
  useInRecall: boolean;
  governedByNeed: boolean;
  mayChooseClinician: boolean;
  /** Counted from the Sunday of the recall week; null: no last date. */
  maxDaysAfterRecallWeek: number | null;
  moveNextRecall: boolean;
  archivedAt: Date | null;
}

/** What of a need decides where it may be booked. */
export interface Need {
  /** Monday of the recall week. */
  week: CivilDate;
  clinicianId: string | null;
  /** Months between two recalls; null: none follows. */
  intervalMonths: number | null;
}

/** The Monday of a date's week. */
export function mondayOf(date: CivilDate): CivilDate {
  return addDays(date, 1 - weekday(date));
}

/** Last date on which a need may be booked: so many days after its week, which ends on Sunday; undefined: no last date. */
export function lastDateOf(
  { week }: Need,
  { maxDaysAfterRecallWeek: days }: NeedRules,
): CivilDate | undefined {
  return days === null ? undefined : addDays(week, 6 + days);
}

/** Whom a need fixes: undefined where the patient chooses. */
export function clinicianOfNeed(
  { clinicianId }: Need,
  { governedByNeed, mayChooseClinician }: NeedRules,
): string | undefined {
  return governedByNeed && !mayChooseClinician ? (clinicianId ?? undefined) : undefined;
}

/** Whether a template may be booked online for a need at all. */
export function isForNeeds({ useInBooking, useInRecall, archivedAt }: NeedRules): boolean {
  return useInBooking && useInRecall && archivedAt === null;
}

/** Monday of the week in which the next need falls due, so many months after the booked date (*move next recall*); undefined: none follows. */
export function nextWeekOf(
  bookedOn: CivilDate,
  { intervalMonths }: Need,
  { moveNextRecall }: NeedRules,
): CivilDate | undefined {
  if (!moveNextRecall || intervalMonths === null) return undefined;
  return mondayOf(addMonths(bookedOn, intervalMonths));
}

/** The same day so many months later, or the last day of a month that is shorter. */
function addMonths(date: CivilDate, months: number): CivilDate {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const index = year * 12 + month - 1 + months;
  const [inYear, inMonth] = [Math.floor(index / 12), (index % 12) + 1];
  for (let last = day; ; last -= 1) {
    const found = toCivilDate(inYear, inMonth, last);
    if (found !== undefined) return found;
  }
}
