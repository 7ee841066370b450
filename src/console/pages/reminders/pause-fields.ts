import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Language } from '../../../contract/index.js';
import { switchField } from '../../parts/fields.js';
import type { FieldBinding, FieldSetup } from '../../parts/fields.js';
import { weekdayNames } from '../../words/dates.js';
import type { policyWords } from './policy-words.js';

interface PauseSetup {
  readonly form: FieldBinding;
  readonly field: (
    path: string,
    label: string,
    more?: Partial<Pick<FieldSetup, 'hint' | 'reason'>>,
  ) => FieldSetup;
  readonly reason: string | undefined;
  readonly words: Record<keyof typeof policyWords, string>;
  readonly language: Language;
  /** What is wrong with a field of several controls. */
  readonly error: (path: string) => TemplateResult | typeof nothing;
}

/** The night of the manual. */
const usualNight = { from: '22:00', to: '07:00' };

/** Weekdays and holidays that are not counted, and pauses in which nothing leaves (M-05). */
export function pauseFields(setup: PauseSetup): TemplateResult {
  const { words, field, reason, form, error } = setup;
  return html`<section class="section" aria-labelledby="when-not">
    <h2 id="when-not">${words.whenNot}</h2>
    <div class="fields">
      ${dayFields(setup)} ${switchField(field('publicHolidays', words.publicHolidays, { reason }))}
      <fieldset class="plain" aria-describedby="pauses-hint pauses-night-problem">
        <legend>${words.pauses}</legend>
        <p class="hint" id="pauses-hint">${words.pausesHint}</p>
        <div class="fields">
          ${switchField(field('pauses.saturday', words.saturday, { reason }))}
          ${switchField(field('pauses.sunday', words.sunday, { reason }))}
          ${switchField({
            ...field('pauses.night', words.night, { reason }),
            form: {
              valueOf: () => Boolean(form.valueOf('pauses.night')),
              set: (path, isOn) => form.set(path, isOn === true ? usualNight : null),
              // Said once, below the two times.
              problemOf: () => undefined,
            },
          })}
          ${form.valueOf('pauses.night') ? nightFields(setup) : nothing} ${error('pauses.night')}
        </div>
      </fieldset>
    </div>
  </section>`;
}

function dayFields({ form, words, language, reason, error }: PauseSetup): TemplateResult {
  const days = (form.valueOf('daysWithoutSending') ?? []) as readonly number[];
  const set = (day: number, isOn: boolean) => {
    const others = days.filter((one) => one !== day);
    form.set('daysWithoutSending', isOn ? [...others, day].sort() : others);
  };
  const isWrong = form.problemOf('daysWithoutSending') !== undefined;
  return html`<fieldset
    class="plain"
    aria-describedby="days-hint ${isWrong ? 'daysWithoutSending-problem' : ''}"
  >
    <legend>${words.days}</legend>
    <p class="hint" id="days-hint">${words.daysHint}</p>
    <div class="days">
      ${weekdayNames(language).map(
        (name, index) =>
          html`<label
            ><input
              type="checkbox"
              aria-invalid=${isWrong ? 'true' : 'false'}
              .checked=${live(days.includes(index + 1))}
              ?disabled=${reason !== undefined}
              @change=${(event: Event) => set(index + 1, (event.target as HTMLInputElement).checked)}
            />${name}</label
          >`,
      )}
    </div>
    ${error('daysWithoutSending')}
  </fieldset>`;
}

function nightFields({ form, words, reason }: PauseSetup): TemplateResult {
  const isWrong = form.problemOf('pauses.night') !== undefined;
  const time = (path: 'from' | 'to', label: string) => {
    const value = form.valueOf(`pauses.night.${path}`);
    return html`<div class="field">
      <label for="night-${path}">${label}</label>
      <input
        class="control"
        type="time"
        id="night-${path}"
        aria-label="${words.night}: ${label}"
        aria-invalid=${isWrong ? 'true' : 'false'}
        .value=${live(typeof value === 'string' ? value : '')}
        ?readonly=${reason !== undefined}
        @change=${(event: Event) => {
          const { value: typed } = event.target as HTMLInputElement;
          // A field that is being typed in is empty meanwhile.
          if (typed) form.set(`pauses.night.${path}`, typed);
        }}
      />
    </div>`;
  };
  return html`<div class="times">
    ${time('from', words.nightFrom)} ${time('to', words.nightTo)}
  </div>`;
}
