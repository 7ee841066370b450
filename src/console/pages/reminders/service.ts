import { css, html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import type { SmsServiceStatus } from '../../../contract/index.js';
import { alertIcon } from '../../../theme/icons.js';
import { LoadedPage } from '../../parts/loaded-page.js';
import { Loaded } from '../../state/loaded.js';
import { toHash } from '../../state/route.js';
import { SmsChangedEvent } from '../../state/sms-alert.js';
import { listed, shortTime } from '../../words/dates.js';
import { fill } from '../../words/in-language.js';
import { senderWords } from './sender-words.js';
import { smsFailureText } from '../../words/sms-failure-words.js';
import { serviceWords } from './service-words.js';

/** States in which nobody has to do anything. */
const calm: readonly SmsServiceStatus['state'][] = ['idle', 'sending', 'paused'];

/** Whether SMS leave: queue, last run, last error, pauses (*SMS informasjon*). */
export class SmsService extends LoadedPage {
  static override styles: CSSResultGroup = [
    LoadedPage.styles,
    css`
      .state {
        display: flex;
        gap: 10px;
        align-items: center;
        margin-block-end: 32px;
        font-size: 1.15em;
        font-weight: 600;
      }

      .state.wrong {
        color: var(--_error);
      }

      .groups {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(300px, 100%), 1fr));
        gap: 0 56px;
        max-inline-size: 960px;
      }

      dl {
        margin: 0 0 32px;
      }

      .line {
        display: flex;
        justify-content: space-between;
        gap: 24px;
        padding-block: 10px;
        border-block-end: 1px solid var(--_line);
      }

      dt {
        color: var(--_ink-quiet);
      }

      dd {
        margin: 0;
        overflow-wrap: anywhere;
        font-variant-numeric: tabular-nums;
        text-align: end;
      }
    `,
  ];

  readonly #status = new Loaded<SmsServiceStatus>(this);

  protected override open(): void {
    const { api } = this.console!;
    void this.#status.load(async () => {
      const { data } = await api.call('messageStatus');
      this.dispatchEvent(new SmsChangedEvent(data));
      return data;
    });
  }

  protected override render(): TemplateResult {
    return html`${this.renderLoaded(this.#status, (status) => this.#renderStatus(status))}
      <button
        class="button"
        type="button"
        ?disabled=${this.#status.isLoading}
        @click=${() => this.#status.reload()}
      >
        ${this.words(serviceWords).refresh}
      </button>`;
  }

  #renderStatus(status: SmsServiceStatus): TemplateResult {
    const words = this.words(serviceWords);
    const { state, replanning } = status;
    const isCalm = calm.includes(state);
    return html`
      <p class="state ${isCalm ? '' : 'wrong'}" role="status">
        ${isCalm ? nothing : alertIcon}${words[state]}
      </p>
      ${
        state === 'test-mode'
          ? html`<p>
              <a href=${toHash({ page: 'reminders', parts: ['texts'] })}>${words.turnOff}</a>
            </p>`
          : nothing
      }
      ${replanning ? html`<p class="notice">${fill(words.replanning, replanning)}</p>` : nothing}
      ${this.#renderSender(status)}
      <div class="groups">${this.#renderNow(status)} ${this.#renderMonth(status)}</div>
    `;
  }

  /** Where the account's sender may not be used, and what is used there. */
  #renderSender({ sender }: SmsServiceStatus): TemplateResult | typeof nothing {
    if (!sender || sender.notIn.length === 0) return nothing;
    const words = this.words(serviceWords);
    const names = this.words(senderWords);
    const countries = listed(
      sender.notIn.map((market) => names[market]),
      this.language,
    );
    return html`<p class="notice">
      ${fill(words.senderNotIn, { name: sender.name, countries })}
      <a href=${toHash({ page: 'reminders', parts: ['senders'] })}>${words.toSenders}</a>
    </p>`;
  }

  #renderNow(status: SmsServiceStatus): TemplateResult {
    const words = this.words(serviceWords);
    const { lastRun, lastError, oldestDue } = status;
    const at = (instant: string | null) =>
      instant === null ? words.never : shortTime(instant, this.language);
    const run = lastRun
      ? `${at(lastRun.startedAt)}${lastRun.endedAt === null ? `, ${words.running}` : ''}`
      : words.never;
    return html`<section aria-labelledby="now">
      <h2 id="now">${words.now}</h2>
      <dl>
        ${this.#line(words.waiting, status.waiting)} ${this.#line(words.due, status.due)}
        ${oldestDue ? this.#line(words.oldest, at(oldestDue)) : nothing}
        ${this.#line(words.lastRun, run)} ${this.#line(words.lastSent, at(status.lastSentAt))}
        ${this.#line(words.lastReceived, at(status.lastReceivedAt))}
        ${this.#line(
          words.lastError,
          lastError
            ? `${at(lastError.at)}: ${smsFailureText(lastError.reason, this.language)}`
            : words.noError,
        )}
        ${this.#line(words.pauses, this.#pausesOf(status))}
        ${this.#line(words.testMode, status.testMode ? words.on : words.off)}
      </dl>
    </section>`;
  }

  #renderMonth(status: SmsServiceStatus): TemplateResult {
    const words = this.words(serviceWords);
    const names = [
      ...([
        'sent',
        'delivered',
        'notDelivered',
        'failed',
        'expired',
        'received',
        'unread',
      ] as const),
    ];
    return html`<section aria-labelledby="month">
      <h2 id="month">${words.month}</h2>
      <dl>${names.map((name) => this.#line(words[name], status[name]))}</dl>
    </section>`;
  }

  #line(label: string, value: string | number): TemplateResult {
    const shown =
      typeof value === 'number' ? new Intl.NumberFormat(this.language).format(value) : value;
    return html`<div class="line">
      <dt>${label}</dt>
      <dd>${shown}</dd>
    </div>`;
  }

  #pausesOf({ pauses: { saturday, sunday, night } }: SmsServiceStatus): string {
    const words = this.words(serviceWords);
    const all = [
      ...(saturday ? [words.saturday] : []),
      ...(sunday ? [words.sunday] : []),
      ...(night ? [fill(words.night, night)] : []),
    ];
    return all.length > 0 ? listed(all, this.language) : words.noPauses;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-sms-service': SmsService;
  }
}
