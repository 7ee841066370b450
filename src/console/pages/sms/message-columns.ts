import type { SentMessage } from '../../../contract/index.js';
import { smsFailureText } from '../../words/sms-failure-words.js';
import type { Box, Message } from './message-row.js';
import { isReceived, shortTime } from './message-row.js';
import type { MessageTexts } from './message-texts.js';

/** Heads of the columns of an exported file. */
export function columnsOf(box: Box, { words }: MessageTexts): string[] {
  const who = [words.mobile, words.lastName, words.firstName];
  return box === 'received'
    ? [words.status, words.flag, ...who, words.answered, words.registered, words.message]
    : [
        ...[words.clinician, ...who, words.appointment, words.type, words.status, words.delivery],
        ...[words.made, words.sends, words.sentAt, words.answered, words.expires],
        ...[words.reason, words.tries, words.message],
      ];
}

/** A message as a row of them; `clinicianName` finds a name by its id. */
export function cellsOf(
  message: Message,
  texts: MessageTexts,
  clinicianName: (id: string) => string,
): string[] {
  const { words, statuses, deliveries, types, reads } = texts;
  const { patient, appointment } = message;
  const names = [patient?.lastName ?? '', patient?.firstName ?? ''];
  if (isReceived(message)) {
    return [
      reads[message.status],
      message.followUp ? words.yes : words.no,
      ...[message.from, ...names],
      ...[shortTime(message.receivedAt), shortTime(message.madeAt), message.text],
    ];
  }
  const { type, status, delivery, madeAt, sendsAt, sentAt, answeredAt, expiresAt } = message;
  const at = (instant: string | null | undefined) => (instant ? shortTime(instant) : '');
  return [
    ...[appointment ? clinicianName(appointment.clinician) : '', message.to, ...names],
    ...[at(appointment?.start), types[type], `${status} ${statuses[status]}`],
    delivery ? deliveries[delivery] : '',
    ...[at(madeAt), at(sendsAt), at(sentAt), at(answeredAt), at(expiresAt)],
    whyOf(message, texts),
    String(message.tries),
    message.text,
  ];
}

/** Why it failed or was taken back; empty: there is nothing to say. */
function whyOf(
  { failure, reason }: Pick<SentMessage, 'failure' | 'reason'>,
  { language, reasons }: MessageTexts,
): string {
  if (failure !== undefined) return smsFailureText(failure, language);
  return reason ? reasons[reason] : '';
}
