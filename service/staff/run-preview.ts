import type { SmsPreview, SmsRunInput } from '../../src/contract/index.js';
import { formatInstant } from '../../src/domain/clock-time.js';
import { smsLength } from '../../src/domain/message-text/sms-length.js';
import type { Work } from '../context/work.js';
import { written } from './message-runs.js';
import { audienceOf, findAddressees } from './run-addressees.js';
import { planningOf } from './sms-sending.js';
import { checkSent } from './sms-writing.js';

/** So many are shown with their own values. */
const shown = 3;

/** What a run would send: how many messages and parts, who gets none, and the first three; throws `invalid` as a run does. */
export async function previewRun(work: Work, input: SmsRunInput): Promise<SmsPreview> {
  const planning = await planningOf(work);
  const audience = audienceOf(planning, input);
  checkSent(planning, audience.kind, input);
  const found = await findAddressees(work.tx, audience);
  const { messages, left } = written(planning, found, input, new Set());
  const at = (date: Date) => formatInstant(date.getTime(), work.account.timeZone);
  return {
    messages: messages.length,
    parts: messages.reduce((sum, { message: { text } }) => sum + smsLength(text).parts, 0),
    left,
    items: messages.slice(0, shown).map(({ message, addressee: { patient, time } }) => {
      const { firstName, lastName } = patient ?? time?.booking ?? {};
      return {
        to: message.recipient,
        ...(firstName && { firstName }),
        ...(lastName && { lastName }),
        text: message.text,
        length: smsLength(message.text),
        sendsAt: at(message.sendAt),
        expiresAt: at(message.expiresAt),
      };
    }),
  };
}
