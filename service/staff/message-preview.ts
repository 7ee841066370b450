import type { MessagePreview, MessagePreviewInput } from '../../src/contract/index.js';
import { formatPhone } from '../../src/domain/phone.js';
import { messagesOf } from '../appointment/appointment-messages.js';
import type { AddressedTime } from '../messages/merge-values.js';
import { checkInstant } from '../context/dates.js';
import { invalid, ProblemError } from '../context/problem.js';
import { findBooking } from '../store/bookings.js';
import { findPatientById } from '../store/patients.js';
import type { StaffWork } from './actor.js';
import { hasRight, requireRight } from './actor.js';

/**
 * What a patient would be told of an appointment that staff book, move or cancel (M-01): composed as it would be sent, and not sent.
 * Throws `not-found`, `invalid`, and `not-allowed` where the caller may not book.
 */
export async function previewMessage(
  work: StaffWork,
  input: MessagePreviewInput,
): Promise<MessagePreview> {
  const time = input.id === undefined ? await newTime(work, input) : await knownTime(work, input);
  const { clinicId: clinic, clinicianId: clinician } = time.reservation;
  requireRight(work, 'appointments', { clinic, clinician });
  const { rows } = await work.catalogue();
  const isKnown =
    rows.clinics.some(({ id }) => id === clinic) &&
    rows.clinicians.some(({ id }) => id === clinician);
  if (!isKnown) throw invalid({ path: 'clinician', code: 'unknown' });
  const withRecipient = hasRight(work.actor, 'patients', 'anywhere');
  const messages = await messagesOf(input.event, work, time);
  return {
    messages: messages.map(({ channel, lang, recipient, subject, text }) => ({
      ...{ channel, lang, text: text! },
      ...(subject ? { subject } : {}),
      ...(withRecipient
        ? {
            recipient: channel === 'sms' ? formatPhone(work.account.market, recipient) : recipient,
          }
        : {}),
    })),
  };
}

/** An appointment that is there, as it would be after the change. */
async function knownTime(
  work: StaffWork,
  { id, start, minutes, clinic, clinician }: MessagePreviewInput,
): Promise<AddressedTime> {
  const found = await findBooking(work.tx, id!);
  if (!found) throw new ProblemError('not-found');
  const { reservation: before } = found;
  requireRight(work, 'appointments', { clinic: before.clinicId, clinician: before.clinicianId });
  if (start !== undefined) checkInstant('start', start);
  const startsAt = start === undefined ? before.startsAt : new Date(start);
  const length =
    minutes === undefined ? before.endsAt.getTime() - before.startsAt.getTime() : minutes * 60_000;
  return {
    booking: found.booking,
    reservation: {
      ...before,
      clinicId: clinic ?? before.clinicId,
      clinicianId: clinician ?? before.clinicianId,
      startsAt,
      endsAt: new Date(startsAt.getTime() + length),
    },
  };
}

/** One that is not booked yet. */
async function newTime(
  { tx }: StaffWork,
  { patient: id, start, minutes = 0, clinic, clinician, template }: MessagePreviewInput,
): Promise<AddressedTime> {
  if (start === undefined) throw invalid({ path: 'start', code: 'required' });
  if (clinic === undefined) throw invalid({ path: 'clinic', code: 'required' });
  if (clinician === undefined) throw invalid({ path: 'clinician', code: 'required' });
  checkInstant('start', start);
  const patient = id === undefined ? undefined : await findPatientById(tx, id);
  if (id !== undefined && !patient) throw invalid({ path: 'patient', code: 'unknown' });
  const startsAt = new Date(start);
  return {
    booking: {
      id: crypto.randomUUID(),
      patientId: patient?.id ?? null,
      firstName: patient?.firstName ?? null,
      lastName: patient?.lastName ?? null,
      mobile: patient?.mobile ?? null,
      email: patient?.email ?? null,
      lang: null,
      sequence: 0,
    },
    reservation: {
      clinicId: clinic,
      clinicianId: clinician,
      templateId: template ?? null,
      startsAt,
      endsAt: new Date(startsAt.getTime() + minutes * 60_000),
    },
  };
}
