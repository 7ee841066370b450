import { millisecondsInDay, millisecondsInMinute } from 'date-fns/constants';
import { fromUtcDate, toUtcDate, type CivilDate } from './civil-date.js';

/** What calendar and clock on the wall show at a place. */
export interface ClockTime {
  date: CivilDate;
  /** Minutes after midnight by the clock, 0 to 1439. */
  minutes: number;
}

const quarterMilliseconds = 15 * millisecondsInMinute;
const formats = /* @__PURE__ */ new Map<string, Intl.DateTimeFormat>();
const offsets = /* @__PURE__ */ new Map<string, number>();

/** Minutes that a zone is ahead of UTC, from what `Intl` says: "1/25/2027, GMT+01:00", or "GMT" alone. */
function askOffset(timeZone: string, milliseconds: number): number {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
    formats.set(timeZone, format);
  }
  const [, hours = '0', minutes] = /(.\d\d):(\d\d)$/.exec(format.format(milliseconds)) ?? [];
  return Number(hours) * 60 + (Number(hours) < 0 ? -1 : 1) * Number(minutes ?? 0);
}

/** Minutes that a zone is ahead of UTC. Asking `Intl` takes 9 µs, which a week of 4,000 slots would feel: so it is remembered. */
function offsetAt(timeZone: string, milliseconds: number): number {
  // Clocks are set only on quarters of an hour of UTC, so each quarter has one offset.
  const quarter = Math.floor(milliseconds / quarterMilliseconds);
  const key = timeZone + quarter;
  let offset = offsets.get(key);
  if (offset === undefined) {
    offset = askOffset(timeZone, quarter * quarterMilliseconds);
    if (offsets.size > 9999) offsets.clear();
    offsets.set(key, offset);
  }
  return offset;
}

function toMilliseconds(instant: string | number): number {
  return new Date(instant).getTime();
}

/** Date and clock time at an instant (ISO 8601 with offset, or epoch milliseconds) in an IANA zone (P-22); throws a `RangeError` on an unknown zone or a broken instant. */
export function toClockTime(instant: string | number, timeZone: string): ClockTime {
  const milliseconds = toMilliseconds(instant);
  const local = new Date(milliseconds + offsetAt(timeZone, milliseconds) * millisecondsInMinute);
  return { date: fromUtcDate(local), minutes: local.getUTCHours() * 60 + local.getUTCMinutes() };
}

/**
 * The instant, in epoch milliseconds, at which the clock of an IANA zone shows `minutes` after midnight of a date.
 * Where the clock is set forward the missing time moves on by the gap (02:30 becomes 03:30); where it is set back
 * the first of the two counts. `minutes` may pass 1440: 1440 is the next midnight by the clock, not 24 hours on.
 * Throws a `RangeError` on an unknown zone.
 */
export function toInstant(date: CivilDate, minutes: number, timeZone: string): number {
  const local = toUtcDate(date).getTime() + minutes * millisecondsInMinute;
  // The offsets of the day before and the day after: between them lies the change, if there is one.
  const [before, after] = [local - millisecondsInDay, local + millisecondsInDay].map(
    (near) => local - offsetAt(timeZone, near) * millisecondsInMinute,
  ) as [number, number];
  const fits = (instant: number) =>
    instant + offsetAt(timeZone, instant) * millisecondsInMinute === local;
  return fits(before) || !fits(after) ? before : after;
}

/** An instant as ISO 8601 with the offset of an IANA zone, such as `2026-11-23T08:00:00+01:00`, as the API writes it. */
export function formatInstant(instant: string | number, timeZone: string): string {
  const milliseconds = toMilliseconds(instant);
  const offset = offsetAt(timeZone, milliseconds);
  const local = new Date(milliseconds + offset * millisecondsInMinute).toISOString().slice(0, 19);
  const twoDigits = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const [hours, minutes] = [Math.abs(offset) / 60, Math.abs(offset) % 60].map(twoDigits);
  return `${local}${offset < 0 ? '-' : '+'}${hours}:${minutes}`;
}
