import type { CDPSession, Page } from '@playwright/test';

/** Milliseconds of processor time that the page's main thread worked, for each frame. */
export interface FrameWork {
  readonly frames: number;
  readonly median: number;
  readonly p95: number;
  readonly longest: number;
  /** Frames with more work than a frame of 60 Hz has room for. */
  readonly heavy: number;
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds: when it began, and how much processor time it took. */
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
}

const categories = 'devtools.timeline,disabled-by-default-devtools.timeline';
/** A frame of 60 Hz, in milliseconds. */
const room = 1000 / 60;

/**
 * Scrolls so many frames by so many pixels each, and says how much work each was: by the browser's own trace, in processor time, so
 * that it says little of what else the machine does.
 */
export async function frameWork(page: Page, frames: number, pixels: number): Promise<FrameWork> {
  const session = await page.context().newCDPSession(page);
  const events = await traced(session, () => page.evaluate(scrollBySteps, { frames, pixels }));
  await session.detach();
  return summed(workOfFrames(events));
}

/** In the page. */
async function scrollBySteps({ frames, pixels }: { frames: number; pixels: number }) {
  for (let frame = 0; frame < frames; frame += 1) {
    await new Promise((done) => requestAnimationFrame(done));
    scrollBy({ top: pixels, behavior: 'instant' });
  }
}

async function traced(session: CDPSession, work: () => Promise<void>): Promise<TraceEvent[]> {
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) =>
    events.push(...(value as unknown as TraceEvent[])),
  );
  const complete = new Promise((done) => session.once('Tracing.tracingComplete', done));
  await session.send('Tracing.start', { categories, transferMode: 'ReportEvents' });
  await work();
  await session.send('Tracing.end');
  await complete;
  return events;
}

/** Milliseconds of each frame: from the task in which one begins until that of the next. */
function workOfFrames(events: readonly TraceEvent[]): number[] {
  const begins = events.filter(({ name }) => name === 'FireAnimationFrame');
  const [{ pid, tid } = { pid: 0, tid: 0 }] = begins;
  const tasks = events
    .filter((event) => event.name === 'RunTask' && event.pid === pid && event.tid === tid)
    .sort((one, other) => one.ts - other.ts);
  const starts = begins.map(({ ts }) => ts).sort((one, other) => one - other);
  const frames: number[] = [];
  let next = 0;
  for (const { ts, dur = 0, tdur = 0 } of tasks) {
    const before = next;
    while (next < starts.length && starts[next]! < ts + dur) next += 1;
    if (next > before) frames.push(0);
    if (frames.length > 0) frames[frames.length - 1]! += tdur / 1000;
  }
  // The last one ends with the trace, not with a frame.
  return frames.slice(0, -1);
}

function summed(work: readonly number[]): FrameWork {
  const sorted = [...work].sort((one, other) => one - other);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
  return {
    ...{ frames: sorted.length, median: at(0.5), p95: at(0.95), longest: sorted.at(-1)! },
    heavy: sorted.filter((time) => time > room).length,
  };
}
