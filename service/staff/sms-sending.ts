import type { Language, SentMessage, SmsInput, SmsType } from '../../src/contract/index.js';
import type { MergeValues } from '../../src/domain/message-text/merge-fields.js';
import { mergeFields } from '../../src/domain/message-text/merge-fields.js';
import {
  findReminderFieldProblem,
  withCommonFields,
} from '../../src/domain/message-text/reminder-fields.js';
import { smsText } from '../../src/domain/message-text/sms-text.js';
import { parsePhone } from '../../src/domain/phone.js';
import { day } from '../context/budgets.js';
import { checkInstant } from '../context/dates.js';
import { invalid, ProblemError } from '../context/problem.js';
import type { Work } from '../context/work.js';
import { noReminders, ownText, plannedTypes, sendingRules } from '../core/reminder-policy.js';
import { notBefore, outsidePauses, pauseEnd } from '../core/sending-time.js';
import { compose } from '../messages/compose.js';
import { appointmentFacts } from '../messages/merge-values.js';
import { enqueue } from '../messages/outbox.js';
import { standardSms } from '../messages/reminder-texts.js';
import { placeOf, timesOfType } from '../reminders/planned-messages.js';
import type { BookedTime } from '../store/bookings.js';
import { findBooking } from '../store/bookings.js';
import type { CatalogueRows } from '../store/catalogue.js';
import { findPatientById, type PatientRow } from '../store/patients.js';
import { findSmsChoices, withRecords } from '../store/planned.js';
import { findSent } from '../store/staff/sms-messages.js';
import { toSentMessage } from './sms-answers.js';

/** A general message is of use for so long (M-09); milliseconds. */
export const daysToLive = 3 * day;
/** How far ahead staff may set a time; milliseconds. */
const farthest = 366 * day;

/** Who a message goes to, and what it is about. */
interface Addressee {
  mobile: string;
  patient: PatientRow | undefined;
  time: BookedTime | undefined;
  wish: boolean | null;
}

/** Types that belong to an appointment, and go on with it. */
const isPlannedType = (type: SmsType) => type.startsWith('reminder') || type === 'thank-you';

/** Puts a message of the staff into the outbox (M-11); throws `invalid` for what cannot be sent. */
export async function sendMessage(work: Work, input: SmsInput): Promise<SentMessage> {
  const { tx, account, now } = work;
  const { rows, reminders: policy = noReminders } = await work.catalogue();
  const type = input.type ?? (input.appointment === undefined ? 'general' : 'message');
  const { mobile, patient, time } = await addresseeOf(work, input);
  if (isPlannedType(type) && !time) throw invalid({ path: 'appointment', code: 'empty' });
  const lang = time?.booking.lang ?? account.textLanguage;
  const clinic = clinicOf(rows, input.clinic, time);
  const place = {
    ...(time
      ? placeOf(rows, time)
      : { companyId: clinic?.companyId ?? null, clinicId: clinic?.id }),
    patientId: patient?.id ?? time?.booking.patientId ?? null,
  };
  const scope = {
    clinic: clinic?.id,
    clinician: time?.reservation.clinicianId,
    language: lang,
    textLanguage: account.textLanguage,
  };
  const text =
    input.text ?? ownText(policy, type, scope) ?? standardSms(type, lang, policy.answers);
  const values = time
    ? appointmentFacts(time, account, rows, work.page).values
    : valuesWithout(rows, patient, clinic);
  const [id] = await enqueue(
    tx,
    [
      {
        accountId: account.id,
        kind: type,
        channel: 'sms',
        recipient: mobile,
        ...fill(text, lang, values),
        lang,
        ...timesOf(work, policy, type, { time, scope, sendsAt: input.sendsAt }),
        ...place,
        bookingId: time?.booking.id ?? null,
        planned: isPlannedType(type),
        textByHand: input.text !== undefined,
        timeByHand: input.sendsAt !== undefined,
      },
    ],
    now,
  );
  return toSentMessage(work, (await findSent(tx, { id }, 1))[0]!);
}

