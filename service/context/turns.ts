import { busy } from './admission.js';

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

/**
 * Where a long computation lets others go first: `await` its answer every few milliseconds of work. It costs nothing while the
 * computation has not run long. Throws `busy` when nobody waits for the result any more.
 */
export function createPace(signal: AbortSignal | undefined): () => Promise<void> | undefined {
  let since = performance.now();
  return () => {
    if (performance.now() - since < slice) return undefined;
    return nextTurn().then(() => {
      if (signal?.aborted) throw busy();
      since = performance.now();
    });
  };
}
