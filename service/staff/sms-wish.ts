import type { SmsWish, SmsWishInput } from '../../src/contract/index.js';
import { formatInstant } from '../../src/domain/clock-time.js';
import { isUuid } from '../context/ids.js';
import { invalid, ProblemError } from '../context/problem.js';
import type { Work } from '../context/work.js';
import { replanPatient } from '../reminders/replan.js';
import { findPatientById, type PatientRow } from '../store/patients.js';
import { findRefusal, noteWish } from '../messages/sms-choices.js';
import type { StaffWork } from './actor.js';
import { note } from './history-notes.js';

async function requirePatient({ tx }: Work, id: string): Promise<PatientRow> {
  const found = isUuid(id.toLowerCase()) && (await findPatientById(tx, id.toLowerCase()));
  if (!found) throw new ProblemError('not-found');
  return found;
}

/** Whether a patient wishes SMS, since when, and who has said so; and whether the number has said STOP (M-15). */
export async function readSmsWish(work: Work, id: string): Promise<SmsWish> {
  const { mobile, smsWish, smsWishAt, smsWishSource } = await requirePatient(work, id);
  const refusal = mobile === null ? undefined : await findRefusal(work.tx, mobile);
  const at = (date: Date | null | undefined) =>
    date ? formatInstant(date.getTime(), work.account.timeZone) : null;
  return {
    wish: smsWish,
    at: at(smsWishAt),
    source: smsWishSource,
    isNumberRefused: refusal !== undefined,
    refusedAt: at(refusal?.refusedAt),
  };
}

/**
 * Notes down what a patient wishes. STOP was the patient's own word: it is taken back by them alone, and the history keeps who has
 * heard it. Throws `invalid` for a wish against a STOP that nobody says they have taken back.
 */
export async function changeSmsWish(
  work: StaffWork,
  id: string,
  { wish, liftStop = false }: SmsWishInput,
): Promise<void> {
  const patient = await requirePatient(work, id);
  const { mobile } = patient;
  const refusal = mobile === null ? undefined : await findRefusal(work.tx, mobile);
  const isLifted = wish === true && refusal !== undefined;
  if (isLifted && !liftStop) throw invalid({ path: 'liftStop', code: 'stopped' });
  await noteWish(work.tx, patient, wish, new Date(work.now));
  await note(work, {
    action: 'stored',
    kind: 'sms-wish',
    recordId: patient.id,
    fields: isLifted ? ['wish', 'liftStop'] : ['wish'],
    ...(isLifted && { after: { liftStop: true } }),
  });
  await replanPatient(work, patient.id);
}
