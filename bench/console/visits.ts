import type { Page } from '@playwright/test';
import { ProcessorClock, type Processor } from './processor.js';

/** What a visit of a page took. */
export interface Activity {
  /** Milliseconds from the click until the last answer is on the screen and the main thread rests. */
  readonly settled: number;
  readonly calls: readonly Call[];
}

/** What the page asked the service for; milliseconds since the click. */
export interface Call {
  readonly what: string;
  readonly from: number;
  readonly to: number;
  /** Of the body as JSON. */
  readonly bytes: number;
}

export interface Visit extends Activity {
  readonly processor: Processor;
}

declare global {
  interface Window {
    activity: { inFlight: number; calls: Call[]; last: number };
  }
}

/** Notes in the page when it last did something: an answer, a file, a long task, and the frame after each. */
export function watchActivity(): void {
  const activity = (window.activity = { inFlight: 0, calls: [] as Call[], last: 0 });
  const note = (time: number) => (activity.last = Math.max(activity.last, time));
  const afterPaint = () =>
    requestAnimationFrame(() => setTimeout(() => note(performance.now()), 0));
  const send = window.fetch;
  window.fetch = async (...request) => {
    activity.inFlight += 1;
    const [input, { method = 'GET' } = {}] = request;
    const { url } = input instanceof Request ? input : { url: input.toString() };
    const what = `${method} ${url.replace(/^.*\/accounts\//, '')}`;
    const from = performance.now();
    let bytes = 0;
    try {
      const response = await send(...request);
      // Whoever asked reads the body next, and draws it; a stream of changes never ends.
      const isStream = response.headers.get('content-type')?.startsWith('text/event-stream');
      if (!isStream) bytes = (await response.clone().arrayBuffer()).byteLength;
      return response;
    } finally {
      activity.calls.push({ what, from, to: performance.now(), bytes });
      activity.inFlight -= 1;
      afterPaint();
    }
  };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) note(entry.startTime + entry.duration);
  }).observe({ entryTypes: ['resource', 'longtask'] });
  addEventListener('hashchange', afterPaint);
}

/** Goes to each place in turn, so many times, as a click on its link does. */
export async function visits(
  page: Page,
  places: readonly string[],
  rounds: number,
): Promise<Map<string, Visit[]>> {
  const clock = await ProcessorClock.of(page);
  const results = new Map<string, Visit[]>(places.map((place) => [place, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const place of places) {
      results.get(place)!.push(await clock.during(() => visit(page, place)));
    }
  }
  return results;
}

function visit(page: Page, place: string): Promise<Activity> {
  return page.evaluate(async (place) => {
    const { activity } = window;
    const rest = (time: number) => new Promise((done) => setTimeout(done, time));
    activity.calls = [];
    const started = performance.now();
    activity.last = started;
    location.hash = `#${place}`;
    // Quiet for so long: it is settled.
    while (activity.inFlight > 0 || performance.now() - activity.last < 400) {
      if (performance.now() - started > 20_000) throw new Error(`${place} does not come to rest`);
      await rest(20);
    }
    const calls = activity.calls.map((call) => ({
      ...call,
      from: call.from - started,
      to: call.to - started,
    }));
    return { settled: activity.last - started, calls };
  }, place);
}
