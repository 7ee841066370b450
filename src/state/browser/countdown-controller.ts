import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Counts down to a moment of this browser's clock and has its host rendered whenever the number changes. Derived from
 * the clock each time, so a page that slept in the background is right again at once.
 */
export class CountdownController implements ReactiveController {
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `until` gives the moment in epoch milliseconds, or undefined; `step` is what is counted, in milliseconds. */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly until: () => number | undefined,
    private readonly step = 1000,
  ) {
    host.addController(this);
  }

  /** Steps that are left, the begun one included; 0 when the moment has come, or there is none. */
  get left(): number {
    return Math.ceil(this.#milliseconds / this.step);
  }

  hostConnected(): void {
    this.#schedule();
  }

  hostUpdated(): void {
    this.#schedule();
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  get #milliseconds(): number {
    return Math.max(0, (this.until() ?? 0) - Date.now());
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    const left = this.#milliseconds;
    if (left === 0) return;
    this.#timer = setTimeout(() => this.host.requestUpdate(), ((left - 1) % this.step) + 1);
  }
}
