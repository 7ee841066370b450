import { html, nothing, type TemplateResult } from 'lit';
import type { Language, Market } from '../contract/index.js';
import type { DraftProblem, DraftTextField } from '../domain/patient-draft.js';
import type { OpusFieldChooseEvent } from '../events/field-choose-event.js';
import type { Localizer } from '../locales/localizer.js';
import { fieldLabel, problemWords } from '../locales/problem-words.js';
import { textFields } from './text-fields.js';

// What the forms that ask for a patient's details share.

/** The town of a postcode, whose table comes with the first that is long enough to be one. */
const townIn =
  (market: Market, language: Language) =>
  async (text: string): Promise<string> => {
    if (text.length < 4) return '';
    const loaded = await import('../domain/towns/find-town.js').catch(() => undefined);
    return loaded?.findTown(market, language, text) ?? '';
  };

/** One field of the form, with what is typed in it. */
export interface DraftFieldView {
  readonly name: DraftTextField;
  readonly value: string;
  /** What is wrong with it, in words. */
  readonly error: string;
  readonly required?: boolean;
  readonly hint?: string;
}

/** A field with its label, of the kind that its name asks for (P-25). `today` is the clinic's civil date. */
export function renderDraftField(
  words: Localizer,
  market: Market,
  { name, value, error, required = true, hint = '' }: DraftFieldView,
  today = '',
): TemplateResult {
  const label = fieldLabel(words, market, name);
  if (name === 'nationalId') {
    return html`<opus-national-id-field
      name=${name}
      market=${market}
      today=${today}
      label=${label}
      error=${error}
      ?required=${required}
      .value=${value}
    ></opus-national-id-field>`;
  }
  if (name === 'mobile') {
    return html`<opus-phone-field
      name=${name}
      market=${market}
      label=${label}
      error=${error}
      ?required=${required}
      .value=${value}
    ></opus-phone-field>`;
  }
  const use = textFields[name];
  return html`<opus-text-field
    name=${name}
    label=${label}
    hint=${hint}
    error=${error}
    type=${use.type ?? 'text'}
    ?required=${required}
    ?multiline=${use.multiline}
    .autocomplete=${use.autocomplete}
    .inputMode=${use.inputMode ?? ''}
    .chars=${use.chars ?? 0}
    .max=${use.max ?? 0}
    .meaningOf=${name === 'postalCode' ? townIn(market, words.lang()) : undefined}
    .value=${value}
  ></opus-text-field>`;
}

/** All problems above the form, each with a way to its field (P-29), as soon as they can be shown. */
export function renderProblemSummary(
  words: Localizer,
  market: Market,
  problems: readonly DraftProblem[],
  handleChoose: (event: OpusFieldChooseEvent) => void,
): unknown {
  const items = problems.map((problem) => ({
    field: problem.field,
    text: problemWords(words, market, problem),
  }));
  if (!items[0]?.text) return nothing;
  return html`<opus-error-summary
    heading=${words.term('problemsHeading', problems.length)}
    text=${words.term('nothingLost')}
    .items=${items}
    @opus-field-choose=${handleChoose}
  ></opus-error-summary>`;
}
