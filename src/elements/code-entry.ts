import {
  css,
  html,
  nothing,
  type LitElement,
  type ReactiveController,
  type TemplateResult,
} from 'lit';
import { checkCode, readCode, type CodeReason } from '../domain/confirmation-code.js';
import { OpusCodeEvent, OpusResendEvent } from '../events/confirm-events.js';
import type { Localizer } from '../locales/localizer.js';
import { problemSentence, shownProblem } from '../locales/problem-set.js';
import { CountdownController } from '../state/browser/countdown-controller.js';
import { readOneTimeCode } from '../state/browser/one-time-code.js';
import { busyLabel } from '../theme/busy-label.js';
import { tickIcon } from '../theme/icons.js';
import { focusProblem } from './focus-problem.js';

/** Goes with `CodeEntry.renderAgain`. */
export const codeEntryStyles = css`
  .again {
    display: grid;
    gap: 4px;
    padding-block-start: 16px;
    border-block-start: 1px solid var(--_line);
  }

  .again p {
    font-variant-numeric: tabular-nums;
  }

  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 24px;
    align-items: center;
    min-block-size: 44px;
  }

  .ways .link {
    min-block-size: 44px;
  }

  .done {
    display: flex;
    gap: 8px;
    color: var(--_success);
    font-weight: 500;
  }

  .done .icon {
    flex: none;
    margin-block-start: 2px;
  }
`;

/** An element with an `opus-code-field`; `busy` is the call that runs. */
type Host = LitElement & { readonly busy?: string };

/** Entry of a code, typed or read from an SMS by the browser, and the request for another one (P-31). */
export class CodeEntry implements ReactiveController {
  text = '';
  /** The problem of the code that was last submitted. */
  reason: CodeReason | undefined;
  isSentAgain = false;
  readonly #resend: CountdownController;
  /** Stops waiting for a code from an SMS. */
  #waiting = new AbortController();

  /** `resendAt` returns when another code can be requested, in epoch milliseconds. */
  constructor(
    private readonly host: Host,
    private readonly words: Localizer,
    resendAt: () => number | undefined,
  ) {
    this.#resend = new CountdownController(host, resendAt);
    host.addController(this);
  }

  hostConnected(): void {
    void this.#waitForSms();
  }

  hostDisconnected(): void {
    this.#waiting.abort();
  }

  /** Another code was sent: removes what was typed of the former one. */
  startAgain(): void {
    this.isSentAgain = true;
    this.reason = undefined;
    this.text = '';
    this.#waiting.abort();
    void this.#waitForSms();
  }

  /** The problem in words, for the code's field. */
  get problem(): string {
    const { reason, words } = this;
    if (!reason) return '';
    const precise = words.term('codeProblem', reason);
    return shownProblem(words, problemSentence(words, words.term('codeLabel'), reason, precise));
  }

  /** Moves focus into the code's field. */
  focus(): void {
    this.host.renderRoot.querySelector<HTMLElement>('opus-code-field')?.focus();
  }

  /** The button for another code, with `others` beside it. */
  renderAgain(others: unknown): TemplateResult {
    return html`<div class="again">
      ${
        this.isSentAgain
          ? html`<p class="done">${tickIcon}<span>${this.words.term('codeSentAgain')}</span></p>`
          : nothing
      }
      <div class="ways">${this.#renderResend()}${others}</div>
    </div>`;
  }

  readonly handleInput = (event: Event): void => {
    event.stopPropagation();
    this.text = (event.target as HTMLInputElement).value;
    this.isSentAgain = false;
    this.host.requestUpdate();
  };

  readonly handleSubmit = (event: Event): void => {
    event.preventDefault();
    const { host } = this;
    if (host.busy) return;
    this.reason = checkCode(this.text);
    if (this.reason) void focusProblem(host, this.words, 'opus-code-field');
    else host.dispatchEvent(new OpusCodeEvent(this.text));
    host.requestUpdate();
  };

  #renderResend(): TemplateResult {
    const { words } = this;
    const { left } = this.#resend;
    if (left) {
      const time = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
      return html`<p class="quiet">${words.term('resendIn', time)}</p>`;
    }
    const isBusy = this.host.busy === 'resend';
    return html`<button
      class="link"
      type="button"
      aria-disabled=${isBusy ? 'true' : 'false'}
      @click=${this.#handleResend}
    >
      ${busyLabel(words.term('resendCode'), words.term('resendingCode'), isBusy)}
    </button>`;
  }

  /** Fills in the code where the browser can read it from the SMS; the patient still presses the button. */
  async #waitForSms(): Promise<void> {
    if (!('OTPCredential' in window)) return;
    const { signal } = (this.#waiting = new AbortController());
    const code = await readOneTimeCode(signal);
    if (!code || signal.aborted) return;
    this.text = readCode(code);
    this.reason = undefined;
    this.host.requestUpdate();
  }

  readonly #handleResend = (): void => {
    const { host } = this;
    if (host.busy) return;
    this.reason = undefined;
    host.requestUpdate();
    host.dispatchEvent(new OpusResendEvent());
  };
}
