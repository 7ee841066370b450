import { addDays, type CivilDate } from '../domain/civil-date.js';
import type { TimesFilter } from '../domain/requests.js';
import type { OfferedSlot } from '../domain/slot-week.js';
import type { HoldRequest, Slot, SlotList, StartList } from '../contract/index.js';
import type { BookingApi, CallOptions } from './booking-api.js';

/** What a calendar asks for, whatever the week. `starts` answers without saying who and where (P-21). */
export interface TimesRequest {
  readonly filter: TimesFilter;
  readonly view: 'slots' | 'starts';
}

/** The free times of one week, and the first ones beyond it. Slots of `starts` have empty ids and their count. */
export interface WeekOfTimes {
  readonly monday: CivilDate;
  readonly slots: readonly OfferedSlot[];
  readonly first: Slot | null;
  readonly nextDate: CivilDate | null;
}

interface Entry {
  readonly week: WeekOfTimes;
  readonly loadedAt: number;
  /** What the request left out counts as fitting. */
  readonly filter: TimesFilter;
}

/** The week of the first free time, that is: the Monday of an instant, or of now. */
export type FirstWeek = (start?: string) => CivilDate;

/** Milliseconds after which a week is shown from here once more, but read anew behind the scenes. */
const freshFor = 20_000;
/** Pages of 5,000 slots that are read of one week; a chain's "any clinic" asks for starts instead. */
const maxPages = 4;

/** Weeks of free times by request, so that the neighbouring week is there before it is asked for. */
export class SlotCache {
  readonly #entries = new Map<string, Entry>();
  readonly #loading = new Map<string, Promise<WeekOfTimes>>();
  /** Raised by every change that makes answers on their way untrue. */
  #era = 0;

  constructor(private readonly api: Pick<BookingApi, 'slots' | 'starts'>) {}

  /** The week as it was read last, however old. */
  peek(request: TimesRequest, monday: CivilDate): WeekOfTimes | undefined {
    return this.#entries.get(keyOf(request, monday))?.week;
  }

  /** True when the week was read so lately that it need not be read anew; `now` in epoch milliseconds. */
  isFresh(request: TimesRequest, monday: CivilDate, now: number): boolean {
    const entry = this.#entries.get(keyOf(request, monday));
    return entry !== undefined && now - entry.loadedAt < freshFor;
  }

  /** Reads a week by its Monday, or the first with a free time, once for all who ask at the same time. Rejects with a `BookingError`. */
  load(
    request: TimesRequest,
    asked: CivilDate | FirstWeek,
    holdToken?: string,
  ): Promise<WeekOfTimes> {
    const key = keyOf(request, typeof asked === 'string' ? asked : 'first');
    let wait = this.#loading.get(key);
    if (!wait) {
      const era = this.#era;
      wait = this.#read(request, asked, holdToken ? { holdToken } : {})
        .then((week) => {
          // Something was taken while this was on its way: the answer may still show it.
          if (era !== this.#era) return this.load(request, asked, holdToken);
          const { filter } = request;
          this.#entries.set(keyOf(request, week.monday), { week, loadedAt: Date.now(), filter });
          return week;
        })
        .finally(() => {
          if (this.#loading.get(key) === wait) this.#loading.delete(key);
        });
      this.#loading.set(key, wait);
    }
    return wait;
  }

  /** Takes a time that proved to be gone out of every week, at once (P-23); all of them are read anew when shown. */
  forget(taken: HoldRequest): void {
    this.#era += 1;
    this.#loading.clear();
    const start = Date.parse(taken.start);
    const isTaken = (slot: Slot) =>
      Date.parse(slot.start) === start &&
      (['clinic', 'clinician', 'treatment'] as const).every(
        (key) => !taken[key] || !slot[key] || slot[key] === taken[key],
      );
    for (const [key, entry] of this.#entries) {
      const { week } = entry;
      const slots = week.slots.filter((slot) => !isTaken(slot));
      const first = week.first && isTaken(week.first) ? (slots[0] ?? null) : week.first;
      this.#entries.set(key, { ...entry, week: { ...week, slots, first }, loadedAt: 0 });
    }
  }

  /** Everything is read anew when it is shown next. */
  expire(): void {
    for (const [key, entry] of this.#entries) this.#entries.set(key, { ...entry, loadedAt: 0 });
  }

  async #read(
    { filter, view }: TimesRequest,
    asked: CivilDate | FirstWeek,
    options: CallOptions & { holdToken?: string },
  ): Promise<WeekOfTimes> {
    const weekFrom = (from: CivilDate) => ({ ...filter, from, to: addDays(from, 7) });
    const query = typeof asked === 'string' ? weekFrom(asked) : filter;
    const mondayOf = ({ first }: SlotList | StartList) =>
      typeof asked === 'string' ? asked : asked(first?.start);
    if (view === 'starts') {
      const starts = await this.api.starts(query, options);
      return { monday: mondayOf(starts), ...ofStarts(starts) };
    }
    const list = await this.api.slots(query, options);
    const monday = mondayOf(list);
    const slots = [...list.slots];
    for (let page = 1, { next } = list; next && page < maxPages; page += 1) {
      const more = await this.api.slots({ ...weekFrom(monday), cursor: next }, options);
      slots.push(...more.slots);
      next = more.next;
    }
    return { monday, slots, first: list.first, nextDate: list.nextDate };
  }
}

function ofStarts({ starts, first, nextDate }: StartList): Omit<WeekOfTimes, 'monday'> {
  const slots = starts.map(({ start, count, minutesMin }) => ({
    start,
    count,
    minutes: minutesMin,
    ...nobody,
  }));
  // One of those who could have the first time says nothing of the others: taking it must not choose that one.
  return { slots, first: first && { ...first, ...nobody }, nextDate };
}

const nobody = { clinic: '', clinician: '', treatment: '' };

function keyOf({ filter, view }: TimesRequest, monday: CivilDate): string {
  return JSON.stringify([view, monday, filter]);
}
