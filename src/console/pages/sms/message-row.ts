import type { ReceivedMessage, SentMessage } from '../../../contract/index.js';

export type Message = SentMessage | ReceivedMessage;
export type Box = 'sent' | 'received';

export const isReceived = (message: Message): message is ReceivedMessage =>
  message.type === 'received';

/** Whether it can still be changed or cancelled (M-06). */
export const isWaiting = (message: Message | undefined): message is SentMessage =>
  message?.status === 'V' || message?.status === 'FV';

/** Types that staff may change while they wait: codes and news of a booking go as they are. */
const fixed: readonly SentMessage['type'][] = [
  'booked',
  'moved',
  'cancelled',
  'freed',
  'code',
  'login',
];
export const isChangeable = (message: Message): message is SentMessage =>
  isWaiting(message) && !fixed.includes(message.type);

/** The number at the other end. */
export const numberOf = (message: Message): string =>
  isReceived(message) ? message.from : message.to;

/** First and last name; empty where nobody on file is known to have the number. */
export const nameOf = ({ patient }: Message): string =>
  patient ? `${patient.firstName} ${patient.lastName}` : '';

/** A date and time by the clock of the clinic, which is that of the offset in it; short, as a list has it: `20.11.2026 08:00`. */
export const shortTime = (instant: string): string => {
  const [year = '', month = '', day = ''] = instant.slice(0, 10).split('-');
  return `${day}.${month}.${year} ${instant.slice(11, 16)}`;
};
