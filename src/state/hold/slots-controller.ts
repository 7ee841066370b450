import type { BookingError } from '../../api/booking-error.js';
import { serviceNow } from '../../api/service-clock.js';
import {
  SlotCache,
  type FirstWeek,
  type TimesRequest,
  type WeekOfTimes,
} from '../../api/slot-cache.js';
import type { BookingApi } from '../../api/booking-api.js';
import type { DayList, HoldRequest, Slot } from '../../contract/index.js';
import { addDays, type CivilDate } from '../../domain/civil-date.js';
import { toClockTime } from '../../domain/clock-time.js';
import { isEqual } from '../../domain/is-equal.js';
import type { OfferedSlot } from '../../domain/slot-week.js';
import type { TimesFilter } from '../../domain/requests.js';
import { mondayOf } from '../../domain/week.js';

/** What the calendar shows. */
export interface TimesState {
  /** The Monday that is asked for; the shown week follows when it is there. */
  readonly week: CivilDate;
  readonly shown: WeekOfTimes | undefined;
  /** The first free times of all, in order; undefined while they are not known (P-20, P-47). */
  readonly earliest: readonly OfferedSlot[] | undefined;
  /** The week that is asked for is not there: on its way, or it failed. The one before it stays, inert. */
  readonly isLoading: boolean;
  /** What the shown times answer to: while it stays, new ones are a refresh. */
  readonly query: string;
  /** False when the times are those of several treatments, so that nothing says how long they last (P-21). */
  readonly knowsTreatment: boolean;
  /** Today where the clinics are. */
  readonly today: CivilDate;
  /** The days with free times of the present request, at most 42 of them (P-18). Rejects with a `BookingError`. */
  readonly daysOf: (from: CivilDate, to: CivilDate) => Promise<DayList['days']>;
}

/** Who acts on the changes of the calendar's times. */
export interface SlotsObserver {
  timesChanged(times: TimesState): void;
  slotsFailed(error: BookingError): void;
  /** The token that makes the own hold count as free. */
  holdToken(): string | undefined;
}

/** So many of the first free times are shown apart. */
const manyEarliest = 3;

/** Reads the week that the calendar shows, and its neighbours ahead (P-18). The last request wins. */
export class SlotsController {
  #week: CivilDate = '';
  #shown: WeekOfTimes | undefined;
  #isLoading = false;
  #request: TimesRequest | undefined;
  /** Until the first answer of a request: the first week with free times is shown. */
  #mayJump = false;
  readonly #cache: SlotCache;

  constructor(
    private readonly api: Pick<BookingApi, 'slots' | 'starts' | 'days'>,
    private readonly timeZone: string,
    private readonly observer: SlotsObserver,
  ) {
    this.#cache = new SlotCache(api);
    // A page's first `Intl` format is slow to make: made here, it is there before the calendar is (this comes early).
    void this.today;
  }

  get state(): TimesState {
    const { today } = this;
    const week = this.#week;
    const shown = this.#shown;
    const isLoading = this.#isLoading;
    const request = this.#request;
    const earliest = request && shown && this.#earliest(request, shown);
    const daysOf = this.#daysOf;
    const knowsTreatment = request?.filter.treatment !== undefined;
    const query = JSON.stringify(request ?? null);
    return { week, shown, earliest, isLoading, query, knowsTreatment, today, daysOf };
  }

  /** Today where the clinics are. */
  get today(): CivilDate {
    return toClockTime(serviceNow(), this.timeZone).date;
  }

