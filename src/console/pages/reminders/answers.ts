import { css, html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { Reminders } from '../../../contract/index.js';
import { RecordPage } from '../../parts/record-page.js';
import { RecordEditor } from '../../state/record-editor.js';
import { toHash } from '../../state/route.js';
import { answerWords } from './answer-words.js';
import { remindersSource } from './reminder-source.js';

const choices = ['none', 'number', 'confirm', 'cancel'] as const;

/** Whether patients can answer, and what YES and NO do (*Tillat svar*, M-08). */
export class SmsAnswers extends RecordPage<Reminders> {
  static override styles: CSSResultGroup = [
    RecordPage.styles,
    css`
      fieldset {
        min-inline-size: 0;
        margin: 0 0 24px;
        padding: 0;
        border: 0;
      }

      legend {
        margin-block-end: 12px;
        padding: 0;
        font-weight: 600;
      }

      .switch {
        margin-block-end: 20px;
      }
    `,
  ];

  protected override readonly editor = new RecordEditor<Reminders>(this);
  /** Undefined: not known, or not for this person. */
  @state() private hasGateway: boolean | undefined;

  protected override open(): void {
    const { api } = this.console!;
    void this.editor.open(remindersSource(api));
    if (this.reasonWithout('settings')) return;
    // Without it the choice is there all the same.
    api
      .call('smsGateway')
      .then(({ data }) => (this.hasGateway = data.hasSecret))
      .catch(() => undefined);
  }

  protected override get recordName(): string {
    return this.words(answerWords).answers;
  }

  protected override nameOf(): string {
    return this.words(answerWords).answers;
  }

  protected override shown(value: unknown): string {
    return this.words(answerWords)[value as (typeof choices)[number]];
  }

  protected override renderRecord(draft: Reminders): TemplateResult {
    const words = this.words(answerWords);
    const reason = this.reasonWithout('settings');
    return html`<p class="lead">${words.lead}</p>
      <fieldset aria-describedby=${reason ? 'reason' : nothing}>
        <legend>${words.answers}</legend>
        ${choices.map(
          (choice) =>
            html`<div class="switch">
              <input
                type="radio"
                name="answers"
                id=${choice}
                aria-describedby="${choice}-hint"
                .checked=${live(draft.answers === choice)}
                ?disabled=${reason !== undefined}
                @change=${() => this.editor.set('answers', choice)}
              />
              <label for=${choice}>${words[choice]}</label>
              <div class="hint" id="${choice}-hint">${words[`${choice}Hint`]}</div>
            </div>`,
        )}
        ${reason ? html`<p class="reason" id="reason">${reason}</p>` : nothing}
      </fieldset>
      <p class="hint">${words.stop}</p>
      ${
        draft.answers !== 'none' && this.hasGateway === false
          ? html`<p class="notice">
              ${words.needsGateway}
              <a href=${toHash({ page: 'reminders', parts: ['gateway'] })}>${words.toGateway}</a>
            </p>`
          : nothing
      }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-sms-answers': SmsAnswers;
  }
}
