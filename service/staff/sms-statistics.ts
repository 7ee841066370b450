import type { SmsMonth, SmsStatistics, SmsStatisticsQuery } from '../../src/contract/index.js';
import { addMonths, datesBetween, type CivilDate } from '../../src/domain/civil-date.js';
import { toClockTime, toInstant } from '../../src/domain/clock-time.js';
import { checkDate } from '../context/dates.js';
import { invalid } from '../context/problem.js';
import type { Work } from '../context/work.js';
import {
  countStored,
  countVisits,
  firstReminders,
  listCounts,
} from '../store/staff/sms-statistics.js';

const standardMonths = 12;
const mostMonths = 36;

type Amounts = Omit<SmsMonth, 'month' | 'clinic'>;

const none: Amounts = {
  ...{ sent: 0, reminders: 0, delivered: 0, notDelivered: 0, failed: 0, answered: 0 },
  ...{ appointments: 0, missed: 0, unknown: 0 },
};

/** What became of messages and appointments, by month and clinic; throws `invalid`. Numbers only, so that anybody's messages may be forgotten. */
export async function readSmsStatistics(
  { tx, account, now }: Work,
  query: SmsStatisticsQuery,
): Promise<SmsStatistics> {
  const { timeZone } = account;
  const { from, until } = monthsOf(query, toClockTime(now, timeZone).date);
  const midnights = (dates: readonly CivilDate[]) =>
    dates.map((date) => new Date(toInstant(date, 0, timeZone))) as [Date, Date];
  const firstDays = everyMonth(from, until);
  const months = midnights(firstDays);
  const days = midnights([...datesBetween(from, until), until]);
  const monthAt = (index: number) => firstDays[index]!.slice(0, 7);
  const items = new Map<string, SmsMonth>();
  const add = (month: string, clinic: string, amounts: Partial<Amounts>) => {
    const key = `${month} ${clinic}`;
    const item = items.get(key) ?? { month, clinic: clinic || null, ...none };
    for (const name of Object.keys(none) as (keyof Amounts)[]) item[name] += amounts[name] ?? 0;
    items.set(key, item);
  };
  for (const { month, clinicId, ...rest } of await countStored(tx, months)) {
    add(monthAt(month), clinicId, rest);
  }
  for (const { month, clinicId, ...rest } of await listCounts(tx, from, until)) {
    add(month.slice(0, 7), clinicId, rest);
  }
  for (const { month, clinicId, ...rest } of await countVisits(tx, months, days, new Date(now))) {
    add(monthAt(month), clinicId, rest);
  }
  return {
    items: [...items.entries()]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([, item]) => item),
    firstReminders: (await firstReminders(tx)).map(({ clinicId, sentAt, month }) => ({
      clinic: clinicId,
      month: [month, sentAt && toClockTime(sentAt.getTime(), timeZone).date]
        .filter((date) => date !== null)
        .sort()[0]!
        .slice(0, 7),
    })),
  };
}

/** First days of the months from one to another, both included. */
function everyMonth(from: CivilDate, until: CivilDate): CivilDate[] {
  const all = [from];
  while (all.at(-1)! < until) all.push(addMonths(all.at(-1)!, 1));
  return all;
}

/** First days of months, half-open. */
function monthsOf({ from, until }: SmsStatisticsQuery, today: string) {
  for (const [path, date] of Object.entries({ from, until })) {
    if (date !== undefined) checkDate(path, date);
  }
  const first = (date: string) => `${date.slice(0, 7)}-01`;
  const end = until === undefined ? addMonths(first(today), 1) : endOf(until);
  const begin = from === undefined ? addMonths(end, -standardMonths) : first(from);
  if (begin >= end) throw invalid({ path: 'until', code: 'before-start' });
  if (addMonths(begin, mostMonths) < end) throw invalid({ path: 'until', code: 'too-big' });
  return { from: begin, until: end };

  // A month that is begun counts whole.
  function endOf(date: string): string {
    return date === first(date) ? date : addMonths(first(date), 1);
  }
}
