import { datesBetween, type CivilDate } from '../../src/domain/civil-date.js';
import { toClockTime } from '../../src/domain/clock-time.js';
import type { DayTimes } from '../core/day-times.js';
import type { DateRange, SlotFilters } from '../core/model.js';
import { cliniciansOf } from '../store/timebook.js';
import { dayValue, type DayValue } from './day-value.js';
import type { KnownTimebook } from './known-timebook.js';
import { missingDates, type TimebookReader } from './timebook-reader.js';
import type { ValueMemory } from './value-memory.js';

/** The free times of every date of a range, ascending. */
export type LoadDays = (range: DateRange) => Promise<readonly DayTimes[]>;

/** What a search for free times works with: one state of the account and its timebook. */
export interface Situation extends Pick<KnownTimebook, 'account' | 'loaded'> {
  /** The free times under some filters, which are remembered where others ask with the same ones (`isShared`). */
  readonly loader: (filters: SlotFilters, options: { isShared: boolean }) => LoadDays;
}

/** Milliseconds of work after which others get their turn. */
const turn = 10;

/** Free times through a memory that cannot lie: see `TimebookReader` for the rows, `dayValue` for what is worked out from them. */
export class FreeTimes {
  constructor(
    private readonly reader: TimebookReader,
    private readonly values: ValueMemory,
  ) {}

  /**
   * Does some work on the timebook of an account as it is after the call, at `now` (epoch milliseconds); from the start again
   * where a commit came between two of its readings. Undefined when there is no such account; throws what `work` throws.
   */
  async search<Result>(
    accountId: string,
    now: number,
    work: (situation: Situation) => Promise<Result>,
  ): Promise<Result | undefined> {
    let timebook = await this.reader.read(accountId);
    while (timebook) {
      const { account, loaded, revision } = timebook;
      let newest: KnownTimebook = timebook;
      const loader: Situation['loader'] = (filters, { isShared }) => {
        const values = isShared
          ? this.values.of(accountId, filters)
          : new Map<CivilDate, DayValue>();
        const clinicians = publishedClinicians(newest, filters);
        const today = toClockTime(now, account.timeZone).date;
        return async ({ from, to }) => {
          // What is past is free no more.
          const need = { range: { from: from > today ? from : today, to }, clinicians };
          if (missingDates(newest.days, need).length > 0) {
            newest = (await this.reader.read(accountId, need)) ?? newest;
          }
          return timesOf(newest, need.range, filters, clinicians, now, values);
        };
      };
      const result = await work({ account, loaded, loader });
      if (newest.loaded === loaded && newest.revision === revision) return result;
      timebook = newest;
    }
    return undefined;
  }
}

/** Ids of the clinicians whom the filters may leave, in the account's order. */
function publishedClinicians({ loaded }: KnownTimebook, filters: SlotFilters): string[] {
  const { catalogue } = loaded;
  const asked = cliniciansOf(catalogue, filters);
  const isAsked = asked && new Set(asked);
  return catalogue.clinicians
    .filter(({ id, published }) => published && (!isAsked || isAsked.has(id)))
    .map(({ id }) => id);
}

/** The free times of a range whose days are known; new values go into `values`. */
async function timesOf(
  { loaded: { catalogue }, days }: KnownTimebook,
  range: DateRange,
  filters: SlotFilters,
  clinicians: readonly string[],
  now: number,
  values: Map<CivilDate, DayValue>,
): Promise<DayTimes[]> {
  const times: DayTimes[] = [];
  let turnEnds = performance.now() + turn;
  for (const date of datesBetween(range.from, range.to)) {
    const question = { catalogue, date, day: days.get(date)!, filters, clinicians, now };
    const value = dayValue(question, values.get(date));
    values.set(date, value);
    times.push(value.times);
    if (performance.now() < turnEnds) continue;
    await new Promise((resolve) => setTimeout(resolve));
    turnEnds = performance.now() + turn;
  }
  return times;
}
