import type { BookingRequest, Patient } from '../../src/contract/index.js';
import { toClockTime } from '../../src/domain/clock-time.js';
import { parseNationalId } from '../../src/domain/national-id/national-id.js';
import type { DraftSettings, PatientDraft } from '../../src/domain/patient-draft.js';
import { bookingDetailsOf, checkDraft, emptyDraft } from '../../src/domain/patient-draft.js';
import { parsePhone } from '../../src/domain/phone.js';
import { invalid } from '../context/problem.js';
import type { Work } from '../context/work.js';
import type { Claim } from '../store/logins.js';

type Details = Pick<BookingRequest, 'patient' | 'message' | 'campaignCode'>;

/** What a booking request holds beside the id of its hold. */
export type BookingDetails = Details & Pick<BookingRequest, 'consent'>;

/** What is stored of the patient: normalized, and only the fields of the account's form. */
export type CheckedPatient = Required<
  Pick<BookingRequest['patient'], 'firstName' | 'lastName' | 'nationalId'>
> &
  BookingRequest['patient'] &
  Pick<Details, 'message' | 'campaignCode'>;

function rulesOf({ account, now, utf8Email }: Work) {
  const { market, timeZone } = account;
  const settings: DraftSettings = { ...account.settings, utf8Email };
  return { market, settings, today: toClockTime(now, timeZone).date };
}

/**
 * Checks the patient by the same rules as the form in the page (P-25, P-26), and that the consent is to the present version
 * of the account's text (P-28). Throws `invalid` naming every field.
 */
export function checkPatient(
  { patient, message, campaignCode, consent }: BookingDetails,
  work: Work,
): CheckedPatient {
  const given = Object.fromEntries(
    Object.entries({ ...patient, message, campaignCode }).filter(
      ([, value]) => value !== undefined,
    ),
  );
  const draft: PatientDraft = { ...emptyDraft, ...given, consent: true };
  const rules = rulesOf(work);
  const problems = checkDraft(draft, rules).map(({ field, code }) => ({
    path: field === 'message' || field === 'campaignCode' ? field : `patient.${field}`,
    code,
  }));
  if (consent.version !== work.account.texts.consentVersion) {
    problems.push({ path: 'consent', code: 'stale' });
  }
  if (problems.length > 0) throw invalid(...problems);
  const details = bookingDetailsOf(draft, rules);
  return {
    ...(details.patient as CheckedPatient),
    ...(details.message ? { message: details.message } : {}),
    ...(details.campaignCode ? { campaignCode: details.campaignCode } : {}),
  };
}

/** Checks a corrected number or address (P-31); throws `invalid`. Returns only the fields of the account's form. */
export function checkContact(
  contact: { mobile?: string | undefined; email?: string | undefined },
  work: Work,
): { mobile?: string; email?: string } {
  const given = Object.fromEntries(
    Object.entries(contact).filter(([, value]) => value !== undefined),
  );
  const rules = rulesOf(work);
  const draft: PatientDraft = { ...emptyDraft, ...given, consent: true };
  const wrong = checkDraft(draft, rules).filter(({ field }) => field in given);
  if (wrong.length > 0) throw invalid(...wrong.map(({ field, code }) => ({ path: field, code })));
  const { mobile, email } = bookingDetailsOf(draft, rules).patient;
  if (!mobile && !email) throw invalid({ path: '', code: 'empty' });
  return { ...(mobile ? { mobile } : {}), ...(email ? { email } : {}) };
}

/** Checks the national ID and mobile of a login by the rules of the form, without looking at who is on file (P-33). Throws `invalid`. */
export function checkClaim(
  { nationalId, mobile }: { nationalId: string; mobile: string },
  work: Work,
): Claim {
  const { market, today } = rulesOf(work);
  const id = parseNationalId(market, nationalId, { today });
  const phone = parsePhone(market, mobile);
  if (id.ok && phone.ok) return { nationalId: id.value.normalized, mobile: phone.value.e164 };
  throw invalid(
    ...(id.ok ? [] : [{ path: 'nationalId', code: id.reason }]),
    ...(phone.ok ? [] : [{ path: 'mobile', code: phone.reason }]),
  );
}

/** Checks a mobile by the market's rules; returns it in E.164, or throws `invalid`. */
export function checkMobile(mobile: string, { account }: Work): string {
  const phone = parsePhone(account.market, mobile);
  if (!phone.ok) throw invalid({ path: 'mobile', code: phone.reason });
  return phone.value.e164;
}

/** Every field of a patient, independent of the account's form. */
const recordSettings: DraftSettings = {
  fields: {
    address1: true,
    address2: true,
    postalCode: true,
    mobile: true,
    email: true,
    campaignCode: false,
  },
  patientMessage: false,
};

/** Checks a patient that staff store, by the same rules for each field; only names and national ID are required. Throws `invalid`. */
export function checkRecord(patient: Patient, work: Work): Patient {
  const given = Object.fromEntries(
    Object.entries(patient).filter(([, value]) => value !== undefined),
  );
  const rules = { ...rulesOf(work), settings: { ...recordSettings, utf8Email: work.utf8Email } };
  const draft: PatientDraft = { ...emptyDraft, ...given, consent: true };
  const wrong = checkDraft(draft, rules).filter(({ field }) => field in given);
  if (wrong.length > 0) throw invalid(...wrong.map(({ field, code }) => ({ path: field, code })));
  return bookingDetailsOf(draft, rules).patient as Patient;
}
