import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { StaffError } from '../api/staff-error.js';
import { asStaffError } from './record-editor.js';

/** A question is put when nothing has changed for so long; milliseconds. */
const pause = 400;

/** An answer to a question that changes while somebody types: the last one counts, and the former answer stays until it is there. */
export class Latest<T> implements ReactiveController {
  value: T | undefined;
  failure: StaffError | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #abort: AbortController | undefined;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#stop();
  }

  /** Asks soon, instead of what was asked before; at once where nothing was. */
  ask(question: (signal: AbortSignal) => Promise<T>): void {
    const isFirst = this.#abort === undefined;
    this.#stop();
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    this.#timer = setTimeout(() => void this.#put(question, signal), isFirst ? 0 : pause);
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#abort?.abort();
  }

  async #put(question: (signal: AbortSignal) => Promise<T>, signal: AbortSignal): Promise<void> {
    try {
      const value = await question(signal);
      if (signal.aborted) return;
      this.value = value;
      this.failure = undefined;
    } catch (error) {
      if (signal.aborted) return;
      this.failure = asStaffError(error);
    }
    this.host.requestUpdate();
  }
}
