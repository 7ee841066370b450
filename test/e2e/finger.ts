import type { CDPSession, Locator, Page } from '@playwright/test';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** One finger on a page that was opened with `hasTouch`: what it does comes to the page as the browser's own touches. */
export class Finger {
  private constructor(
    private readonly page: Page,
    private readonly session: CDPSession,
  ) {}

  static async on(page: Page): Promise<Finger> {
    return new Finger(page, await page.context().newCDPSession(page));
  }

  /** Goes down in the middle of something, rests there for `rests` milliseconds, and goes by `dy` pixels before it leaves. */
  async drag(from: Locator | Point, dy: number, { rests = 0 } = {}): Promise<void> {
    const { x, y } = 'x' in from ? from : await middleOf(from);
    await this.#touch('touchStart', { x, y });
    await this.page.waitForTimeout(rests);
    const steps = 8;
    for (let step = 1; step <= steps; step += 1) {
      await this.#touch('touchMove', { x, y: y + (dy * step) / steps });
    }
    await this.#touch('touchEnd');
  }

  async #touch(type: 'touchStart' | 'touchMove' | 'touchEnd', at?: Point): Promise<void> {
    await this.session.send('Input.dispatchTouchEvent', { type, touchPoints: at ? [at] : [] });
  }
}

async function middleOf(thing: Locator): Promise<Point> {
  await thing.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await thing.boundingBox())!;
  return { x: x + width / 2, y: y + height / 2 };
}
