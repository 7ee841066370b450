import type { LoginRequest } from '../../contract/index.js';
import {
  bookingDetailsOf,
  checkDraftField,
  emptyDraft,
  type DraftProblem,
  type DraftRules,
} from '../../domain/patient-draft.js';

const fields = ['nationalId', 'mobile'] as const;

/** The fields of a login by SMS code (P-33). */
export type LoginField = (typeof fields)[number];

/** Both fields as typed. */
export type LoginDraft = Readonly<Record<LoginField, string>>;

/** Nothing typed: at first, and again after the login, when the values are no longer needed (N-02). */
export const emptyLogin: LoginDraft = { nationalId: '', mobile: '' };

/** True for the name of one of the fields. */
export function isLoginField(name: string): name is LoginField {
  return (fields as readonly string[]).includes(name);
}

/** Problems of the fields, by the rules of the personal details (P-26). */
export function loginProblems(typed: LoginDraft, rules: DraftRules): DraftProblem[] {
  const draft = { ...emptyDraft, ...typed };
  return fields.flatMap((field) => {
    const code = checkDraftField(draft, field, rules);
    return code ? [{ field, code }] : [];
  });
}

/** Both fields, normalized. */
export function loginDetails(typed: LoginDraft, rules: DraftRules): Pick<LoginRequest, LoginField> {
  const { patient } = bookingDetailsOf({ ...emptyDraft, ...typed }, rules);
  return {
    nationalId: patient.nationalId ?? typed.nationalId,
    mobile: patient.mobile ?? typed.mobile,
  };
}
