import type { Page } from '@playwright/test';
import { ProcessorClock } from './processor.js';

/** How a list scrolled. */
export interface Scrolled {
  readonly frames: number;
  /** Frames that came later than one of 60 Hz does. */
  readonly slow: number;
  /** Milliseconds. */
  readonly longest: number;
  readonly rows: number;
  /** Milliseconds that the page's main thread worked for one. */
  readonly work: number;
}

/** Scrolls through the whole list of patients, whose pages come meanwhile. */
export async function scroll(page: Page, patients: number): Promise<Scrolled> {
  await page.evaluate(() => (location.hash = '#patients'));
  const items = page.locator('opus-console-patients [role=listitem]');
  await items.first().waitFor();
  const result = await measured(page);
  const rows = await items.count();
  if (rows < patients * 0.9) throw new Error(`Only ${rows} patients came.`);
  return { ...result, rows };
}

/** The same rows as plain HTML on a page of its own, all there from the start and drawn as the browser sees fit. */
export async function scrollPlain(page: Page, rows: number): Promise<Scrolled> {
  const line = '<li>Nordmann, Kari<br>12.03.1984 · 412 34 567</li>';
  const style = 'li { height: 53px; border-bottom: 1px solid #ccc }';
  await page.setContent(`<style>${style}</style><ul>${line.repeat(rows)}</ul>`);
  return { ...(await measured(page)), rows };
}

async function measured(page: Page): Promise<Omit<Scrolled, 'rows'>> {
  const clock = await ProcessorClock.of(page);
  const { processor, ...frames } = await clock.during(() => page.evaluate(scrollDown));
  return { ...frames, work: processor.page / frames.frames };
}

/** In the page, to its end: 120 pixels a frame, as fast as a wheel that is turned. */
async function scrollDown(): Promise<Omit<Scrolled, 'rows' | 'work'>> {
  const frame = () => new Promise<number>((done) => requestAnimationFrame(done));
  const times: number[] = [];
  let before = await frame();
  let still = 0;
  while (still < 60) {
    const from = scrollY;
    scrollBy(0, 120);
    const now = await frame();
    if (scrollY === from) still += 1;
    else {
      still = 0;
      times.push(now - before);
    }
    before = now;
  }
  // A tenth of a frame is the clock's own grain.
  const slow = times.filter((time) => time > 16.7 * 1.1).length;
  return { frames: times.length, slow, longest: Math.max(...times) };
}
