import type {
  AvailabilityRows,
  DateRange,
  FreeSlot,
  SlotFilters,
} from '../../../service/core/model.js';
import { createSlotSource, slotsOn } from '../../../service/core/slots.js';

/** Every free time of a range for a patient's choices at `now`, epoch milliseconds; sorted by start, then in the account's order. */
export function freeSlots(
  rows: AvailabilityRows,
  range: DateRange,
  filters: SlotFilters,
  now: number,
): FreeSlot[] {
  const source = createSlotSource(rows, filters, now);
  return source.dates(range).flatMap((date) => slotsOn(source, date));
}
