import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Appointment } from '../contract/index.js';
import type { Localizer } from '../locales/localizer.js';

type Host = Pick<ReactiveControllerHost, 'requestUpdate'> & { readonly appointment?: Appointment };

const load = () => import('../state/browser/download-file.js');

/** Brings what makes the file when the patient comes near the button; what fails is tried again at the click. */
const prepare = (): void => void load().catch(() => undefined);

/** The way into the patient's calendar (P-32): what makes the file is loaded by those who want one. */
export class CalendarEntry {
  private isLoading = false;
  private isMissing = false;

  constructor(
    private readonly host: Host,
    private readonly words: Localizer,
  ) {}

  /** The button; beside it, in words, that what makes the file could not be had. */
  render(): TemplateResult {
    const { words } = this;
    return html`<button
        class="button"
        part="button"
        type="button"
        @pointerenter=${prepare}
        @focus=${prepare}
        @click=${this.handleClick}
      >
        ${words.term('toCalendar')}</button
      >${
        this.isMissing
          ? html`<p class="missing" role="alert">
              ${words.term(navigator.onLine ? 'unreachableHeading' : 'offlineHeading')}.
              ${words.term('tryAgain')}.
            </p>`
          : nothing
      }`;
  }

  private readonly handleClick = async (): Promise<void> => {
    const { host, words } = this;
    const { appointment } = host;
    if (!appointment || this.isLoading) return;
    this.isLoading = true;
    // Taken away meanwhile, so that it is said again when it fails again.
    this.isMissing = false;
    host.requestUpdate();
    const loaded = await load().catch(() => undefined);
    this.isLoading = false;
    this.isMissing = !loaded;
    loaded?.downloadCalendarFile(words, appointment);
    host.requestUpdate();
  };
}
