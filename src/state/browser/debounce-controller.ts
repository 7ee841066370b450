import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Does something when its host has been left alone for a while: the last of several requests, once. */
export class DebounceController implements ReactiveController {
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    host: ReactiveControllerHost,
    private readonly milliseconds: number,
  ) {
    host.addController(this);
  }

  /** Does it after the pause, unless another request comes first. */
  wait(action: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(action, this.milliseconds);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }
}
