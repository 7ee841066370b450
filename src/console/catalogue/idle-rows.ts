import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What fills a screen is drawn at once, then so many more whenever the browser has nothing else to do. */
const first = 30;
const more = 90;

/** As `requestIdleCallback`, which Safari lacks: there, after what is under way. */
const whenIdle: (work: () => void) => void =
  typeof requestIdleCallback === 'function'
    ? (work) => void requestIdleCallback(work, { timeout: 500 })
    : (work) => void setTimeout(work, 50);

/**
 * Draws the rows of a long list bit by bit, those in view first. In the end all of them are in the page, for the keyboard, screen
 * readers and the browser's own search.
 */
export class IdleRows implements ReactiveController {
  #drawn = first;
  #isWaiting = false;

  constructor(private readonly host: ReactiveControllerHost & Element) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#drawn = first;
  }

  /** Those of `rows` that are drawn now. */
  of<Row>(rows: readonly Row[]): readonly Row[] {
    if (rows.length > this.#drawn) this.#wait();
    return rows.slice(0, this.#drawn);
  }

  /** Sees to it that the row at an index is drawn, so that it can be focused. */
  reach(index: number): void {
    this.#drawn = Math.max(this.#drawn, index + 1);
  }

  #wait(): void {
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    whenIdle(() => {
      this.#isWaiting = false;
      if (!this.host.isConnected) return;
      this.#drawn += more;
      this.host.requestUpdate();
    });
  }
}
