import { addDays, datesBetween, type CivilDate } from '../../src/domain/civil-date.js';
import { toClockTime } from '../../src/domain/clock-time.js';
import { daysAhead } from '../core/appointment-rules.js';
import type { DayTimes } from '../core/day-times.js';
import type { DateRange, SlotFilters } from '../core/model.js';
import { dayValue } from './day-value.js';
import type { KnownTimebook, Need } from './known-timebook.js';
import { isKnown } from './read-timebook.js';
import type { TimebookReader } from './timebook-reader.js';
import { createPace, type Pace } from './turns.js';
import { SearchValues, type ValueMemory } from './value-memory.js';

/** The free times of every date of a range, ascending; none of the past. */
export type LoadDays = (range: DateRange) => Promise<readonly DayTimes[]>;

/** What a search for free times works with: one state of the account and its timebook. */
export interface Situation extends Pick<KnownTimebook, 'account' | 'loaded'> {
  /** The free times under some filters, which are remembered where others ask with the same ones (`isShared`). */
  readonly loader: (filters: SlotFilters, options: { isShared: boolean }) => LoadDays;
}

/** Of so few clinicians all days that may be searched are read at once: a year without free times costs one look, not ten. */
const fewClinicians = 10;

/** Free times through a memory that cannot lie: see `TimebookReader` for the rows, `dayValue` for what is worked out from them. */
export class FreeTimes {
  constructor(
    private readonly reader: TimebookReader,
    private readonly memory: ValueMemory,
  ) {}

  /**
   * Does some work on the timebook of an account as it is after the call, at `now` (epoch milliseconds); from the start again
   * where a commit came between two of its readings. With `mayBeBehind` a replica may be read, where there is one. Undefined
   * when there is no such account; throws what `work` throws, and the signal's reason when nobody waits any more.
   */
  async search<Result>(
    accountId: string,
    now: number,
    work: (situation: Situation) => Promise<Result>,
    {
      signal,
      mayBeBehind = false,
    }: { signal?: AbortSignal | undefined; mayBeBehind?: boolean } = {},
  ): Promise<Result | undefined> {
    const pace = createPace(signal);
    const read = (...needs: Need[]) =>
      mayBeBehind
        ? this.reader.readBehind(accountId, ...needs)
        : this.reader.read(accountId, ...needs);
    let timebook = await read();
    while (timebook) {
      const { account, loaded, revision } = timebook;
      const { catalogue } = loaded;
      const today = toClockTime(now, account.timeZone).date;
      let newest: KnownTimebook = timebook;
      const loader: Situation['loader'] = (filters, { isShared }) => {
        const values = isShared
          ? this.memory.of(accountId, catalogue, filters)
          : new SearchValues(catalogue, filters);
        return async ({ from, to }) => {
          const dates = datesBetween(from > today ? from : today, to);
          const isMissing = (date: CivilDate) => !isReady(newest, date, values);
          if (dates.some(isMissing)) {
            const ahead =
              values.ids.length > fewClinicians
                ? []
                : datesBetween(today, addDays(today, daysAhead + 1));
            // All of them, since what is known here may be forgotten there.
            const needed = [...new Set([...ahead, ...dates])].sort();
            const need = { dates: needed, clinicians: values.ids };
            newest = (await read(need)) ?? newest;
          }
          return timesOf(newest, dates, values, { now, pace });
        };
      };
      const result = await work({ account, loaded, loader });
      if (newest.loaded === loaded && newest.revision === revision) return result;
      timebook = newest;
    }
    return undefined;
  }
}

/** Whether the rows of a date are known, for all clinicians of a search. */
function isReady({ days }: KnownTimebook, date: CivilDate, values: SearchValues): boolean {
  const day = days.get(date);
  return day !== undefined && (values.get(date)?.of === day || isKnown(day, values.ids));
}

async function timesOf(
  { days }: KnownTimebook,
  dates: readonly CivilDate[],
  values: SearchValues,
  { now, pace }: { now: number; pace: Pace },
): Promise<DayTimes[]> {
  const times: DayTimes[] = [];
  for (const date of dates) {
    const pause = pace();
    if (pause) await pause;
    const value = dayValue(values, date, days.get(date)!, now);
    times.push(value.times);
  }
  return times;
}
