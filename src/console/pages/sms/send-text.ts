import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Language } from '../../../contract/index.js';
import {
  findReminderFieldProblem,
  reminderFields,
} from '../../../domain/message-text/reminder-fields.js';
import { fill, inLanguage } from '../../words/in-language.js';
import { fieldWords } from '../messages/field-words.js';
import type { MergeFieldController } from '../messages/merge-field-controller.js';
import { mergeTextField } from '../messages/merge-text-field.js';
import { messagesWords } from '../messages/messages-words.js';
import type { SendDraft } from './send-draft.js';
import type { FieldSetup } from './send-fields.js';

interface TextSetup extends FieldSetup {
  readonly language: Language;
  /** Language of the text, whose field names are offered. */
  readonly textLanguage: Language;
  readonly insert: (field: string) => void;
}

/** The text with its merge fields, and the way back to the one that is set up; `shown` is what stands in the field. */
export function renderText<Field extends keyof typeof fieldWords>(
  { text, whom }: SendDraft,
  shown: string,
  controller: MergeFieldController<Field>,
  { words, problemOf, set, language, textLanguage, insert }: TextSetup,
): TemplateResult {
  const texts = inLanguage(messagesWords, language);
  const problem = findReminderFieldProblem(shown);
  // Only an appointment has a time and a clinician.
  const names = whom === 'day' ? 4 : 2;
  const keepFocus = (event: Event) => event.preventDefault();
  return html`<div>
    ${mergeTextField({
      id: 'text',
      label: words.text,
      value: shown,
      rows: 6,
      hint: words.textHint,
      problem: problem ? fill(texts.unknownField, { field: problem.field }) : problemOf('text'),
      labels: inLanguage(fieldWords, language),
      listLabel: texts.fieldList,
      listHint: fill(texts.fieldListHint, { count: controller.matches.length }),
      controller,
      onInput: (typed) => set({ text: typed }),
      onFocus: () => undefined,
    })}
    <div class="chips" role="group" aria-label=${words.insert}>
      <span class="hint">${words.insert}</span>
      ${reminderFields[textLanguage]
        .slice(0, names)
        .map(
          (name) =>
            html`<button
              class="chip"
              type="button"
              @pointerdown=${keepFocus}
              @click=${() => insert(`[${name}]`)}
            >
              ${name}
            </button>`,
        )}
      ${
        text === undefined
          ? nothing
          : html`<button class="link" type="button" @click=${() => set({ text: undefined })}>
              ${words.toStandard}
            </button>`
      }
    </div>
    ${whom === 'day' && text === undefined ? html`<p class="hint">${words.asPlanned}</p>` : nothing}
  </div>`;
}
