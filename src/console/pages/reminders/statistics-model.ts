import type { SmsMonth, SmsStatistics } from '../../../contract/index.js';
import { addMonths } from '../../../domain/civil-date.js';

type Amounts = Omit<SmsMonth, 'month' | 'clinic'>;

/** One month of a clinic, or of all together. */
export interface MonthLine extends Amounts {
  /** `YYYY-MM`. */
  readonly month: string;
  /** Whether a reminder had left by then, at every clinic that has appointments in it. */
  readonly isAfter: boolean;
}

/** How many of how many. */
export interface Part {
  readonly count: number;
  readonly total: number;
}

/** No-shows before a clinic's first reminder, and from its month on. */
export interface Comparison {
  readonly before: Part;
  readonly after: Part;
}

const none: Amounts = {
  ...{ sent: 0, reminders: 0, delivered: 0, notDelivered: 0, failed: 0, answered: 0 },
  ...{ appointments: 0, missed: 0, unknown: 0 },
};

const add = (one: Amounts, other: Amounts): Amounts =>
  Object.fromEntries(
    (Object.keys(none) as (keyof Amounts)[]).map((name) => [name, one[name] + other[name]]),
  ) as Amounts;

/** Whether a month lies before a clinic's first reminder, as far as is known. */
function isBefore({ month, clinic }: SmsMonth, first: ReadonlyMap<string, string>): boolean {
  const since = clinic === null ? undefined : first.get(clinic);
  return since === undefined || month < since;
}

const firstOf = ({ firstReminders }: SmsStatistics) =>
  new Map(firstReminders.map(({ clinic, month }) => [clinic, month]));
const ofClinic = ({ items }: SmsStatistics, clinic: string) =>
  items.filter((item) => clinic === '' || item.clinic === clinic);

/** Every month from the first one that has something to the last one, of one clinic or (empty) of all. */
export function monthLines(statistics: SmsStatistics, clinic: string): MonthLine[] {
  const items = ofClinic(statistics, clinic);
  const first = firstOf(statistics);
  const months = statistics.items.map(({ month }) => month).sort();
  const [begin, end] = [months[0], months.at(-1)];
  if (!begin || !end) return [];
  const lines: MonthLine[] = [];
  for (let month = begin; month <= end; month = addMonths(`${month}-01`, 1).slice(0, 7)) {
    const own = items.filter((item) => item.month === month);
    const visited = own.filter(({ appointments }) => appointments > 0);
    lines.push({
      ...own.reduce<Amounts>(add, none),
      month,
      isAfter: visited.length > 0 && !visited.some((item) => isBefore(item, first)),
    });
  }
  return lines;
}

/** No-shows before and after the first reminder, each clinic by its own. */
export function compareMissed(statistics: SmsStatistics, clinic: string): Comparison {
  const first = firstOf(statistics);
  const items = ofClinic(statistics, clinic);
  const part = (wanted: boolean): Part =>
    items
      .filter((item) => isBefore(item, first) === wanted)
      .reduce(
        ({ count, total }, { missed, appointments }) => ({
          count: count + missed,
          total: total + appointments,
        }),
        { count: 0, total: 0 },
      );
  return { before: part(true), after: part(false) };
}

/** A part as a share from 0 to 1; null of nothing. */
export const shareOf = ({ count, total }: Part): number | null =>
  total === 0 ? null : count / total;
