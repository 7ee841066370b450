import type { CivilDate } from '../../src/domain/civil-date.js';
import type { FreeSlot } from './model.js';
import { sortRuns, type Run } from './slots.js';

/** One distinct start, epoch milliseconds, and how many slots of which lengths begin there. */
export interface Start {
  start: number;
  count: number;
  minutesMin: number;
  minutesMax: number;
}

/** The free times of one date in each form that answers need, worked out when they are first asked for. Never changed. */
export class DayTimes {
  #slots: readonly FreeSlot[] | undefined;
  #starts: readonly Start[] | undefined;

  /** `runs` by clinician and treatment, both in the account's order, then clinic. */
  constructor(
    readonly date: CivilDate,
    readonly runs: readonly Run[],
  ) {}

  get isEmpty(): boolean {
    return this.runs.length === 0;
  }

  /** By start, then in the order of the runs. */
  get slots(): readonly FreeSlot[] {
    return (this.#slots ??= sortRuns(this.runs));
  }

  /** Ascending. */
  get starts(): readonly Start[] {
    return (this.#starts ??= startsOf(this.runs));
  }
}

function startsOf(runs: readonly Run[]): Start[] {
  const starts = new Map<number, Start>();
  for (const { minutes, starts: ofRun } of runs) {
    for (const start of ofRun) {
      const known = starts.get(start);
      if (!known) {
        starts.set(start, { start, count: 1, minutesMin: minutes, minutesMax: minutes });
      } else {
        known.count += 1;
        if (minutes < known.minutesMin) known.minutesMin = minutes;
        if (minutes > known.minutesMax) known.minutesMax = minutes;
      }
    }
  }
  return [...starts.values()].sort((a, b) => a.start - b.start);
}
