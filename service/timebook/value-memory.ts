import type { CivilDate } from '../../src/domain/civil-date.js';
import { createCalendar } from '../core/day.js';
import type { Catalogue, ClinicianRules, SlotFilters } from '../core/model.js';
import { cliniciansOf } from '../store/timebook.js';
import type { DayValue, Search } from './day-value.js';

/** Days of one clinician whose free times are remembered, of all searches together: some 100 MB at the most. */
const maxSize = 200_000;
/** Searches with different filters that are remembered. */
const maxSearches = 1000;

/** What was worked out for one choice of filters in one catalogue. */
export class SearchValues {
  readonly #days = new Map<CivilDate, DayValue>();

  /** The published clinicians whom the filters may leave, in the account's order. */
  readonly clinicians: readonly ClinicianRules[];
  readonly ids: readonly string[];
  readonly calendar: Search['calendar'];

  constructor(
    readonly catalogue: Catalogue,
    readonly filters: SlotFilters,
  ) {
    const asked = cliniciansOf(catalogue, filters);
    const isAsked = asked && new Set(asked);
    this.clinicians = catalogue.clinicians.filter(
      ({ id, published }) => published && (!isAsked || isAsked.has(id)),
    );
    this.ids = this.clinicians.map(({ id }) => id);
    this.calendar = createCalendar(catalogue.account.timeZone);
  }

  /** How many days of one clinician it holds. */
  get size(): number {
    return this.#days.size * this.clinicians.length;
  }

  get(date: CivilDate): DayValue | undefined {
    return this.#days.get(date);
  }

  set(date: CivilDate, value: DayValue): void {
    this.#days.set(date, value);
  }
}

/** What was worked out for the searches that were asked for last. */
export class ValueMemory {
  readonly #searches = new Map<string, SearchValues>();

  /** The values of a search, to be read and written. */
  of(accountId: string, catalogue: Catalogue, filters: SlotFilters): SearchValues {
    const { clinic, group, clinician, treatment, newPatient } = filters;
    const key = JSON.stringify([accountId, clinic, group, clinician, treatment, newPatient]);
    const known = this.#searches.get(key);
    const values = known?.catalogue === catalogue ? known : new SearchValues(catalogue, filters);
    // Used last: forgotten last.
    this.#searches.delete(key);
    this.#searches.set(key, values);
    if (values !== known) this.#forget();
    return values;
  }

  /** Forgets what was asked for longest ago while there is too much. */
  #forget(): void {
    let size = 0;
    for (const values of this.#searches.values()) size += values.size;
    for (const [key, values] of this.#searches) {
      if (size <= maxSize && this.#searches.size <= maxSearches) return;
      size -= values.size;
      this.#searches.delete(key);
    }
  }
}
