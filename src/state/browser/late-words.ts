import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Language } from '../../contract/index.js';
import { loadLocale } from '../../locales/load-locale.js';

/** Milliseconds after which the patient is not left waiting for words without a way to call the clinic. */
const patience = 8000;

/** Knows when an element that stands alone has waited too long for its words, or could not load them. They may still come. */
export class LateWords implements ReactiveController {
  isLate = false;
  /** Words are missing. */
  isWaiting = true;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    /** The language whose words are missing; undefined when all are there. */
    private readonly missing: () => Language | undefined,
  ) {
    host.addController(this);
  }

  hostUpdate(): void {
    const language = this.missing();
    this.isWaiting = language !== undefined;
    if (!language) return this.#stop();
    this.#timer ??= setTimeout(this.#tell, patience);
    // A failure is retried by `load-locale.ts`, which renders the element again.
    loadLocale(language).catch(this.#tell);
  }

  hostDisconnected(): void {
    this.#stop();
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.isLate = false;
  }

  readonly #tell = (): void => {
    if (this.isLate || !this.missing()) return;
    this.isLate = true;
    this.host.requestUpdate();
  };
}
