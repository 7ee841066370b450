import { setTimeout as pause } from 'node:timers/promises';

/** Work that no answer waits for, and that a stop waits for a while. */
export interface Background {
  /** Begins some work after a random delay, so that the next answer's time does not tell whether there was any (P-33). */
  later: (work: () => Promise<unknown>) => void;
  /** Resolves when all of it has ended, or after so many milliseconds. */
  settle: (patience: number) => Promise<void>;
}

const longestDelay = 300;

export function createBackground(): Background {
  const running = new Set<Promise<unknown>>();
  return {
    later(work) {
      const run: Promise<unknown> = pause(Math.random() * longestDelay)
        .then(work)
        .finally(() => running.delete(run));
      running.add(run);
    },
    async settle(patience) {
      await Promise.race([
        Promise.allSettled([...running]),
        pause(patience, undefined, { ref: false }),
      ]);
    },
  };
}