/** Fills a text with the values of one message; throws `invalid` for a field that does not exist (M-03). */
function fill(text: string, lang: Language, values: MergeValues) {
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

/** A text that staff have written for a message that waits, filled. */
export async function filledText(
  work: Work,
  row: {
    bookingId: string | null;
    patientId: string | null;
    clinicId: string | null;
    lang: Language;
  },
  text: string,
): Promise<string> {
  const { rows } = await work.catalogue();
  const time = row.bookingId === null ? undefined : await bookedTime(work, row.bookingId);
  const patient =
    row.patientId === null ? undefined : await findPatientById(work.tx, row.patientId);
  const values = time
    ? appointmentFacts(time, work.account, rows, work.page).values
    : valuesWithout(rows, patient, clinicOf(rows, row.clinicId ?? undefined, undefined));
  return smsText(fill(text, row.lang, values).text);
}

async function addresseeOf(work: Work, input: SmsInput): Promise<Addressee> {
  const named = (['to', 'patient', 'appointment'] as const).filter(
    (name) => input[name] !== undefined,
  );
  if (named.length === 0) throw invalid({ path: 'to', code: 'empty' });
  if (named.length > 1) throw invalid({ path: named[1]!, code: 'contradicts' });
  const path = named[0]!;
  const found = await foundBy(work, input);
  const choices = await findSmsChoices(work.tx, [
    { id: crypto.randomUUID(), patientId: found.patient?.id ?? null, mobile: found.mobile },
  ]);
  const [{ wish, isRefused }] = [...choices.values()] as [
    { wish: boolean | null; isRefused: boolean },
  ];
  if (isRefused || wish === false) throw invalid({ path, code: 'refused' });
  return { ...found, wish };
}

async function foundBy(
  work: Work,
  { to, patient: patientId, appointment }: SmsInput,
): Promise<Omit<Addressee, 'wish'>> {
  const { tx, account } = work;
  if (to !== undefined) {
    const parsed = parsePhone(account.market, to);
    if (!parsed.ok) throw invalid({ path: 'to', code: parsed.reason });
    return { mobile: parsed.value.e164, patient: undefined, time: undefined };
  }
  if (patientId !== undefined) {
    const patient = await findPatientById(tx, patientId.toLowerCase());
    if (!patient) throw invalid({ path: 'patient', code: 'unknown' });
    if (patient.mobile === null) throw invalid({ path: 'patient', code: 'no-mobile' });
    return { mobile: patient.mobile, patient, time: undefined };
  }
  const time = await bookedTime(work, appointment!.toLowerCase());
  if (time?.reservation.status !== 'booked')
    throw invalid({ path: 'appointment', code: 'unknown' });
  const { mobile, patientId: id } = time.booking;
  const patient = id === null ? undefined : await findPatientById(tx, id);
  if (mobile === null) throw invalid({ path: 'appointment', code: 'no-mobile' });
  return { mobile, patient, time };
}

async function bookedTime({ tx }: Work, id: string): Promise<BookedTime | undefined> {
  const time = await findBooking(tx, id);
  return time && (await withRecords(tx, [time]))[0];
}

type Clinic = CatalogueRows['clinics'][number];

/** The clinic that a message comes from: the one named, that of the appointment, or the only one; throws `invalid`. */
function clinicOf(
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
function valuesWithout(
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

/** When it leaves and expires (M-05, M-09); throws `invalid` for a time at which it is of no use any more. */
function timesOf(
  { account, now }: Work,
  policy: typeof noReminders,
  type: SmsType,
  about: {
    time: BookedTime | undefined;
    scope: Parameters<typeof plannedTypes>[1];
    sendsAt: string | undefined;
  },
) {
  const { time, scope, sendsAt: wanted } = about;
  if (wanted !== undefined) checkInstant('sendsAt', wanted);
  const at = wanted === undefined ? undefined : Math.max(Date.parse(wanted), now);
  if (at !== undefined && at > now + farthest) throw invalid({ path: 'sendsAt', code: 'too-big' });
  const rules = sendingRules(policy, account);
  if (!time || !isPlannedType(type)) {
    const sendsAt = pauseEnd(at ?? now, rules);
    return { sendAt: new Date(sendsAt), expiresAt: new Date(sendsAt + daysToLive) };
  }
  const hours = plannedTypes(policy, scope).find((one) => one.type === type)?.hours ?? 24;
  const planned = timesOfType({ type, hours }, time.reservation, rules);
  if (planned.expiresAt <= now) throw invalid({ path: 'appointment', code: 'past' });
  if (at !== undefined && at >= planned.expiresAt) {
    throw invalid({ path: 'sendsAt', code: 'too-late' });
  }
  const sendsAt = at === undefined ? planned.sendsAt : outsidePauses(at, planned.expiresAt, rules);
  const times = notBefore({ ...planned, sendsAt }, now, rules);
  return { sendAt: new Date(times.sendsAt), expiresAt: new Date(times.expiresAt) };
}
