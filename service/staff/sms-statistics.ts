import type { SmsMonth, SmsStatistics, SmsStatisticsQuery } from '../../src/contract/index.js';
import { addMonths } from '../../src/domain/civil-date.js';
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
  const months = {
    from: new Date(toInstant(from, 0, timeZone)),
    until: new Date(toInstant(until, 0, timeZone)),
    timeZone,
  };
  const items = new Map<string, SmsMonth>();
  const add = (month: string, clinic: string, amounts: Partial<Amounts>) => {
    const key = `${month} ${clinic}`;
    const item = items.get(key) ?? { month, clinic: clinic || null, ...none };
    for (const name of Object.keys(none) as (keyof Amounts)[]) item[name] += amounts[name] ?? 0;
    items.set(key, item);
  };
  for (const { month, clinicId, ...rest } of await countStored(tx, months)) {
    add(month, clinicId, rest);
  }
  for (const { month, clinicId, ...rest } of await listCounts(tx, from, until)) {
    add(month.slice(0, 7), clinicId, rest);
  }
  for (const { month, clinicId, ...rest } of await countVisits(tx, months, new Date(now))) {
    add(month, clinicId, rest);
  }
  const first = await firstReminders(tx, timeZone);
  return {
    items: [...items.entries()]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([, item]) => item),
    firstReminders: first.map(({ clinicId: clinic, month }) => ({ clinic, month })),
  };
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
