import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Language } from '../../contract/index.js';
import { loadLocale, wordsPatience } from '../../locales/load-locale.js';

/** Knows when an element that stands alone has waited too long for its words, or could not load them. They may still come. */
export class LateWords implements ReactiveController {
  isLate = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    /** The language whose words are missing; undefined when all are there. */
    private readonly missing: () => Language | undefined,
  ) {
    host.addController(this);
  }

  /** Words are missing. */
  get isWaiting(): boolean {
    return this.missing() !== undefined;
  }

  hostUpdate(): void {
    const language = this.missing();
    if (!language) return this.#stop();
    this.#timer ??= setTimeout(this.#tell, wordsPatience);
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
