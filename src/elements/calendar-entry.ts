import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Appointment } from '../contract/index.js';
import type { Localizer } from '../locales/localizer.js';

type Host = Pick<ReactiveControllerHost, 'requestUpdate'> & { readonly appointment?: Appointment };

const load = () => import('../state/browser/download-file.js');

/** Loads the code that makes the file when the pointer or focus reaches the button; a failure is tried again at the click. */
const prepare = (): void => void load().catch(() => undefined);

/** Downloads the appointment for the patient's calendar (P-32); the code that makes the file is loaded on demand. */
export class CalendarEntry {
  #isLoading = false;
  #isMissing = false;

  constructor(
    private readonly host: Host,
    private readonly words: Localizer,
  ) {}

  /** The button, and a message where that code could not be loaded. */
  render(): TemplateResult {
    const { words } = this;
    return html`<button
        class="button"
        part="button"
        type="button"
        @pointerenter=${prepare}
        @focus=${prepare}
        @click=${this.#handleClick}
      >
        ${words.term('toCalendar')}</button
      >${
        this.#isMissing
          ? html`<p class="missing" role="alert">
              ${words.term(navigator.onLine ? 'unreachableHeading' : 'offlineHeading')}.
              ${words.term('tryAgain')}.
            </p>`
          : nothing
      }`;
  }

  readonly #handleClick = async (): Promise<void> => {
    const { host, words } = this;
    const { appointment } = host;
    if (!appointment || this.#isLoading) return;
    this.#isLoading = true;
    // Removed meanwhile, so that a second failure is announced too.
    this.#isMissing = false;
    host.requestUpdate();
    const loaded = await load().catch(() => undefined);
    this.#isLoading = false;
    this.#isMissing = !loaded;
    loaded?.downloadCalendarFile(words, appointment);
    host.requestUpdate();
  };
}
