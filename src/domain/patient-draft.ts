import type { BookingRequest, FieldProblem, FieldSettings, Market } from '../contract/index.js';
import type { CivilDate } from './civil-date.js';
import { emptyDraft, type PatientDraft } from './empty-draft.js';
import { isPlainEmail, parseEmail, type EmailReason } from './email.js';
import { parseNationalId } from './national-id/national-id.js';
import type { NationalIdReason } from './national-id/result.js';
import { parsePersonName, type PersonNameReason } from './person-name.js';
import { parsePhone, type PhoneReason } from './phone.js';
import { dropInvisible } from './typed-text.js';
import { parsePostalCode, type PostalCodeReason } from './postal-code.js';

export { emptyDraft, type PatientDraft };

export type DraftField = Exclude<keyof PatientDraft, 'consentLang'>;

/** The fields that hold text: all but the consent box. */
export type DraftTextField = Exclude<DraftField, 'consent'>;

/** What the form needs to know of the account. */
export interface DraftSettings {
  readonly fields: FieldSettings;
  readonly patientMessage: boolean;
  /** The service can send to e-mail addresses with letters beyond ASCII before the @. */
  readonly utf8Email?: boolean | undefined;
  /** The national ID of a patient who is logged in, masked: the form does not ask for it (P-39). */
  readonly knownId?: string;
}

/** The default settings: mobile and e-mail are shown (P-25). */
export const standardDraftSettings: DraftSettings = {
  fields: {
    address1: false,
    address2: false,
    postalCode: false,
    mobile: true,
    email: true,
    campaignCode: false,
  },
  patientMessage: false,
};

/** What a check needs: `today` is the clinic's civil date. */
export interface DraftRules {
  readonly market: Market;
  readonly settings: DraftSettings;
  readonly today: CivilDate;
}

/** Problem codes of the checks here; the service may send other codes. */
export type DraftProblemCode =
  PersonNameReason | NationalIdReason | EmailReason | PhoneReason | PostalCodeReason;

export interface DraftProblem {
  readonly field: DraftField;
  /** A `DraftProblemCode`, or a code of the service. */
  readonly code: string;
}

/** What a form puts into `POST /bookings`. */
export type BookingDetails = Pick<BookingRequest, 'patient' | 'message' | 'campaignCode'>;

export type DraftGroup = 'person' | 'contact' | 'address';

/** One field of the form, in its group. */
export interface DraftFieldUse {
  readonly name: DraftTextField;
  readonly group: DraftGroup;
  readonly required: boolean;
}

/** The longest texts that the API takes, in characters. */
export const draftMaxLength = {
  message: 1000,
  campaignCode: 50,
  address1: 200,
  address2: 200,
} as const;

/** The fields that an account's form shows, in the order of P-25, and which of them must be filled in. */
export function draftFieldsOf({ fields, patientMessage, knownId }: DraftSettings): DraftFieldUse[] {
  const use = (group: DraftGroup, name: DraftTextField, isShown: boolean, required: boolean) =>
    isShown ? [{ name, group, required }] : [];
  return [
    ...use('person', 'firstName', true, true),
    ...use('person', 'lastName', true, true),
    ...use('person', 'nationalId', !knownId, true),
    ...use('person', 'message', patientMessage, false),
    ...use('contact', 'email', fields.email, true),
    ...use('contact', 'mobile', fields.mobile, true),
    ...use('contact', 'campaignCode', fields.campaignCode, false),
    ...use('address', 'address1', fields.address1, true),
    ...use('address', 'address2', fields.address2, false),
    ...use('address', 'postalCode', fields.postalCode, true),
  ];
}

/** Problems of a form in the order of its fields, consent last (P-28, P-29); empty when it may be sent. */
export function checkDraft(draft: PatientDraft, rules: DraftRules): DraftProblem[] {
  const fields: DraftField[] = [
    ...draftFieldsOf(rules.settings).map(({ name }) => name),
    'consent',
  ];
  return fields.flatMap((field) => {
    const code = checkDraftField(draft, field, rules);
    return code ? [{ field, code }] : [];
  });
}

/** The problem of one field; undefined where there is none, or the account's form does not show the field. */
export function checkDraftField(
  draft: PatientDraft,
  field: DraftField,
  rules: DraftRules,
): DraftProblemCode | undefined {
  if (field === 'consent') return draft.consent ? undefined : 'empty';
  const use = draftFieldsOf(rules.settings).find(({ name }) => name === field);
  if (!use) return undefined;
  const result = read(draft, field, rules);
  return result.ok || (result.reason === 'empty' && !use.required) ? undefined : result.reason;
}

/**
 * What a checked form puts into `POST /bookings`: IDs, numbers and names are normalized, and only fields that the
 * account's form shows and that are filled in are included. An invalid field is sent as typed, for the service to judge.
 */
export function bookingDetailsOf(draft: PatientDraft, rules: DraftRules): BookingDetails {
  const details: Partial<Record<DraftTextField, string>> = {};
  for (const { name } of draftFieldsOf(rules.settings)) {
    const result = read(draft, name, rules);
    const value = result.ok ? result.value : draft[name].trim();
    if (value) details[name] = value;
  }
  const { message, campaignCode, ...patient } = details;
  return { patient, ...(message && { message }), ...(campaignCode && { campaignCode }) };
}

/** The service's problems as problems of the form, in the order of its fields; those of no field are left out. */
export function draftProblemsOf(problems: readonly FieldProblem[]): DraftProblem[] {
  return (Object.keys(emptyDraft) as DraftField[]).flatMap((field) => {
    const problem = problems.find(
      ({ path }) => path.replace('patient.', '').split('.')[0] === field,
    );
    return problem ? [{ field, code: problem.code }] : [];
  });
}

type Reading = { ok: true; value: string } | { ok: false; reason: DraftProblemCode };

function read(draft: PatientDraft, field: DraftTextField, rules: DraftRules): Reading {
  const { market, today } = rules;
  const text = draft[field];
  switch (field) {
    case 'firstName':
    case 'lastName': {
      const result = parsePersonName(text);
      return result.ok ? { ok: true, value: result.value.name } : result;
    }
    case 'nationalId': {
      const result = parseNationalId(market, text, { today });
      return result.ok ? { ok: true, value: result.value.normalized } : result;
    }
    case 'email': {
      const result = parseEmail(text);
      if (result.ok && !rules.settings.utf8Email && !isPlainEmail(result.value.email)) {
        return { ok: false, reason: 'letters' };
      }
      return result.ok ? { ok: true, value: result.value.email } : result;
    }
    case 'mobile': {
      const result = parsePhone(market, text);
      return result.ok ? { ok: true, value: result.value.e164 } : result;
    }
    case 'postalCode': {
      const result = parsePostalCode(market, text);
      return result.ok ? { ok: true, value: result.value.normalized } : result;
    }
    case 'message':
    case 'campaignCode':
    case 'address1':
    case 'address2': {
      // A message keeps its joiners and variation signs, which emoji are made of.
      const value = (field === 'message' ? text : dropInvisible(text)).trim();
      if (!value) return { ok: false, reason: 'empty' };
      return value.length > draftMaxLength[field]
        ? { ok: false, reason: 'length' }
        : { ok: true, value };
    }
  }
}
