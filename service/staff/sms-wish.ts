import type { SmsWish } from '../../src/contract/index.js';
import { formatInstant } from '../../src/domain/clock-time.js';
import { isUuid } from '../context/ids.js';
import { ProblemError } from '../context/problem.js';
import type { Work } from '../context/work.js';
import { replanPatient } from '../reminders/replan.js';
import { findPatientById, type PatientRow } from '../store/patients.js';
import { findRefusal, noteWish } from '../messages/sms-choices.js';

async function requirePatient({ tx }: Work, id: string): Promise<PatientRow> {
  const found = isUuid(id.toLowerCase()) && (await findPatientById(tx, id.toLowerCase()));
  if (!found) throw new ProblemError('not-found');
  return found;
}

/** Whether a patient wishes SMS, since when, and who has said so (M-15). */
export async function readSmsWish(work: Work, id: string): Promise<SmsWish> {
  const { mobile, smsWish, smsWishAt, smsWishSource } = await requirePatient(work, id);
  const refusal = mobile === null ? undefined : await findRefusal(work.tx, mobile);
  return {
    wish: smsWish,
    at: smsWishAt && formatInstant(smsWishAt.getTime(), work.account.timeZone),
    source: smsWishSource,
    isNumberRefused: refusal !== undefined,
  };
}

/** Notes down what a patient wishes. */
export async function changeSmsWish(work: Work, id: string, wish: boolean | null): Promise<void> {
  const patient = await requirePatient(work, id);
  await noteWish(work.tx, patient, wish, new Date(work.now));
  await replanPatient(work, patient.id);
}
