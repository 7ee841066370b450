import { css, html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import type { ChannelHealth } from '../../../contract/index.js';
import { LoadedPage } from '../../parts/loaded-page.js';
import { Loaded } from '../../state/loaded.js';
import { toHash } from '../../state/route.js';
import { dateTime } from '../../words/dates.js';
import { fill } from '../../words/in-language.js';
import { smsFailureText } from '../../words/sms-failure-words.js';
import { readGuideData, readToday } from '../guide/guide-data.js';
import { guideSteps, isComplete } from '../guide/guide-steps.js';
import { statusWords } from './status-words.js';

interface Status {
  readonly isComplete: boolean;
  readonly isReady: boolean;
  readonly messages: readonly ChannelHealth[];
}

/** The three checks of the old service window in today's terms: set-up, database, messages (S-08). */
export class StatusSection extends LoadedPage {
  static override styles: CSSResultGroup = [
    LoadedPage.styles,
    css`
      .check {
        align-items: start;
      }

      .check h2 {
        margin: 0;
        font-size: 1em;
      }

      .check > div {
        flex: 1 1 320px;
      }

      .wrong {
        color: var(--_error);
        font-weight: 600;
      }
    `,
  ];

  readonly #status = new Loaded<Status>(this);

  protected override open(): void {
    const { api } = this.console!;
    void this.#status.load(async () => {
      const [ready, data, health] = await Promise.all([
        api.fetch(`${api.url}/readyz`),
        readToday(api, Date.now()).then((today) => readGuideData(api, today)),
        api.call('health'),
      ]);
      return {
        isComplete: isComplete(guideSteps(data)),
        isReady: ready.ok,
        messages: health.data.messages,
      };
    });
  }

  protected override render(): TemplateResult {
    const words = this.words(statusWords);
    return html`
      <p class="lead">${words.lead}</p>
      ${this.renderLoaded(this.#status, (status) => this.#renderChecks(status))}
      <button
        class="button"
        type="button"
        ?disabled=${this.#status.isLoading}
        @click=${() => this.#status.reload()}
      >
        ${words.refresh}
      </button>
    `;
  }

  #renderChecks({ isComplete: isSetUp, isReady, messages }: Status): TemplateResult {
    const words = this.words(statusWords);
    const guide = html`<a href=${toHash({ page: 'guide' })}>${words.toGuide}</a>`;
    return html`<ul class="items">
      ${this.#renderCheck(
        words.settings,
        isSetUp,
        isSetUp ? html`${words.settingsOk}` : html`${words.settingsWrong} ${guide}`,
      )}
      ${this.#renderCheck(
        words.database,
        isReady,
        html`${isReady ? words.databaseOk : words.databaseWrong}`,
      )}
      ${messages.map((channel) => this.#renderChannel(channel))}
    </ul>`;
  }

  #renderChannel(health: ChannelHealth): TemplateResult {
    const words = this.words(statusWords);
    const { channel, waiting, failed, lastSentAt, failingSince, lastFailure } = health;
    const day = (instant: string) => dateTime(instant, this.language);
    const sent = lastSentAt ? fill(words.lastSent, { date: day(lastSentAt) }) : words.neverSent;
    return this.#renderCheck(
      words[channel],
      failingSince === null,
      html`${failingSince ? html`${fill(words.failing, { date: day(failingSince) })}<br />` : nothing}
      ${sent} ${fill(words.counts, { waiting, failed })}
      ${
        lastFailure
          ? html`<br />${fill(words.lastFailure, {
                date: day(lastFailure.at),
                reason: this.#reasonOf(channel, lastFailure.reason),
              })}`
          : nothing
      }`,
    );
  }

  /** What a gateway of SMS answered is told in words; a mail server's own are shown as they are. */
  #reasonOf(channel: ChannelHealth['channel'], reason: string): string {
    if (reason === '') return this.words(statusWords).noReason;
    return channel === 'sms' ? smsFailureText(reason, this.language) : reason;
  }

  #renderCheck(name: string, isOk: boolean, content: TemplateResult): TemplateResult {
    const words = this.words(statusWords);
    return html`<li class="item check">
      <div>
        <h2>${name}</h2>
        <p class="hint">${content}</p>
      </div>
      <span class=${isOk ? '' : 'wrong'}>${isOk ? words.ok : words.wrong}</span>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-status': StatusSection;
  }
}
