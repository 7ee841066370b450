import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Language, ReminderException, Reminders } from '../../../contract/index.js';
import { selectField, switchField } from '../../parts/fields.js';
import { languageName } from '../../words/language-name.js';
import type { exceptionWords } from './exception-words.js';
import type { PlanSetup } from './plan-fields.js';
import { reminderFields, textFieldOf, thankYouFields } from './plan-fields.js';

interface ExceptionSetup {
  readonly draft: Reminders;
  /** How many are stored: those after them are new, and open. */
  readonly stored: number;
  /** What the plan at a place is made of, in the language of its texts. */
  readonly setupOf: (place: string, textLanguage: Language) => PlanSetup;
  readonly words: Record<keyof typeof exceptionWords, string>;
  readonly language: Language;
  readonly error: (path: string) => TemplateResult | typeof nothing;
}

/** What is otherwise for a clinic, a clinician or a language (M-04). */
export function exceptionFields(setup: ExceptionSetup): TemplateResult {
  const { draft, words, setupOf } = setup;
  const { form, reason, world } = setupOf('', 'nb');
  const add = () => {
    const entry: ReminderException = {
      reminders: draft.reminders.map(({ hoursBefore }) => ({ hoursBefore })),
    };
    form.set('exceptions', [...draft.exceptions, entry]);
  };
  return html`<section class="section" aria-labelledby="exceptions">
    <h2 id="exceptions">${words.title}</h2>
    <p class="lead">${words.lead}</p>
    ${draft.exceptions.map((exception, index) => {
      const place = `exceptions.${index}.`;
      const plan = setupOf(place, exception.language ?? world.textLanguage);
      return renderException(setup, plan, { exception, index });
    })}
    <button class="button" type="button" ?disabled=${reason !== undefined} @click=${add}>
      ${words.add}
    </button>
  </section>`;
}

function renderException(
  { words, language, draft, stored, error }: ExceptionSetup,
  plan: PlanSetup,
  { exception, index }: { exception: ReminderException; index: number },
): TemplateResult {
  const { form, place, world, reason, problemText } = plan;
  const nameOf = (all: readonly { id: string; name: string }[], id: string | undefined) =>
    all.find((one) => one.id === id)?.name;
  const about = [
    nameOf(world.clinicians, exception.clinician),
    nameOf(world.clinics, exception.clinic),
    exception.language && languageName(exception.language, language),
  ];
  const title = about.filter(Boolean).join(', ') || words.new;
  const select = (
    name: 'clinic' | 'clinician' | 'language',
    options: readonly { value: string; label: string }[],
  ) =>
    selectField({
      ...{ form, path: place + name, label: words[name], reason, problemText },
      ...{ options, none: words.any, whenEmpty: 'absent' },
    });
  const items = (all: readonly { id: string; name: string }[]) =>
    all.map(({ id, name }) => ({ value: id, label: name }));
  const remove = () =>
    form.set(
      'exceptions',
      draft.exceptions.filter((_, other) => other !== index),
    );
  return html`<details class="exception" ?open=${index >= stored}>
    <summary>${title}</summary>
    <div class="three">
      ${select('clinician', items(world.clinicians))} ${select('clinic', items(world.clinics))}
      ${select(
        'language',
        world.languages.map((value) => ({ value, label: languageName(value, language) })),
      )}
    </div>
    ${error(`exceptions.${index}`)} ${renderReminders(plan, words)} ${renderThanks(plan, words)}
    ${renderTexts(plan, words)}
    <button
      class="link remove"
      type="button"
      aria-label="${words.remove}: ${title}"
      ?disabled=${reason !== undefined}
      @click=${remove}
    >
      ${words.remove}
    </button>
  </details>`;
}

type Words = ExceptionSetup['words'];

function renderReminders(plan: PlanSetup, words: Words): TemplateResult {
  const { form, place, reason, problemText } = plan;
  const path = `${place}reminders`;
  const isOwn = form.valueOf(path) !== undefined;
  return html`<div class="hours">
      ${switchField({
        ...{ path, label: words.reminders, hint: words.remindersHint, reason, problemText },
        form: {
          valueOf: () => isOwn,
          set: (_, isOn) => form.set(path, isOn === true ? [{ hoursBefore: 24 }] : undefined),
          problemOf: () => undefined,
        },
      })}
    </div>
    ${isOwn ? reminderFields(plan) : nothing}`;
}

function renderThanks(plan: PlanSetup, words: Words): TemplateResult {
  const { form, place, reason, problemText } = plan;
  const path = `${place}thankYou`;
  const value = form.valueOf(path);
  const choice = value === undefined ? '' : value === null ? 'none' : 'own';
  const set = (_: string, chosen: unknown) =>
    form.set(path, chosen === 'own' ? { hoursAfter: 3 } : chosen === 'none' ? null : undefined);
  return html`<div class="fields message">
    ${selectField({
      ...{ path, label: words.thanks, reason, problemText },
      form: { valueOf: () => choice, set, problemOf: () => undefined },
      options: [
        { value: 'none', label: words.noThanks },
        { value: 'own', label: words.own },
      ],
      none: words.asOtherwise,
    })}
    ${thankYouFields(plan)}
  </div>`;
}

function renderTexts(plan: PlanSetup, words: Words): TemplateResult {
  const { form, place, names, reason, problemText } = plan;
  return html`<details>
    <summary>${words.otherTexts}</summary>
    ${(['general', 'message', 'recall'] as const).map((type) => {
      const path = `${place}texts.${type}`;
      const isOwn = form.valueOf(path) !== undefined;
      return html`<div class="message">
        ${switchField({
          ...{ path, label: names[type], reason, problemText },
          form: {
            valueOf: () => isOwn,
            set: (_, isOn) => (isOn === true ? form.set(path, null) : leaveOut(plan, type)),
            problemOf: () => undefined,
          },
        })}
        ${isOwn ? textFieldOf(plan, type, path) : nothing}
      </div>`;
    })}
  </details>`;
}

/** A text as otherwise; where it was the last one, nothing of its kind stays. */
function leaveOut({ form, place }: PlanSetup, type: 'general' | 'message' | 'recall'): void {
  const texts = (form.valueOf(`${place}texts`) ?? {}) as Readonly<Record<string, unknown>>;
  const others = Object.entries(texts).filter(([name]) => name !== type);
  form.set(`${place}texts`, others.length > 0 ? Object.fromEntries(others) : undefined);
}
