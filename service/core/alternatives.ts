import type { FreeSlot } from './model.js';

/** How many times are offered in place of a lost one. */
export const maxAlternatives = 6;

/** What was lost; without a clinician or clinic, any was requested. */
export interface LostSlot {
  start: number;
  clinician?: string | undefined;
  clinic?: string | undefined;
}

/**
 * Up to six of the free times nearest to a lost one (P-23): the same clinician's first, then the same clinic's, each by
 * distance, of two as near the earlier one, else the order of `slots`. Six different starts where there are as many,
 * since the patient sees equal times as one.
 */
export function pickAlternatives(
  slots: Iterable<FreeSlot>,
  lost: LostSlot,
  limit = maxAlternatives,
): FreeSlot[] {
  const strangeness = ({ clinician, clinic }: FreeSlot) =>
    (lost.clinician !== undefined && clinician !== lost.clinician ? 2 : 0) +
    (lost.clinic !== undefined && clinic !== lost.clinic ? 1 : 0);
  const sorted = [...slots].sort(
    (a, b) =>
      strangeness(a) - strangeness(b) ||
      Math.abs(a.start - lost.start) - Math.abs(b.start - lost.start) ||
      a.start - b.start,
  );

  const starts = new Set<number>();
  const picked: FreeSlot[] = [];
  const repeated: FreeSlot[] = [];
  for (const slot of sorted) {
    if (picked.length === limit) break;
    if (starts.has(slot.start)) {
      repeated.push(slot);
    } else {
      starts.add(slot.start);
      picked.push(slot);
    }
  }
  return [...picked, ...repeated].slice(0, limit);
}
