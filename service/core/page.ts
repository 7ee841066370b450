import type { DayTimes } from './day-times.js';
import type { FreeSlot } from './model.js';
import type { CompareSlots } from './slots.js';

/** Slots on one page of `view=slots`. */
export const slotsPerPage = 5000;

/** One page, and the cursor of the one after it. */
export interface SlotPage {
  /** In the order of time; the slots of a whole day are that day's own array. */
  parts: (readonly FreeSlot[])[];
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

/** The slots of some days after `cursor`, at most `limit`. A time taken since the last page neither repeats nor skips another. */
export function pageOfSlots(
  days: readonly DayTimes[],
  compare: CompareSlots,
  cursor: FreeSlot | undefined,
  limit = slotsPerPage,
): SlotPage {
  const parts: (readonly FreeSlot[])[] = [];
  let room = limit;
  for (const { slots } of days) {
    const left = cursor ? slotsAfter(slots, cursor, compare) : slots;
    if (left.length > room) {
      const part = left.slice(0, room);
      const last = part.at(-1) ?? parts.at(-1)?.at(-1);
      return { parts: [...parts, part], next: formatCursor(last!) };
    }
    if (left.length > 0) parts.push(left);
    room -= left.length;
  }
  return { parts, next: null };
}

function slotsAfter(
  slots: readonly FreeSlot[],
  cursor: FreeSlot,
  compare: CompareSlots,
): readonly FreeSlot[] {
  const first = slots.findIndex((slot) => compare(slot, cursor) > 0);
  if (first === 0) return slots;
  return first === -1 ? [] : slots.slice(first);
}
