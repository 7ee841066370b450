// A page on a slow line and a slow processor, for benchmarks that tell what a patient waits for.
import type { Browser, Page } from '@playwright/test';

export interface SlowLine {
  readonly viewport: { readonly width: number; readonly height: number };
  /** Milliseconds for a round trip, and bytes a second each way. */
  readonly network: {
    readonly offline: boolean;
    readonly latency: number;
    readonly downloadThroughput: number;
    readonly uploadThroughput: number;
  };
  /** How many times slower the processor is. */
  readonly slowdown: number;
  /** Runs in the page before its own scripts. */
  readonly watch: string;
}

/** Opens an empty page in a new browser profile. */
export async function openOnSlowLine(
  browser: Browser,
  { viewport, network, slowdown, watch }: SlowLine,
): Promise<Page> {
  const context = await browser.newContext({ viewport });
  const page = await context.newPage();
  await page.addInitScript(watch);
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', network);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  return page;
}

/** When each file of a page was asked for, and when it had come, in milliseconds from the navigation: a line each. */
export async function filesOf(page: Page): Promise<string> {
  const lines = await page.evaluate(() =>
    [
      ...performance.getEntriesByType('navigation'),
      ...performance.getEntriesByType('resource'),
    ].map((entry) => {
      const { name, startTime, responseEnd } = entry as PerformanceResourceTiming;
      return `  ${startTime.toFixed(0).padStart(5)} ${responseEnd.toFixed(0).padStart(5)}  ${name}`;
    }),
  );
  return lines.join('\n');
}
