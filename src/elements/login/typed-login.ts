import type { LoginRequest } from '../../contract/index.js';
import {
  bookingDetailsOf,
  checkDraftField,
  emptyDraft,
  type DraftProblem,
  type DraftRules,
} from '../../domain/patient-draft.js';

const fields = ['nationalId', 'mobile'] as const;

/** What a login by SMS code asks for (P-33). */
export type LoginField = (typeof fields)[number];

/** Both fields as they are typed. */
export type TypedLogin = Readonly<Record<LoginField, string>>;

/** Nothing is typed yet, or needed any more (N-02). */
export const nothingTyped: TypedLogin = { nationalId: '', mobile: '' };

/** True for the name of one of the fields. */
export function isLoginField(name: string): name is LoginField {
  return (fields as readonly string[]).includes(name);
}

/** What is wrong with the fields, by the rules of the personal details (P-26). */
export function loginProblems(typed: TypedLogin, rules: DraftRules): DraftProblem[] {
  const draft = { ...emptyDraft, ...typed };
  return fields.flatMap((field) => {
    const code = checkDraftField(draft, field, rules);
    return code ? [{ field, code }] : [];
  });
}

/** The good fields, each in its one form. */
export function loginDetails(typed: TypedLogin, rules: DraftRules): Pick<LoginRequest, LoginField> {
  const { patient } = bookingDetailsOf({ ...emptyDraft, ...typed }, rules);
  return {
    nationalId: patient.nationalId ?? typed.nationalId,
    mobile: patient.mobile ?? typed.mobile,
  };
}
