import { addDays, addMonths, type CivilDate } from '../../src/domain/civil-date.js';
import { mondayOf } from '../../src/domain/week.js';

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
