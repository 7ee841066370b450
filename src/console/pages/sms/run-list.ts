import { css, html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import type { SmsRun } from '../../../contract/index.js';
import { LoadedPage } from '../../parts/loaded-page.js';
import { Loaded } from '../../state/loaded.js';
import { toHash } from '../../state/route.js';
import { fill } from '../../words/in-language.js';
import { smsTypeWords } from '../../words/sms-words.js';
import { leftText } from './left-text.js';
import { shortTime } from './message-row.js';
import { leftWords } from './left-words.js';
import { sendWords } from './send-words.js';

/** Milliseconds between two looks at how far it is. */
const pause = 700;
const shown = 5;

/** Texts that were sent to many: how far each has come, whom it left out, and a way to stop it. */
export class RunList extends LoadedPage {
  static override styles: CSSResultGroup = [
    LoadedPage.styles,
    css`
      progress {
        inline-size: min(320px, 100%);
        block-size: 10px;
        accent-color: var(--_accent-text);
      }

      .item > div {
        display: grid;
        gap: 2px;
      }
    `,
  ];

  readonly #runs = new Loaded<readonly SmsRun[]>(this);
  #timer: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  /** Looks anew: a run has begun. */
  async refresh(): Promise<void> {
    await this.#runs.reload({ isBackground: true });
    this.#follow();
  }

  protected override open(): void {
    const { api } = this.console!;
    void this.#runs
      .load(async (isBackground) => (await api.call('messageRuns', { isBackground })).data.items)
      .then(() => this.#follow());
  }

  #follow(): void {
    clearTimeout(this.#timer);
    const isWorking = this.#runs.value?.some(({ state }) => state === 'working');
    if (isWorking && this.isConnected) this.#timer = setTimeout(() => void this.refresh(), pause);
  }

  protected override render(): TemplateResult | typeof nothing {
    const words = this.words(sendWords);
    // One message is no mailing, and stands in the list of sent ones.
    const runs = (this.#runs.value ?? []).filter(({ total }) => total > 1).slice(0, shown);
    if (runs.length === 0) return nothing;
    return html`<section class="section" aria-labelledby="runs">
      <h2 id="runs">${words.runs}</h2>
      ${this.renderFailure()}
      <ul class="items">
        ${runs.map((run) => this.#renderRun(run))}
      </ul>
    </section>`;
  }

  #renderRun(run: SmsRun): TemplateResult {
    const words = this.words(sendWords);
    const { id, state, total, done, made, type, startedAt, startedBy, left } = run;
    const isWorking = state === 'working';
    const text = fill(isWorking ? words.working : words.runOf, { total, done, made });
    const without = leftText(left, this.words(leftWords), this.language);
    return html`<li class="item">
      <div>
        <strong
          >${shortTime(startedAt)}
          ${this.words(smsTypeWords)[type]}${state === 'stopped' ? `, ${words.stopped.toLowerCase()}` : ''}</strong
        >
        <span role=${isWorking ? 'status' : nothing}>${text}</span>
        ${isWorking ? html`<progress max=${total} value=${done} aria-label=${text}></progress>` : nothing}
        ${without ? html`<span class="hint">${words.leftOut} ${without}</span>` : nothing}
        <span class="hint">${startedBy}</span>
      </div>
      <div class="row">
        <a href=${toHash({ page: 'sms', parts: ['sent', 'run', id] })}>${words.show}</a>
        ${
          isWorking
            ? html`<button
                class="button"
                type="button"
                ?disabled=${this.isBusy}
                @click=${() => this.#stop(id)}
              >
                ${words.stop}
              </button>`
            : nothing
        }
      </div>
    </li>`;
  }

  #stop(id: string): Promise<boolean> {
    return this.run(async () => {
      await this.console!.api.call('stopMessageRun', { id });
      await this.refresh();
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-sms-runs': RunList;
  }
}
