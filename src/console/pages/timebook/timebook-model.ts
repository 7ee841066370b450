import type { Placement, Timebook, WorkingTime } from '../../../contract/index.js';
import type { CivilDate } from '../../../domain/civil-date.js';
import { formatInstant, toInstant } from '../../../domain/clock-time.js';
import { kinds, place } from './item-places.js';
import type { Item } from './timebook-item.js';

export type { EntryItem, Item, PlacedItem } from './timebook-item.js';

/** One clinician's day. */
export interface Column {
  readonly date: CivilDate;
  readonly clinician: string;
  readonly items: readonly Item[];
}

/** A stretch of a column, in minutes of the clinic's clock. */
export interface Stretch {
  readonly date: CivilDate;
  readonly clinician: string;
  readonly from: number;
  readonly to: number;
}

export const minutesInDay = 1440;

/** Minutes of a clock time `HH:MM`. */
export const toMinutes = (clock: string): number =>
  Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

/** `HH:MM` of minutes from midnight; 1440 is `24:00`. */
export const toClock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** The date and the minutes of an instant by the clock of its clinic, which its offset is of. */
const clockOf = (instant: string) => ({
  date: instant.slice(0, 10),
  from: toMinutes(instant.slice(11, 16)),
});

/** The clinicians' days of some dates, date by date, each with what lies in it. */
export function toColumns(
  { entries, taken, workingTime = [], preblocks = [], offered = [] }: Timebook,
  dates: readonly CivilDate[],
  clinicians: readonly string[],
): Column[] {
  const items = new Map<string, Item[]>();
  const add = (date: CivilDate, clinician: string, item: Omit<Item, 'lane' | 'lanes'>) => {
    const key = `${date} ${clinician}`;
    const known = items.get(key);
    const whole = { ...item, lane: 0, lanes: 1 } as Item;
    if (known) known.push(whole);
    else items.set(key, [whole]);
  };
  for (const source of workingTime)
    add(source.date, source.clinician, ofDay('working-time', source));
  for (const source of preblocks) add(source.date, source.clinician, ofDay('preblock', source));
  for (const source of offered) {
    const { date, from } = clockOf(source.start);
    const id = `${source.clinician} ${source.start}`;
    add(date, source.clinician, { kind: 'offered', id, from, to: from + source.minutes, source });
  }
  for (const source of taken) {
    const { date, from } = clockOf(source.start);
    const to = Math.min(minutesInDay, from + source.minutes);
    const id = `${source.clinician} ${source.start}`;
    add(date, source.clinician, { kind: 'taken', id, from, to, source });
  }
  for (const source of entries) {
    if (source.status === 'cancelled') continue;
    const { date, from } = clockOf(source.start);
    const to = Math.min(minutesInDay, from + source.minutes);
    add(date, source.clinician, { kind: 'entry', id: source.id, from, to, source });
  }
  return dates.flatMap((date) =>
    clinicians.map((clinician) => ({
      ...{ date, clinician },
      items: place(items.get(`${date} ${clinician}`) ?? []),
    })),
  );
}

function ofDay<Kind extends 'working-time' | 'preblock', Source extends WorkingTime | Placement>(
  kind: Kind,
  source: Source,
) {
  return { kind, id: source.id, from: toMinutes(source.from), to: toMinutes(source.to), source };
}

/** From when to when the calendars have to show: whole hours around everything, and the usual day at least. */
export function hoursOf(columns: readonly Column[]): { from: number; to: number } {
  let [from, to] = [8 * 60, 17 * 60];
  for (const { items } of columns) {
    for (const item of items) {
      from = Math.min(from, item.from);
      to = Math.max(to, item.to);
    }
  }
  return { from: Math.floor(from / 60) * 60, to: Math.min(minutesInDay, Math.ceil(to / 60) * 60) };
}

/** Items of a column that touch a stretch: appointments first, then what lies beneath them. */
export function itemsIn({ items }: Column, from: number, to: number): Item[] {
  return items
    .filter((item) => item.from < to && item.to > from)
    .sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || a.from - b.from);
}

/** The instant of a clock time on a date, as the API writes it; `24:00` is the next midnight. */
export const toInstantText = (date: CivilDate, minutes: number, timeZone: string): string =>
  formatInstant(toInstant(date, minutes, timeZone), timeZone);
