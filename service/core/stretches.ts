import type { Stretch } from './model.js';

/** Sorted, and everything that overlaps or touches made one; empty stretches vanish. */
export function mergeStretches(stretches: readonly Stretch[]): Stretch[] {
  const merged: Stretch[] = [];
  const sorted = stretches.filter(({ start, end }) => start < end);
  sorted.sort((a, b) => a.start - b.start);
  for (const { start, end } of sorted) {
    const last = merged.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

/** Index of the first of some merged stretches that ends after an instant. */
function firstEndingAfter(merged: readonly Stretch[], instant: number): number {
  let low = 0;
  let high = merged.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (merged[middle]!.end > instant) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** What is left of a stretch when merged stretches are taken out of it, in order. */
export function subtractStretches(from: Stretch, merged: readonly Stretch[]): Stretch[] {
  const left: Stretch[] = [];
  let { start } = from;
  for (let index = firstEndingAfter(merged, start); index < merged.length; index++) {
    const taken = merged[index]!;
    if (taken.start >= from.end) break;
    if (taken.start > start) left.push({ start, end: taken.start });
    start = taken.end;
  }
  if (start < from.end) left.push({ start, end: from.end });
  return left;
}

/** Whether none of some merged stretches overlaps this one. */
export function isClear(start: number, end: number, merged: readonly Stretch[]): boolean {
  const next = merged[firstEndingAfter(merged, start)];
  return !next || next.start >= end;
}
