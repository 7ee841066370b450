// A network that fails as a seed has it.
import { setTimeout as pause } from 'node:timers/promises';
import type { Page, Route } from '@playwright/test';
import { pick } from '../fuzz/schema-values.js';

/** What becomes of a call; `lost`: the service does it, and its answer never comes. */
type Fault = 'none' | 'aborted' | 'delayed' | 'lost' | 'busy' | 'bad gateway' | 'offline';

const faults: readonly Fault[] = [
  'aborted',
  'delayed',
  'lost',
  'lost',
  'busy',
  'bad gateway',
  'offline',
];

/** Which part of the calls fails, and how many of one patient's way at most, so that it has an end. */
const share = 0.5;
const most = 14;

/** The faults between a page and the service. */
export interface FaultSchedule {
  /** How often there was each. */
  counts: ReadonlyMap<Fault, number>;
  /** Another way begins, with as many faults. */
  begin: () => void;
}

/** Puts faults between a page and the service at `origin`. */
export async function scheduleFaults(
  page: Page,
  origin: string,
  random: () => number,
): Promise<FaultSchedule> {
  const counts = new Map<Fault, number>();
  let left = most;
  const { host } = new URL(origin);
  const answer = async (route: Route) => {
    const fault = left > 0 && random() < share ? pick(random, faults) : 'none';
    const milliseconds = 200 + random() * 2000;
    if (fault !== 'none') left -= 1;
    counts.set(fault, (counts.get(fault) ?? 0) + 1);
    switch (fault) {
      case 'none':
        return route.continue();
      case 'aborted':
        return route.abort('connectionreset');
      case 'delayed':
        await pause(milliseconds);
        return route.continue();
      case 'lost': {
        const url = new URL(route.request().url());
        // Node resolves no *.localhost.
        url.host = host;
        await route.fetch({ url: url.href });
        return route.abort('connectionreset');
      }
      case 'busy':
        return route.fulfill({
          status: 503,
          contentType: 'application/problem+json',
          headers: { 'Retry-After': '1', 'Access-Control-Allow-Origin': '*' },
          body: JSON.stringify({
            type: 'urn:opus-booking:busy',
            code: 'busy',
            title: 'Busy',
            status: 503,
          }),
        });
      case 'bad gateway':
        return route.fulfill({
          status: 502,
          contentType: 'text/html',
          body: '<h1>Bad gateway</h1>',
        });
      case 'offline':
        await page.context().setOffline(true);
        setTimeout(
          () =>
            void page
              .context()
              .setOffline(false)
              .catch(() => undefined),
          milliseconds,
        );
        return route.abort('internetdisconnected');
    }
  };
  // A page that is closed takes its calls along.
  await page.route('**/v1/accounts/**', (route) => answer(route).catch(() => undefined));
  return { counts, begin: () => void (left = most) };
}
