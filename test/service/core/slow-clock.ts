import type { SendingRules } from '../../../service/core/sending-time.js';

// The rules of sending times once more, minute by minute and by `Intl` alone: slow, and nothing in common with the code it checks.

const minute = 60_000;
const quarter = 15 * minute;
const names = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

interface Wall {
  date: string;
  weekday: number;
  /** Minutes after midnight. */
  minutes: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();
const quarters = new Map<string, Map<number, Wall>>();

/** What calendar and clock show in a zone as a quarter of an hour begins, within which nothing but minutes goes on. */
function quarterAt(at: number, timeZone: string): Wall {
  let known = quarters.get(timeZone);
  if (!known) quarters.set(timeZone, (known = new Map()));
  const begin = Math.floor(at / quarter);
  let wall = known.get(begin);
  if (!wall) known.set(begin, (wall = ask(begin * quarter, timeZone)));
  return wall;
}

function ask(at: number, timeZone: string): Wall {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      ...{ year: 'numeric', month: '2-digit', day: '2-digit', weekday: 'short' },
      ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
    });
    formats.set(timeZone, format);
  }
  const parts = Object.fromEntries(
    format.formatToParts(at).map(({ type, value }) => [type, value]),
  );
  return {
    date: `${parts.year}-${parts.month}-${parts.day}`,
    weekday: names.indexOf(parts.weekday!) + 1,
    minutes: Number(parts.hour) * 60 + Number(parts.minute),
  };
}

function counts(at: number, rules: SendingRules): boolean {
  const { weekday, date } = quarterAt(at, rules.timeZone);
  return !rules.daysWithoutSending.includes(weekday) && !rules.isHoliday(date);
}

function pauses(at: number, { timeZone, pauses: { saturday, sunday, night } }: SendingRules) {
  const { weekday, minutes } = quarterAt(at, timeZone);
  if ((weekday === 6 && saturday) || (weekday === 7 && sunday)) return true;
  if (!night) return false;
  const clock = minutes + (at % quarter) / minute;
  const [from, to] = [minutesOf(night.from), minutesOf(night.to)];
  return from < to ? from <= clock && clock < to : from <= clock || clock < to;
}

const minutesOf = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));

export function slowBack(start: number, hours: number, rules: SendingRules): number {
  let at = start;
  for (let left = hours * 60; left > 0;) {
    at -= minute;
    if (counts(at, rules)) left -= 1;
  }
  return at;
}

export function slowForward(end: number, hours: number, rules: SendingRules): number {
  let at = end;
  for (let left = hours * 60; left > 0; at += minute) {
    if (counts(at, rules)) left -= 1;
  }
  return at;
}

export function slowPauseEnd(at: number, rules: SendingRules): number {
  let end = at;
  while (pauses(end, rules)) end += minute;
  return end;
}

export function slowOutside(at: number, expiresAt: number, rules: SendingRules): number {
  const end = slowPauseEnd(at, rules);
  if (end === at || end < expiresAt) return end;
  let before = at;
  while (pauses(before, rules)) before -= minute;
  return before;
}
