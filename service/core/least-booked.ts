import type { BusyInterval, FreeSlot, Stretch } from './model.js';

/**
 * Sorts slots of one start by what the service picks first where the patient left the choice open (P-24): the clinician
 * with the fewest minutes taken on that `day`, epoch milliseconds; else the order given, which is the account's.
 * Trying them in turn finds the next when the first is lost in between: each clinician once before any twice.
 */
export function sortByLeastBooked(
  slots: readonly FreeSlot[],
  busy: readonly BusyInterval[],
  day: Stretch,
): FreeSlot[] {
  const taken = new Map<string, number>();
  for (const { clinician, start, end } of busy) {
    const length = Math.min(end, day.end) - Math.max(start, day.start);
    if (length > 0) taken.set(clinician, (taken.get(clinician) ?? 0) + length);
  }
  const turns = new Map<string, number>();
  const inTurn = slots.map((slot) => {
    const turn = turns.get(slot.clinician) ?? 0;
    turns.set(slot.clinician, turn + 1);
    return { slot, turn, minutes: taken.get(slot.clinician) ?? 0 };
  });
  return inTurn.sort((a, b) => a.turn - b.turn || a.minutes - b.minutes).map(({ slot }) => slot);
}
