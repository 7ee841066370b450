import type { ReceivedMessage, SentMessage } from '../../src/contract/index.js';
import { formatInstant } from '../../src/domain/clock-time.js';
import type { Work } from '../context/work.js';
import type { ReceivedRow, SentRow } from '../store/staff/sms-messages.js';

type Zone = Pick<Work, 'account'>;

const instantOf =
  ({ account }: Zone) =>
  (date: Date) =>
    formatInstant(date.getTime(), account.timeZone);

/** A message of the outbox as staff see it. */
export function toSentMessage(work: Zone, { message, patient, appointment }: SentRow): SentMessage {
  const at = instantOf(work);
  const { id, kind, channel, status, delivery, recipient, text, lang, reason, failure } = message;
  const { createdAt, sendAt, expiresAt, sentAt, answeredAt } = message;
  return {
    id,
    type: kind as SentMessage['type'],
    channel,
    status,
    ...(delivery && { delivery }),
    to: recipient,
    // A code that waits is nobody's to read but its recipient's.
    text: kind === 'code' || kind === 'login' ? '' : (text ?? ''),
    lang,
    ...(patient && { patient }),
    ...appointmentOf(work, appointment, isYesTo(message, appointment?.startsAt)),
    madeAt: at(createdAt),
    sendsAt: at(sendAt),
    expiresAt: expiresAt && at(expiresAt),
    ...(sentAt && { sentAt: at(sentAt) }),
    ...(answeredAt && { answeredAt: at(answeredAt) }),
    ...(reason && { reason }),
    ...(failure && { failure }),
    tries: message.tries,
  };
}

/** A message that came in as staff see it. */
export function toReceivedMessage(
  work: Zone,
  { message, patient, appointment }: ReceivedRow,
): ReceivedMessage {
  const at = instantOf(work);
  const { id, sender, recipient, text, meaning, answersId, isRead, followUp } = message;
  return {
    id,
    type: 'received',
    status: isRead ? 'read' : 'unread',
    followUp,
    from: sender,
    to: recipient,
    text,
    ...(meaning && { meaning }),
    ...(patient && { patient }),
    ...appointmentOf(work, appointment, meaning === 'yes'),
    ...(answersId && { answers: answersId }),
    receivedAt: at(message.receivedAt),
    madeAt: at(message.createdAt),
  };
}

/**
 * True where a patient has said yes to an appointment as it is: a reminder expires at the start that it was about, so that a yes to the time
 * before it was moved is none to the new one.
 */
function isYesTo(
  { answer, expiresAt, usualExpiry }: SentRow['message'],
  startsAt: Date | null | undefined,
): boolean {
  const about = usualExpiry ?? expiresAt;
  return answer === 'yes' && about !== null && about.getTime() === startsAt?.getTime();
}

function appointmentOf(work: Zone, row: SentRow['appointment'], isConfirmed: boolean) {
  // Joined one after the other, so that either may be missing.
  if (!row?.id || !row.startsAt || !row.clinicId || !row.clinicianId) return {};
  const { id, startsAt, clinicId: clinic, clinicianId: clinician } = row;
  return { appointment: { id, start: instantOf(work)(startsAt), clinic, clinician, isConfirmed } };
}
