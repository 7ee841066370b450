import { toClockTime } from '../../src/domain/clock-time.js';
import type { DateRange, FreeSlot } from './model.js';
import { slotsOn, type SlotSource } from './slots.js';

/** Slots on one page of `view=slots`. */
export const slotsPerPage = 5000;

/** One page, and the cursor of the one after it. */
export interface SlotPage {
  slots: FreeSlot[];
  next: string | null;
}

// Ids never hold a dot, so it may part them. Thirteen digits reach the year 2286.
const cursorPattern = /^(\d{1,13})\.([\w-]{1,64})\.([\w-]{1,64})\.([\w-]{1,64})$/;

/** The cursor that stands for everything after a slot. */
export function formatCursor({ start, clinician, treatment, clinic }: FreeSlot): string {
  return [start, clinician, treatment, clinic].join('.');
}

/** The slot after which a page begins, or undefined when the text is no cursor. */
export function parseCursor(text: string): FreeSlot | undefined {
  const [, start, clinician, treatment, clinic] = cursorPattern.exec(text) ?? [];
  if (!start || !clinician || !treatment || !clinic) return undefined;
  return { start: Number(start), minutes: 0, clinician, treatment, clinic };
}

/** The slots of a range after `cursor`, at most `limit`. A time taken since the last page neither repeats nor skips another. */
export function pageOfSlots(
  source: SlotSource,
  range: DateRange,
  cursor: FreeSlot | undefined,
  limit = slotsPerPage,
): SlotPage {
  const fromDate = cursor ? toClockTime(cursor.start, source.timeZone).date : range.from;
  const from = fromDate > range.from ? fromDate : range.from;
  const slots: FreeSlot[] = [];
  for (const date of source.dates({ from, to: range.to })) {
    for (const slot of slotsOn(source, date)) {
      if (cursor && source.compare(slot, cursor) <= 0) continue;
      if (slots.length === limit) return { slots, next: formatCursor(slots.at(-1)!) };
      slots.push(slot);
    }
  }
  return { slots, next: null };
}
