/** How long computations go on, all together, before the event loop turns; milliseconds. */
const slice = 8;

type Resume = () => void;

// Node has setImmediate, browsers have not.
const { setImmediate: immediate } = globalThis as { setImmediate?: (work: Resume) => unknown };
const soon = immediate ?? ((work: Resume) => void setTimeout(work));

const paused: Resume[] = [];

/** When the computations of this turn began; undefined when none has asked yet. */
let began: number | undefined;

/** How long the computations of this turn of the event loop have gone on, milliseconds. */
function elapsed(): number {
  const now = performance.now();
  if (began === undefined) {
    began = now;
    soon(() => (began = undefined));
  }
  return now - began;
}

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
 * Where a long computation lets others go first: it awaits what the pace answers, if anything, after every few milliseconds of
 * work, its own and that of others in the same turn of the event loop. Awaiting "undefined" as well would let all those ask
 * that go on at the same moment before any of them works. Throws the signal's reason when nobody waits any more.
 */
export function createPace(signal?: AbortSignal): Pace {
  return () => {
    if (elapsed() < slice) return undefined;
    return nextTurn().then(() => signal?.throwIfAborted());
  };
}
