import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Retention, StaffSettings } from '../../../contract/index.js';
import { selectField, switchField, textField } from '../../parts/fields.js';
import type { FieldBinding } from '../../parts/fields.js';
import { RecordPage } from '../../parts/record-page.js';
import { RecordEditor } from '../../state/record-editor.js';
import { settingsSource } from '../../state/record-sources.js';
import { fill } from '../../words/in-language.js';
import { rulesWords } from './rules-words.js';

/** Minutes that divide the hour: other lines would drift from the clock (A-04). */
const grids = [5, 10, 15, 20, 30, 60];
const terms: readonly (keyof Retention)[] = ['messageDays', 'appointmentMonths', 'contactMonths'];

/** What the account's settings say of the timebook, and of how long personal data is kept (A-04, A-14). */
export class RulesForm extends RecordPage<StaffSettings> {
  protected override readonly editor = new RecordEditor<StaffSettings>(this);
  /** A choice of numbers is one of texts. */
  readonly #grid: FieldBinding = {
    valueOf: (path) => String((this.editor.valueOf(path) as number | undefined) ?? ''),
    set: (path, value) => this.editor.set(path, Number(value)),
    problemOf: (path) => this.editor.problemOf(path),
  };

  protected override open(): void {
    void this.editor.open(settingsSource(this.console!.api));
  }

  protected override get recordName(): string {
    return this.words(rulesWords).record;
  }

  protected override nameOf(path: string): string {
    const words = this.words(rulesWords);
    const name = path.replace('retention.', '');
    return name in words ? words[name as keyof typeof words] : path;
  }

  protected override renderRecord({ timebookGridMinutes }: StaffSettings): TemplateResult {
    const words = this.words(rulesWords);
    const reason = this.reasonWithout('settings');
    const choices = [...new Set([...grids, timebookGridMinutes])].sort((one, other) => one - other);
    return html`<section class="section" aria-labelledby="timebook">
        <h2 id="timebook">${words.timebook}</h2>
        <div class="fields">
          ${selectField({
            ...this.field('timebookGridMinutes', words.timebookGridMinutes, {
              hint: words.timebookGridMinutesHint,
              reason,
            }),
            form: this.#grid,
            options: choices.map((number) => ({
              value: String(number),
              label: fill(words.minutes, { number }),
            })),
          })}
          ${switchField(
            this.field('publishingNeedsRecallTime', words.publishingNeedsRecallTime, {
              hint: words.publishingNeedsRecallTimeHint,
              reason,
            }),
          )}
        </div>
      </section>
      <section class="section" aria-labelledby="retention">
        <h2 id="retention">${words.retention}</h2>
        <p class="lead">${words.retentionLead}</p>
        <div class="fields">${terms.map((term) => this.#renderTerm(term, reason))}</div>
      </section>`;
  }

  #renderTerm(term: keyof Retention, reason: string | undefined): TemplateResult {
    const words = this.words(rulesWords);
    const { stored, draft } = this.editor;
    const isShorter = draft !== undefined && draft.retention[term] < (stored?.retention[term] ?? 0);
    return html`<div>
      ${textField({
        ...this.field(`retention.${term}`, words[term], { hint: words[`${term}Hint`], reason }),
        ...{ type: 'number', required: true },
      })}
      ${isShorter ? html`<p class="notice" role="status">${words.shorter}</p>` : nothing}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-rules': RulesForm;
  }
}
