import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Language, SmsType } from '../../../contract/index.js';
import { textField } from '../../parts/fields.js';
import type { FieldBinding } from '../../parts/fields.js';
import { fill } from '../../words/in-language.js';
import type { policyWords } from './policy-words.js';
import type { ReminderWorld } from './reminder-source.js';
import type { ReminderTextEvent } from './reminder-text.js';
import type { remindersWords } from './reminders-words.js';

/** What the fields of a plan are made of: the account's own, or those of an exception. */
export interface PlanSetup {
  readonly form: FieldBinding;
  /** Where the plan stands in the policy: empty, or such as `exceptions.0.`. */
  readonly place: string;
  readonly world: ReminderWorld;
  readonly textLanguage: Language;
  readonly reason: string | undefined;
  readonly words: Record<keyof typeof policyWords, string>;
  readonly names: Record<keyof typeof remindersWords, string>;
  /** Label of the buttons that remove one. */
  readonly remove: string;
  readonly problemText: (code: string) => string;
}

export const mostReminders = 3;

/** A text with its phone; an empty one is stored as null, the standard text. */
export function textFieldOf(setup: PlanSetup, type: SmsType, path: string): TemplateResult {
  const { form, world, textLanguage, reason = '', names } = setup;
  const value = form.valueOf(path);
  const standard = world.texts.items.find((one) => one.type === type && one.lang === textLanguage);
  return html`<opus-console-reminder-text
    .name=${names[type]}
    .text=${typeof value === 'string' ? value : ''}
    .standard=${standard?.text ?? ''}
    .textLanguage=${textLanguage}
    .samples=${world.texts.samples[textLanguage]}
    .sender=${world.sender}
    .reason=${reason}
    .problem=${form.problemOf(path) ?? ''}
    @opus-console-reminder-text=${({ text }: ReminderTextEvent) => form.set(path, text || null)}
  ></opus-console-reminder-text>`;
}

function hoursField(setup: PlanSetup, path: string, label: string): TemplateResult {
  const { form, reason, words, problemText } = setup;
  const hours = form.valueOf(path);
  const isLong = typeof hours === 'number' && hours >= 48;
  const hint = isLong
    ? fill(words.daysAndHours, { days: Math.floor(hours / 24), hours: hours % 24 })
    : undefined;
  return html`<div class="hours">
    ${textField({
      ...{ form, path, label, hint, reason, problemText },
      ...{ type: 'number', whenEmpty: 'absent', placeholder: '24' },
    })}
  </div>`;
}

/** The reminders, one after the other. */
export function reminderFields(setup: PlanSetup): TemplateResult {
  const { form, place, reason, words, names } = setup;
  const path = `${place}reminders`;
  const reminders = (form.valueOf(path) ?? []) as readonly object[];
  const add = () => form.set(path, [...reminders, { hoursBefore: 24, text: null }]);
  const problem = form.problemOf(path);
  return html`
    ${reminders.length === 0 ? html`<p class="hint">${words.noReminders}</p>` : nothing}
    ${reminders.map((_, index) => {
      const type = `reminder-${index + 1}` as SmsType;
      const remove = () =>
        form.set(
          path,
          reminders.filter((_entry, other) => other !== index),
        );
      return html`<fieldset class="message">
        <legend>${names[type]}</legend>
        <div class="row">
          ${hoursField(setup, `${path}.${index}.hoursBefore`, words.hoursBefore)}
          <button
            class="link remove"
            type="button"
            aria-label=${fill(words.removeNamed, { name: names[type] })}
            ?disabled=${reason !== undefined}
            @click=${remove}
          >
            ${setup.remove}
          </button>
        </div>
        ${textFieldOf(setup, type, `${path}.${index}.text`)}
      </fieldset>`;
    })}
    ${problem ? html`<p class="error">${setup.problemText(problem)}</p>` : nothing}
    ${
      reminders.length < mostReminders
        ? html`<button class="button" type="button" ?disabled=${reason !== undefined} @click=${add}>
            ${words.addReminder}
          </button>`
        : nothing
    }
  `;
}

/** The thank-you, where there is one. */
export function thankYouFields(setup: PlanSetup): TemplateResult {
  const { form, place, words } = setup;
  const path = `${place}thankYou`;
  if (!form.valueOf(path)) return html``;
  return html`
    ${hoursField(setup, `${path}.hoursAfter`, words.hoursAfter)}
    ${textFieldOf(setup, 'thank-you', `${path}.text`)}
  `;
}
