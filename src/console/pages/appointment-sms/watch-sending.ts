import type { ReactiveController } from 'lit';

/** Between two looks at what should have left, and before a time that is due; milliseconds. */
const pause = 3000;
/** What leaves later is not waited for. */
const longest = 3_600_000;

/** Looks again once something that waits should have left. */
export class WatchSending implements ReactiveController {
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    /** When what waits is to leave. */
    private readonly instants: () => readonly string[],
    private readonly look: () => void,
  ) {}

  hostUpdated(): void {
    clearTimeout(this.#timer);
    const next = Math.min(...this.instants().map(Date.parse));
    const wait = Math.max(pause, next - Date.now() + pause);
    if (wait < longest) this.#timer = setTimeout(this.look, wait);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }
}
