import type { Item } from './timebook-item.js';

/** The kinds of items: appointments first, then what lies beneath them. */
export const kinds = ['entry', 'taken', 'preblock', 'working-time', 'offered'] as const;

/** An offered time is drawn by its start alone, which is as high as so many minutes of the calendar. */
const startHeight = 10;

/** So many minutes of a preblock have to be free of appointments for its name to be read. */
const nameHeight = 10;

/**
 * Where the items of one day stand: what overlaps of one kind side by side (preblocks; appointments in the hour that the clock shows
 * twice; starts too close to each other), and the name of a preblock where no appointment covers it.
 */
export function place(items: readonly Item[]): Item[] {
  const over = items.filter(({ kind }) => kind === 'entry' || kind === 'taken').sort(byTime);
  const starts = items
    .filter(({ kind }) => kind === 'offered')
    .map(({ from }) => ({ from, to: from + startHeight }));
  const overNarrow = [...over, ...starts].sort(byTime);
  return kinds.flatMap((kind) => {
    const sorted = items.filter((item) => item.kind === kind).sort(byTime);
    const ends: number[] = [];
    const lanes = sorted.map(({ from, to }) => {
      const end = kind === 'offered' ? from + startHeight : to;
      const free = ends.findIndex((taken) => taken <= from);
      const lane = free < 0 ? ends.length : free;
      ends[lane] = end;
      return lane;
    });
    return sorted.map((item, index): Item => {
      const placed = { ...item, lane: lanes[index]!, lanes: ends.length };
      if (placed.kind !== 'preblock') return placed;
      // The last of several side by side is too narrow for its name and a start in one line.
      const isNarrow = ends.length > 1 && placed.lane === ends.length - 1;
      return { ...placed, nameAt: nameAt(placed, isNarrow ? overNarrow : over) };
    });
  });
}

interface Times {
  readonly from: number;
  readonly to: number;
}

const byTime = (a: Times, b: Times): number => a.from - b.from || b.to - a.to;

/** From which minute on the name of a preblock can be read; its begin where there is no room anywhere. */
function nameAt({ from, to }: Times, over: readonly Times[]): number {
  let at = from;
  for (const one of over) {
    if (one.from - at < nameHeight && one.to > at) at = one.to;
  }
  return at + nameHeight <= to ? at : from;
}
