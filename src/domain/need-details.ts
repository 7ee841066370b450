import type { Account, FieldProblem, KnownPatient } from '../contract/index.js';
import { draftFieldsOf, draftProblemsOf, type DraftTextField } from './patient-draft.js';

/** What the clinic asks of everybody and may not know of a patient who is otherwise known (P-38, P-39). */
export type NeedField = Extract<
  DraftTextField,
  'email' | 'mobile' | 'address1' | 'address2' | 'postalCode'
>;

const needFields: readonly string[] = ['email', 'mobile', 'address1', 'address2', 'postalCode'];

/** The fields that have to be filled in: those that are required and not on file, and those that the service sent back. */
export function missingFields(
  { settings }: Account,
  patient: KnownPatient | undefined,
  problems: readonly FieldProblem[],
): NeedField[] {
  const wrong = new Set<string>(draftProblemsOf(problems).map(({ field }) => field));
  return draftFieldsOf(settings).flatMap(({ name, required }) =>
    isNeedField(name) && ((required && !patient?.[name]) || wrong.has(name)) ? [name] : [],
  );
}

/** True when each of the problems that the service found is said beside a field, or beside the consent. */
export function areSaidBesideFields(problems: readonly FieldProblem[]): boolean {
  const said = draftProblemsOf(problems).filter(
    ({ field }) => field === 'consent' || isNeedField(field),
  );
  return problems.length > 0 && said.length === problems.length;
}

function isNeedField(name: string): name is NeedField {
  return needFields.includes(name);
}
