import { html, type TemplateResult } from 'lit';
import type { Account, FieldProblem, Patient } from '../../contract/index.js';
import type { NeedField } from '../../domain/need-details.js';
import {
  bookingDetailsOf,
  checkDraftField,
  draftProblemsOf,
  type PatientDraft,
} from '../../domain/patient-draft.js';
import type { Localizer } from '../../locales/localizer.js';
import { fieldLabel, problemWords } from '../../locales/problem-words.js';

const autocomplete = {
  email: 'email',
  mobile: 'tel',
  address1: 'address-line1',
  address2: 'address-line2',
  postalCode: 'postal-code',
} as const satisfies Record<NeedField, string>;

/** What the service found wrong, by field, in words. */
export function problemsInWords(
  words: Localizer,
  { market }: Account,
  problems: readonly FieldProblem[],
): ReadonlyMap<string, string> {
  return new Map(
    draftProblemsOf(problems).map((each) => [each.field, problemWords(words, market, each)]),
  );
}

/** What is wrong, by field, in words; and what is sent when nothing is. */
export function missingDetails(
  words: Localizer,
  { market, settings }: Account,
  fields: readonly NeedField[],
  draft: PatientDraft,
  today: string,
): { readonly problems: ReadonlyMap<string, string>; readonly details: Partial<Patient> } {
  const rules = { market, settings, today };
  const problems = new Map<string, string>();
  for (const field of [...fields, 'consent'] as const) {
    const code = checkDraftField(draft, field, rules);
    if (code) problems.set(field, problemWords(words, market, { field, code }));
  }
  const { patient } = bookingDetailsOf(draft, rules);
  const details = Object.fromEntries(
    Object.entries(patient).filter(([name]) => fields.some((field) => field === name)),
  );
  return { problems, details };
}

/** The fields that are missing; nothing where the clinic knows all. */
export function renderMissing(
  words: Localizer,
  { market }: Account,
  fields: readonly NeedField[],
  draft: PatientDraft,
  errorOf: (name: string) => string,
): TemplateResult[] {
  return fields.map((name) => {
    const label = fieldLabel(words, market, name);
    return name === 'mobile'
      ? html`<opus-phone-field
          name=${name}
          market=${market}
          label=${label}
          error=${errorOf(name)}
          required
          .value=${draft[name]}
        ></opus-phone-field>`
      : html`<opus-text-field
          name=${name}
          label=${label}
          error=${errorOf(name)}
          type=${name === 'email' ? 'email' : 'text'}
          required
          .autocomplete=${autocomplete[name]}
          .value=${draft[name]}
        ></opus-text-field>`;
  });
}
