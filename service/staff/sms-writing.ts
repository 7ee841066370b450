import type { Language, SmsRunInput, SmsType } from '../../src/contract/index.js';
import type { MergeValues } from '../../src/domain/message-text/merge-fields.js';
import { mergeFields } from '../../src/domain/message-text/merge-fields.js';
import {
  findReminderFieldProblem,
  withCommonFields,
} from '../../src/domain/message-text/reminder-fields.js';
import { smsText } from '../../src/domain/message-text/sms-text.js';
import { invalid, ProblemError } from '../context/problem.js';
import { ownText, plannedTypes, sendingRules } from '../core/reminder-policy.js';
import type { SendingTimes } from '../core/sending-time.js';
import { compose } from '../messages/compose.js';
import { appointmentFacts } from '../messages/merge-values.js';
import type { NewMessage } from '../messages/outbox.js';
import { standardSms } from '../messages/reminder-texts.js';
import type { Planning } from '../reminders/planned-messages.js';
import { placeOf, timesOfType } from '../reminders/planned-messages.js';
import type { BookedTime } from '../store/bookings.js';
import type { CatalogueRows } from '../store/catalogue.js';
import type { PatientRow } from '../store/patients.js';
import type { SetTimes } from './sms-times.js';
import { freeTimes, isPlannedType, plannedTimes, readTimes } from './sms-times.js';

/** Who a message goes to, and what it is about. */
export interface Addressee {
  mobile: string;
  patient: PatientRow | undefined;
  time: BookedTime | undefined;
  /** Of a number that somebody typed: the one patient on file who has it. The message knows no name all the same. */
  ownerId?: string | undefined;
}

/** What staff send: its type, from which clinic, which text, and when. */
export type Sent = Pick<SmsRunInput, 'type' | 'clinic' | 'text' | 'sendsAt' | 'expiresAt'>;

/** Writes a message of the staff to somebody (M-11); throws `invalid` for what cannot be sent. */
export function writeMessage(
  planning: Planning,
  { mobile, patient, time, ownerId }: Addressee,
  input: Sent,
): NewMessage & { text: string; sendAt: Date; expiresAt: Date } {
  const { account, rows, policy, page } = planning;
  const type = input.type ?? (time ? 'message' : 'general');
  if (isPlannedType(type) && !time) throw invalid({ path: 'appointment', code: 'empty' });
  const lang = time?.booking.lang ?? account.textLanguage;
  const clinic = clinicOf(rows, input.clinic, time);
  const scope = {
    clinic: clinic?.id,
    clinician: time?.reservation.clinicianId,
    language: lang,
    textLanguage: account.textLanguage,
  };
  const text =
    input.text ?? ownText(policy, type, scope) ?? standardSms(type, lang, policy.answers);
  const values = time
    ? appointmentFacts(time, account, rows, page).values
    : valuesWithout(rows, patient, clinic);
  return {
    accountId: account.id,
    kind: type,
    channel: 'sms',
    recipient: mobile,
    ...fill(text, lang, values),
    lang,
    ...timesOf(planning, type, { time, scope, set: input }),
    ...(time
      ? placeOf(rows, time)
      : { companyId: clinic?.companyId ?? null, clinicId: clinic?.id ?? null }),
    patientId: patient?.id ?? time?.booking.patientId ?? ownerId ?? null,
    bookingId: time?.booking.id ?? null,
    planned: isPlannedType(type),
    textByHand: input.text !== undefined,
    timeByHand: input.sendsAt !== undefined || input.expiresAt !== undefined,
  };
}

/** Throws `invalid` for what is wrong with a message whoever gets it: its text, its clinic, its time, or what it would be about. */
export function checkSent(
  { rows, account, policy, now }: Planning,
  audience: 'patients' | 'appointments' | 'numbers',
  { type, clinic, text, sendsAt, expiresAt }: Sent,
): void {
  if (type && isPlannedType(type) && audience !== 'appointments') {
    throw invalid({ path: 'appointments', code: 'empty' });
  }
  clinicOf(rows, clinic, undefined);
  if (text !== undefined)
    fill(text, account.textLanguage, valuesWithout(rows, undefined, undefined));
  const times = readTimes({ sendsAt, expiresAt }, now);
  // Of a reminder it depends on the appointment.
  if (type && isPlannedType(type)) return;
  freeTimes(times.sendsAt ?? now, times.expiresAt, now, sendingRules(policy, account));
}

