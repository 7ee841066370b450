import type { TemplateResult } from 'lit';
import type { Account, Patient } from '../../contract/index.js';
import type { NeedField } from '../../domain/need-details.js';
import {
  bookingDetailsOf,
  checkDraftField,
  type DraftProblem,
  type PatientDraft,
} from '../../domain/patient-draft.js';
import type { Localizer } from '../../locales/localizer.js';
import { renderDraftField } from '../draft-form.js';

/** Problems and the details that are sent when there are none. */
export function missingDetails(
  { market, settings }: Account,
  fields: readonly NeedField[],
  draft: PatientDraft,
  today: string,
): { readonly problems: readonly DraftProblem[]; readonly details: Partial<Patient> } {
  const rules = { market, settings, today };
  const problems = ([...fields, 'consent'] as const).flatMap((field) => {
    const code = checkDraftField(draft, field, rules);
    return code ? [{ field, code }] : [];
  });
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
