import type { AppointmentMessage, Language, SentMessage } from '../../../contract/index.js';
import { smsFailureText } from '../../words/sms-failure-words.js';

type Words<Keys extends string> = Readonly<Record<Keys, string>>;

/** The words that a state is told in. */
export interface StateWords {
  readonly status: Words<SentMessage['status']>;
  readonly delivery: Words<NonNullable<SentMessage['delivery']>>;
  readonly reason: Words<NonNullable<SentMessage['reason']>>;
  readonly language: Language;
}

/** Whether there is a message that was not taken back, so that its box is ticked. */
export const isTicked = ({ message }: Pick<AppointmentMessage, 'message'>): boolean =>
  message !== undefined && message.status !== 'A';

/** The status in words with the old letter (M-06): `Sent (S)`. */
export const statusText = ({ status }: SentMessage, words: StateWords): string =>
  `${words.status[status]} (${status})`;

/** What came of it beyond its status: delivered or not, why it was taken back, what the gateway said; empty: nothing is known. */
export function resultText(
  { delivery, reason, failure, status }: SentMessage,
  words: StateWords,
): string {
  const said = status === 'F' || status === 'FV' ? failure : undefined;
  return [
    delivery && words.delivery[delivery],
    reason && words.reason[reason],
    said && smsFailureText(said, words.language),
  ]
    .filter(Boolean)
    .join(', ');
}

/** Whether it went well, or somebody has to look; undefined: neither. */
export function lookOf(message: SentMessage): 'good' | 'bad' | undefined {
  if (message.delivery === 'not-delivered' || ['F', 'FV', 'U'].includes(message.status)) {
    return 'bad';
  }
  return message.delivery === 'delivered' || message.status === 'SB' ? 'good' : undefined;
}

/** Those that are shown: what the policy has and what was made, and the first reminder where there is neither. */
export function shownOf(planned: readonly AppointmentMessage[]): readonly AppointmentMessage[] {
  const shown = planned.filter(({ isPlanned, message }) => isPlanned || message);
  return shown.length > 0 ? shown : planned.slice(0, 1);
}
