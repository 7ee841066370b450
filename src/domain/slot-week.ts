import { millisecondsInDay, millisecondsInMinute, millisecondsInWeek } from 'date-fns/constants';
import type { Slot } from '../contract/index.js';
import { addDays, type CivilDate } from './civil-date.js';
import { toClockTime, toInstant } from './clock-time.js';
import { datesOfWeek } from './week.js';

/** A free slot, or a start of which no more is known than how many could take the patient then (P-21). */
export type OfferedSlot = Slot & { readonly count?: number };

/** One start of a day: every slot that begins then, so that equal times are one button (P-21). */
export interface SlotTime {
  /** As the first of its slots writes it. */
  readonly start: string;
  /** The start in epoch milliseconds. */
  readonly at: number;
  /** Minutes after midnight by the clinic's clock. */
  readonly minutes: number;
  /** The end by the clinic's clock, 0 to 1439; absent where the slots do not end together. */
  readonly endMinutes?: number | undefined;
  /** Empty once a refresh has found the time gone. */
  readonly slots: readonly OfferedSlot[];
}

/** One column of the calendar. */
export interface SlotDay {
  readonly date: CivilDate;
  readonly times: readonly SlotTime[];
}

/** Clock times of one day at the clinic, by subtraction on all days but the two a year that are not 24 hours long. */
function clockOf(midnight: number, nextMidnight: number, timeZone: string) {
  const isPlain = nextMidnight - midnight === millisecondsInDay;
  return (at: number): number =>
    isPlain && at < nextMidnight
      ? (at - midnight) / millisecondsInMinute
      : toClockTime(at, timeZone).minutes;
}

/** Whether all slots of one start last equally long. */
function endTogether(slots: readonly Slot[]): boolean {
  return slots.every((slot) => slot.minutes === slots[0]?.minutes);
}

/** Slots that begin at one instant; never none. */
interface Start {
  readonly at: number;
  readonly slots: [Slot, ...Slot[]];
}

function toTime({ at, slots }: Start, clock: (at: number) => number): SlotTime {
  const [{ start, minutes }] = slots;
  const endMinutes = endTogether(slots) ? clock(at + minutes * millisecondsInMinute) : undefined;
  return { start, at, minutes: clock(at), endMinutes, slots };
}

/** Slots by their start as an instant, earliest first, whatever offset each is written with. */
function byStart(slots: readonly Slot[]): Start[] {
  const starts: Start[] = [];
  let last: Start | undefined;
  let text = '';
  for (const slot of slots) {
    if (last && slot.start === text) {
      last.slots.push(slot);
      continue;
    }
    text = slot.start;
    const at = Date.parse(text);
    if (last && at < last.at) {
      return byStart([...slots].sort((a, b) => Date.parse(a.start) - Date.parse(b.start)));
    }
    if (last?.at === at) last.slots.push(slot);
    else starts.push((last = { at, slots: [slot] }));
  }
  return starts;
}

/**
 * The days of a week with their times by the clinic's clock (P-22), slots of other weeks left out. `week` is the Monday;
 * Saturday and Sunday are there when `weekend` asks for them or when they have times (P-19).
 */
export function slotWeek(
  slots: readonly Slot[],
  week: CivilDate,
  timeZone: string,
  weekend = false,
): SlotDay[] {
  const starts = byStart(slots);
  let from = 0;
  const begin = toInstant(week, 0, timeZone);
  // In all weeks but two a year the midnights are 24 hours apart, and asking for two of them is enough.
  const isPlain = toInstant(addDays(week, 7), 0, timeZone) - begin === millisecondsInWeek;
  const midnightOf = (day: number) =>
    isPlain ? begin + day * millisecondsInDay : toInstant(addDays(week, day), 0, timeZone);
  return datesOfWeek(week).flatMap((date, day) => {
    const midnight = midnightOf(day);
    const nextMidnight = midnightOf(day + 1);
    const clock = clockOf(midnight, nextMidnight, timeZone);
    while ((starts[from]?.at ?? Infinity) < midnight) from += 1;
    let to = from;
    while ((starts[to]?.at ?? Infinity) < nextMidnight) to += 1;
    const times = starts.slice(from, to).map((start) => toTime(start, clock));
    from = to;
    return day < 5 || weekend || times.length > 0 ? { date, times } : [];
  });
}

/**
 * The same week after a refresh: what is new comes in, what is gone stays in its place without slots, so that no time
 * ever becomes another one under the patient's finger.
 */
export function keepLost(shown: readonly SlotDay[], fresh: readonly SlotDay[]): SlotDay[] {
  const dates = [...new Set([...shown, ...fresh].map((day) => day.date))].sort();
  return dates.map((date) => {
    const times = new Map<number, SlotTime>();
    for (const time of shown.find((day) => day.date === date)?.times ?? []) {
      times.set(time.at, { ...time, slots: [] });
    }
    for (const time of fresh.find((day) => day.date === date)?.times ?? []) {
      times.set(time.at, time);
    }
    return { date, times: [...times.values()].sort((a, b) => a.at - b.at) };
  });
}

/** How many times of a day can still be chosen. */
export function countFree(day: SlotDay): number {
  return day.times.filter((time) => time.slots.length > 0).length;
}
