import type { CivilDate } from '../../src/domain/civil-date.js';
import type { SlotFilters } from '../core/model.js';
import type { DayValue } from './day-value.js';

/** Days of one clinician whose free times are remembered, of all searches together: some 100 MB at the most. */
const maxValues = 200_000;
/** Searches with different filters that are remembered. */
const maxSearches = 1000;

/** What was worked out for the searches that were asked for last. */
export class ValueMemory {
  readonly #searches = new Map<string, Map<CivilDate, DayValue>>();

  /** The values of a search by date, to be read and written. */
  of(
    accountId: string,
    { clinic, group, clinician, treatment, newPatient }: SlotFilters,
  ): Map<CivilDate, DayValue> {
    const key = JSON.stringify([accountId, clinic, group, clinician, treatment, newPatient]);
    const values = this.#searches.get(key) ?? new Map<CivilDate, DayValue>();
    // Used last: forgotten last.
    this.#searches.delete(key);
    this.#forget();
    this.#searches.set(key, values);
    return values;
  }

  #forget(): void {
    let size = 0;
    for (const values of this.#searches.values()) {
      for (const { clinicians } of values.values()) size += clinicians.size;
    }
    for (const [key, values] of this.#searches) {
      if (size <= maxValues && this.#searches.size < maxSearches) return;
      for (const { clinicians } of values.values()) size -= clinicians.size;
      this.#searches.delete(key);
    }
  }
}
