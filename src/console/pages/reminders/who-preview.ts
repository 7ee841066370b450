import { css, html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { ReminderPreview, Reminders } from '../../../contract/index.js';
import { LoadedPage } from '../../parts/loaded-page.js';
import { clinicTime, shortTime } from '../../words/dates.js';
import { fill } from '../../words/in-language.js';
import type { ReminderWorld } from './reminder-source.js';
import { remindersWords } from './reminders-words.js';
import { timelineWords } from './timeline-words.js';

const types = ['reminder-1', 'reminder-2', 'reminder-3', 'thank-you'] as const;

/** Who would get what, before a policy is saved (M-16). */
export class WhoPreview extends LoadedPage {
  static override styles: CSSResultGroup = [
    LoadedPage.styles,
    css`
      :host {
        display: block;
        max-inline-size: 560px;
      }

      table {
        margin-block: 16px;
      }

      .ask {
        margin-block: 12px;
      }

      td:not(:first-child),
      th:not(:first-child) {
        font-variant-numeric: tabular-nums;
        text-align: end;
      }

      td,
      th {
        padding-inline-end: 8px;
      }

      tbody th {
        color: inherit;
        font-size: inherit;
      }

      h3 {
        margin-block: 20px 8px;
        font-size: 1em;
      }

      .examples {
        display: grid;
        gap: 12px;
      }
    `,
  ];

  /** With what is not saved yet. */
  @property({ attribute: false }) policy: Reminders | undefined;
  @property({ attribute: false }) world: ReminderWorld | undefined;
  @state() private answer: ReminderPreview | undefined;
  @state() private askedFor: Reminders | undefined;

  protected override open(): void {}

  protected override render(): TemplateResult {
    const words = this.words(timelineWords);
    const reason = this.reasonWithout('settings');
    const isOld = this.answer !== undefined && this.askedFor !== this.policy;
    return html`<section aria-labelledby="preview">
      <h2 id="preview">${words.whoTitle}</h2>
      <p class="hint">${words.whoLead}</p>
      <p class="ask">
        <button
          class="button"
          type="button"
          aria-describedby="preview"
          ?disabled=${this.isBusy || reason !== undefined}
          @click=${this.#ask}
        >
          ${words.ask}
        </button>
      </p>
      ${reason ? html`<p class="reason">${reason}</p>` : nothing} ${this.renderFailure()}
      <div aria-live="polite">
        ${isOld ? html`<p class="notice">${words.askAgain}</p>` : nothing}
        ${this.answer ? this.#renderAnswer(this.answer) : nothing}
      </div>
    </section>`;
  }

  #renderAnswer({ before, after, without, isPartial, examples }: ReminderPreview): TemplateResult {
    const words = this.words(timelineWords);
    const names = this.words(remindersWords);
    const line = (label: string, one: number, other: number) =>
      html`<tr>
        <th scope="row">${label}</th>
        <td>${one}</td>
        <td>${other}</td>
      </tr>`;
    const shown = types.filter((type) => before.byType[type] + after.byType[type] > 0);
    return html`<table>
        <thead>
          <tr>
            <th scope="col">${words.kind}</th>
            <th scope="col">${words.before}</th>
            <th scope="col">${words.afterwards}</th>
          </tr>
        </thead>
        <tbody>
          ${shown.map((type) => line(names[type], before.byType[type], after.byType[type]))}
          ${line(words.together, before.messages, after.messages)}
          ${line(words.appointments, before.appointments, after.appointments)}
        </tbody>
      </table>
      <p class="hint">${fill(words.without, without)}</p>
      ${isPartial ? html`<p class="hint">${words.partial}</p>` : nothing}
      ${examples.length > 0 ? this.#renderExamples(examples) : nothing}`;
  }

  #renderExamples(examples: ReminderPreview['examples']): TemplateResult {
    const words = this.words(timelineWords);
    const names = this.words(remindersWords);
    const clinicians = new Map(this.world?.clinicians.map(({ id, name }) => [id, name]));
    return html`<h3 id="examples">${words.examples}</h3>
      <ul class="examples" role="list" aria-labelledby="examples">
        ${examples.map(
          ({ start, clinician, messages }) =>
            html`<li>
              ${fill(words.example, {
                start: clinicTime(start, this.language),
                clinician: clinicians.get(clinician) ?? clinician,
              })}
              ${messages.map(
                ({ type, sendsAt }) =>
                  html`<br /><span class="hint"
                      >${names[type]}: ${shortTime(sendsAt, this.language)}</span
                    >`,
              )}
            </li>`,
        )}
      </ul>`;
  }

  readonly #ask = async () => {
    const { policy } = this;
    if (!policy) return;
    await this.run(async () => {
      const { data } = await this.console!.api.call('previewReminders', { body: policy });
      this.answer = data;
      this.askedFor = policy;
    });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-reminder-preview': WhoPreview;
  }
}