/** Fills a text with the values of one message; throws `invalid` for a field that does not exist (M-03). */
export function fill(text: string, lang: Language, values: MergeValues) {
  const problem = findReminderFieldProblem(text);
  if (problem) {
    const { code, field } = problem;
    const detail = `There is no field [${field}]. Known are: ${mergeFields.join(', ')}.`;
    throw new ProblemError('invalid', { fields: [{ path: 'text', code }], detail });
  }
  const common = { subject: null, text: withCommonFields(text, lang), format: 'plain' } as const;
  const filled = compose(common, lang, values);
  if (!smsText(filled.text)) throw invalid({ path: 'text', code: 'empty' });
  return { subject: null, text: filled.text };
}

type Clinic = CatalogueRows['clinics'][number];

/** The clinic that a message comes from: the one named, that of the appointment, or the only one; throws `invalid`. */
export function clinicOf(
  { clinics }: CatalogueRows,
  id: string | undefined,
  time: BookedTime | undefined,
): Clinic | undefined {
  const wanted = id ?? time?.reservation.clinicId;
  if (wanted !== undefined) {
    const clinic = clinics.find((row) => row.id === wanted);
    if (!clinic) throw invalid({ path: 'clinic', code: 'unknown' });
    return clinic;
  }
  const inUse = clinics.filter(({ archivedAt }) => archivedAt === null);
  return inUse.length === 1 ? inUse[0] : undefined;
}

/** Values of a message about no appointment: its fields leave no hole. */
export function valuesWithout(
  { companies }: CatalogueRows,
  patient: PatientRow | undefined,
  clinic: Clinic | undefined,
): MergeValues {
  const blank = Object.fromEntries(mergeFields.map((field) => [field, ''])) as MergeValues;
  return {
    ...blank,
    PATIENT_FIRST_NAME: patient?.firstName ?? '',
    PATIENT_LAST_NAME: patient?.lastName ?? '',
    ...(clinic && {
      CLINIC_NAME: clinic.name,
      CLINIC_CITY: clinic.city,
      CLINIC_ADDRESS1: clinic.address1,
      CLINIC_ADDRESS2: clinic.address2 ?? '',
      CLINIC_POSTALCODE: clinic.postalCode,
      CLINIC_WORK: clinic.phone,
      CLINIC_EMAIL: clinic.email,
      COMPANY: companies.find(({ id }) => id === clinic.companyId)?.name ?? '',
    }),
  };
}

/** When it leaves and expires (M-05, M-09); throws `invalid` for times at which it is of no use any more. */
function timesOf(
  { account, now, policy }: Planning,
  type: SmsType,
  about: {
    time: BookedTime | undefined;
    scope: Parameters<typeof plannedTypes>[1];
    set: SetTimes;
  },
) {
  const { time, scope, set } = about;
  const { sendsAt, expiresAt } = readTimes(set, now);
  const rules = sendingRules(policy, account);
  if (!time || !isPlannedType(type)) {
    return asDates(freeTimes(sendsAt ?? now, expiresAt, now, rules));
  }
  const hours = plannedTypes(policy, scope).find((one) => one.type === type)?.hours ?? 24;
  const planned = timesOfType({ type, hours }, time.reservation, rules);
  if (planned.expiresAt <= now) throw invalid({ path: 'appointment', code: 'past' });
  const latest = type === 'thank-you' ? undefined : planned.expiresAt;
  const at = sendsAt === undefined ? undefined : Math.max(sendsAt, now);
  return {
    ...asDates(plannedTimes({ ...planned, latest }, { sendsAt: at, expiresAt }, now, rules)),
    ...(expiresAt !== undefined && { usualExpiry: new Date(planned.expiresAt) }),
  };
}

/** Times as the outbox has them. */
export const asDates = ({ sendsAt, expiresAt }: SendingTimes) => ({
  sendAt: new Date(sendsAt),
  expiresAt: new Date(expiresAt),
});