  /**
   * Shows the times of a request: at the week of `start` (an instant), else where the calendar stands, else at the first
   * week with free times.
   */
  open(request: TimesRequest, start?: string): void {
    const isNew = !isEqual(request, this.#request);
    if (isNew) this.#shown = undefined;
    if (isNew) this.#mayJump = !start;
    this.#request = request;
    if (start) this.#week = mondayOf(toClockTime(start, this.timeZone).date);
    else if (isNew) this.#week = mondayOf(this.today);
    void this.#show();
  }

  /** Shows another week; before the present one there is nothing. */
  go(week: CivilDate): void {
    const monday = mondayOf(week);
    const earliest = mondayOf(this.today);
    this.#week = monday < earliest ? earliest : monday;
    this.#mayJump = false;
    void this.#show();
  }

  /** Reads the week once more after a failure. */
  retry(): void {
    void this.#show();
  }

  readonly #daysOf = async (from: CivilDate, to: CivilDate): Promise<DayList['days']> => {
    const query = { ...this.#request?.filter, from, to };
    return (await this.api.days(query, { holdToken: this.observer.holdToken() })).days;
  };

  /** Every slot that starts at an instant under a filter. Rejects with a `BookingError`. */
  async at(filter: TimesFilter, start: string): Promise<readonly Slot[]> {
    const { date } = toClockTime(start, this.timeZone);
    const query = { ...filter, from: date, to: addDays(date, 1), at: start };
    return (await this.api.slots(query, { holdToken: this.observer.holdToken() })).slots;
  }

  /** A time proved to be taken: it leaves every list. */
  forget(taken: HoldRequest): void {
    this.#cache.forget(taken);
    if (!this.#request) return;
    const week = this.#cache.peek(this.#request, this.#week);
    this.#shown = week && upcoming(week);
    this.#publish();
  }

  /** From the week that begins with the first free time, where that has been read: by their starts, one of each. */
  #earliest(request: TimesRequest, { first }: WeekOfTimes): readonly OfferedSlot[] {
    if (!first) return [];
    const week = mondayOf(toClockTime(first.start, this.timeZone).date);
    const slots = this.#cache.peek(request, week)?.slots ?? [first];
    const starts = new Map<number, OfferedSlot>();
    for (const slot of slots) {
      const at = Date.parse(slot.start);
      if (at > serviceNow() && !starts.has(at)) starts.set(at, slot);
      if (starts.size === manyEarliest) break;
    }
    return [...starts.values()];
  }

  async #show(): Promise<void> {
    const week = this.#week;
    const request = this.#request;
    if (!request) return;
    const known = this.#cache.peek(request, week);
    if (known) this.#shown = upcoming(known);
    const isFresh = this.#cache.isFresh(request, week, Date.now());
    const jumps = this.#mayJump && !known?.slots.length;
    this.#isLoading = !known;
    this.#publish();
    try {
      const list =
        isFresh && known && !jumps
          ? known
          : await this.#load(request, jumps ? this.#firstWeek : week);
      if (!this.#isStillAsked(request, week)) return;
      this.#isLoading = false;
      this.#mayJump = false;
      this.#week = list.monday;
      this.#shown = upcoming(list);
      this.#publish();
      this.#loadAhead(request, list.monday);
    } catch (cause) {
      // A week that is there stays there; it is only older than it should be.
      if (this.#isStillAsked(request, week) && !known) {
        this.observer.slotsFailed(cause as BookingError);
      }
    }
  }

  #publish(): void {
    this.observer.timesChanged(this.state);
  }

  #isStillAsked(request: TimesRequest, week: CivilDate): boolean {
    return this.#request === request && this.#week === week;
  }

  readonly #firstWeek = (start?: string): CivilDate =>
    mondayOf(start ? toClockTime(start, this.timeZone).date : this.today);

  #load(request: TimesRequest, week: CivilDate | FirstWeek): Promise<WeekOfTimes> {
    return this.#cache.load(request, week, this.observer.holdToken());
  }

  #loadAhead(request: TimesRequest, week: CivilDate): void {
    for (const near of [addDays(week, 7), addDays(week, -7)]) {
      if (near < mondayOf(this.today) || this.#cache.peek(request, near)) continue;
      // Nobody waits for it yet: it is read again, and its failure shown, when somebody does.
      this.#load(request, near).catch(() => undefined);
    }
  }
}

/** The week without what has passed since it was read (P-19). */
function upcoming(week: WeekOfTimes): WeekOfTimes {
  const now = serviceNow();
  const hasPassed = week.slots[0] && Date.parse(week.slots[0].start) <= now;
  return hasPassed
    ? { ...week, slots: week.slots.filter(({ start }) => Date.parse(start) > now) }
    : week;
}
