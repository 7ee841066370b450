import { millisecondsInDay, millisecondsInMinute } from 'date-fns/constants';
import { toUtcDate, type CivilDate } from '../../src/domain/civil-date.js';
import { toClockTime } from '../../src/domain/clock-time.js';
import type { Day } from './day.js';
import { createCalendar, parseClock } from './day.js';

/** When messages may leave (M-05). */
export interface SendingRules {
  timeZone: string;
  /** ISO weekdays whose minutes are not counted in the time before or after, Monday 1; never all seven. */
  daysWithoutSending: readonly number[];
  /** Further dates whose minutes are not counted. */
  isHoliday: (date: CivilDate) => boolean;
  pauses: {
    saturday: boolean;
    sunday: boolean;
    /** Clock times `HH:MM`, which are never the same; over midnight where `from` is the later one. */
    night: { from: string; to: string } | null;
  };
}

/** When a message leaves and when it is of no use any more, epoch milliseconds. */
export interface SendingTimes {
  sendsAt: number;
  expiresAt: number;
}

const minute = millisecondsInMinute;

/** A reminder some hours before an appointment: it expires at the start (M-05, M-09). */
export function reminderTimes(start: number, hours: number, rules: SendingRules): SendingTimes {
  const counted = countBack(start, hours, rules);
  // Right at the start it would expire before it leaves.
  const expiresAt = hours === 0 ? start + minute : start;
  return { sendsAt: outsidePauses(counted, expiresAt, rules), expiresAt };
}

const calendars = new WeakMap<SendingRules, (date: CivilDate) => Day>();

/** The days of the rules' zone, worked out once for all messages under them. */
function calendarOf(rules: SendingRules): (date: CivilDate) => Day {
  const calendar = calendars.get(rules) ?? createCalendar(rules.timeZone);
  calendars.set(rules, calendar);
  return calendar;
}

const thankYouHours = 24;

/** A thank-you some hours after an appointment: it expires 24 hours after its time (M-09), and never leaves before the visit. */
export function thankYouTimes(end: number, hours: number, rules: SendingRules): SendingTimes {
  const sendsAt = pauseEnd(countForward(end, hours, rules), rules);
  return { sendsAt, expiresAt: sendsAt + thankYouHours * 60 * minute };
}

/**
 * The same at `now`: what is late goes at once (M-09), after a pause where it is still of use then. A pause that outlasts it does not
 * hold it back, as nothing would ever be sent.
 */
export function notBefore(
  { sendsAt, expiresAt }: SendingTimes,
  now: number,
  rules: SendingRules,
): SendingTimes {
  if (sendsAt >= now) return { sendsAt, expiresAt };
  const end = pauseEnd(now, rules);
  return { sendsAt: end < expiresAt ? end : now, expiresAt };
}

/** The instant so many hours before another one, by the minutes that count. */
export function countBack(start: number, hours: number, rules: SendingRules): number {
  const day = calendarOf(rules);
  let left = hours * 60 * minute;
  let at = start;
  while (left > 0) {
    const { date } = toClockTime(at - 1, rules.timeZone);
    const { midnight } = day(date);
    const span = isCounted(date, rules) ? at - midnight : 0;
    if (span >= left) return at - left;
    left -= span;
    at = midnight;
  }
  return at;
}

/** The instant so many hours after another one, by the minutes that count. */
export function countForward(end: number, hours: number, rules: SendingRules): number {
  const day = calendarOf(rules);
  let left = hours * 60 * minute;
  let at = end;
  while (left > 0) {
    const { date } = toClockTime(at, rules.timeZone);
    const next = day(date).end;
    const span = isCounted(date, rules) ? next - at : 0;
    if (span >= left) return at + left;
    left -= span;
    at = next;
  }
  return at;
}

function isCounted(date: CivilDate, { daysWithoutSending, isHoliday }: SendingRules): boolean {
  return !daysWithoutSending.includes(weekdayOf(date)) && !isHoliday(date);
}

const weekdayOf = (date: CivilDate) => toUtcDate(date).getUTCDay() || 7;

/** A time in a pause moves to the pause's end, or where a message is of no use then, to the last minute before the pause. */
export function outsidePauses(at: number, expiresAt: number, rules: SendingRules): number {
  const end = pauseEnd(at, rules);
  return end === at || end < expiresAt ? end : pauseStart(at, rules) - minute;
}

/** Whether nothing leaves at an instant. */
export function isPaused(at: number, { timeZone, pauses }: SendingRules): boolean {
  const { date, minutes } = toClockTime(at, timeZone);
  return isDayPaused(date, pauses) || isNight(minutes, pauses.night);
}

function isDayPaused(date: CivilDate, { saturday, sunday }: SendingRules['pauses']): boolean {
  const weekday = weekdayOf(date);
  return (weekday === 6 && saturday) || (weekday === 7 && sunday);
}

function isNight(minutes: number, night: SendingRules['pauses']['night']): boolean {
  if (!night) return false;
  const [from, to] = [parseClock(night.from), parseClock(night.to)];
  return from < to ? minutes >= from && minutes < to : minutes >= from || minutes < to;
}

/** The first instant from `at` on that is in no pause: `at` itself outside of them. */
export function pauseEnd(at: number, rules: SendingRules): number {
  if (!isPaused(at, rules)) return at;
  const day = calendarOf(rules);
  let end = floorMinute(at);
  while (isPaused(end, rules)) end = nextStep(end, day, rules);
  return end;
}

function nextStep(at: number, day: (date: CivilDate) => Day, rules: SendingRules): number {
  const { date, minutes } = toClockTime(at, rules.timeZone);
  const today = day(date);
  // Where the clock is set, minutes by the clock come twice or never.
  if (!isPlain(today)) return at + minute;
  if (isDayPaused(date, rules.pauses)) return today.end;
  const to = parseClock(rules.pauses.night!.to);
  return minutes < to ? today.midnight + to * minute : today.end;
}

/** The first instant of the pauses that `at` lies in, one after the other. */
function pauseStart(at: number, rules: SendingRules): number {
  const day = calendarOf(rules);
  let start = floorMinute(at);
  while (isPaused(start - minute, rules)) start = previousStep(start - minute, day, rules);
  return start;
}

function previousStep(at: number, day: (date: CivilDate) => Day, rules: SendingRules): number {
  const { date, minutes } = toClockTime(at, rules.timeZone);
  const today = day(date);
  if (!isPlain(today)) return at;
  if (isDayPaused(date, rules.pauses)) return today.midnight;
  const from = parseClock(rules.pauses.night!.from);
  return minutes >= from ? today.midnight + from * minute : today.midnight;
}

const isPlain = ({ midnight, end }: Day) => end - midnight === millisecondsInDay;
const floorMinute = (at: number) => Math.floor(at / minute) * minute;
