import type { MessageText } from '../../src/contract/index.js';
import type { AccountTransaction } from '../store/database.js';
import type { MessageTextRow } from '../store/message-texts.js';
import { findMessageText } from '../store/message-texts.js';
import type { Ways } from './booking-texts.js';
import { standardText } from './booking-texts.js';
import type { TextInForce } from './compose.js';

/** What a text is for. */
export type TextPurpose = Pick<MessageText, 'event' | 'channel' | 'lang'>;

/** The id of a text: `booked-email-nb`. */
export function textId({ event, channel, lang }: TextPurpose): string {
  return `${event}-${channel}-${lang}`;
}

/** The account's own text, else the standard one with the ways that are open; an own e-mail without subject has the standard one. */
export function textInForce(
  purpose: TextPurpose,
  own: MessageTextRow | undefined,
  ways: Ways,
): TextInForce {
  const standard = standardText(purpose.event, purpose.channel, purpose.lang, ways);
  if (!own) return { ...standard, format: 'plain' };
  return { subject: own.subject ?? standard.subject, text: own.text, format: own.format };
}

/** The text in force for a message of the account (M-01, M-02). */
export async function findTextInForce(
  tx: AccountTransaction,
  purpose: TextPurpose,
  ways: Ways,
): Promise<TextInForce> {
  return textInForce(purpose, await findMessageText(tx, textId(purpose)), ways);
}
