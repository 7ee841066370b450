import type { TemplateResult } from 'lit';
import type { Account, FieldProblem, Patient } from '../../contract/index.js';
import type { NeedField } from '../../domain/need-details.js';
import {
  bookingDetailsOf,
  checkDraftField,
  draftProblemsOf,
  type PatientDraft,
} from '../../domain/patient-draft.js';
import type { Localizer } from '../../locales/localizer.js';
import { problemWords } from '../../locales/problem-words.js';
import { renderDraftField } from '../draft-form.js';

/** The service's problems by field, in words. */
export function problemsInWords(
  words: Localizer,
  { market }: Account,
  problems: readonly FieldProblem[],
): ReadonlyMap<string, string> {
  return new Map(
    draftProblemsOf(problems).map((each) => [each.field, problemWords(words, market, each)]),
  );
}

/** Problems by field, in words, and the details that are sent when there are none. */
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

/** The fields that are missing; none where the clinic has all details. */
export function renderMissing(
  words: Localizer,
  { market }: Account,
  fields: readonly NeedField[],
  draft: PatientDraft,
  errorOf: (name: string) => string,
): TemplateResult[] {
  return fields.map((name) =>
    renderDraftField(words, market, { name, value: draft[name], error: errorOf(name) }),
  );
}
