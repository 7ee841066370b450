/** How long a computation goes on before others get a turn, milliseconds. */
const slice = 8;

type Resume = () => void;

// Node has setImmediate, browsers have not.
const { setImmediate: immediate } = globalThis as { setImmediate?: (work: Resume) => unknown };
const soon = immediate ?? ((work: Resume) => void setTimeout(work));

const paused: Resume[] = [];

/** Goes on with one computation for each turn of the event loop: however many there are, a short call never waits for all. */
function resumeOne(): void {
  const resume = paused.shift();
  if (paused.length > 0) soon(resumeOne);
  resume?.();
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    paused.push(resolve);
    if (paused.length === 1) soon(resumeOne);
  });
}

/** Lets others go first now and then; undefined where it is not time for that yet. */
export type Pace = () => Promise<void> | undefined;

/**
 * Where a long computation lets others go first: it awaits the pace every few milliseconds of work, which costs nothing while it
 * has not run long. Throws the signal's reason when nobody waits for the result any more.
 */
export function createPace(signal?: AbortSignal): Pace {
  let since = performance.now();
  return () => {
    if (performance.now() - since < slice) return undefined;
    return nextTurn().then(() => {
      signal?.throwIfAborted();
      since = performance.now();
    });
  };
}
