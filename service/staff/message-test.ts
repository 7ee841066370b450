import type { MessageTextTest } from '../../src/contract/index.js';
import { formatPhone, parsePhone } from '../../src/domain/phone.js';
import { day, hour, spendBudgets } from '../context/budgets.js';
import { invalid } from '../context/problem.js';
import type { Services } from '../context/services.js';
import { compose } from '../messages/compose.js';
import { enqueue } from '../messages/outbox.js';
import { senderOf } from '../messages/sender.js';
import { findTextInForce } from '../messages/text-in-force.js';
import type { StaffWork } from './actor.js';
import { requirePerson } from './actor.js';
import { checkMessageText, samplesIn } from './message-texts.js';

/** A test is of no use once the draft has gone on. */
const hoursToLive = 1;

/**
 * Sends a draft with sample values: as an e-mail to the person who asks, as an SMS to the mobile that they name (S-06). Throws
 * `not-found`, `invalid`, `not-allowed` for a key, and `rate-limited`: the account pays for each SMS, and its owner may not want them.
 */
export async function testMessageText(
  { limits, hmac }: Pick<Services, 'limits' | 'hmac'>,
  work: StaffWork,
  id: string,
  { mobile, ...draft }: MessageTextTest,
): Promise<{ to: string }> {
  const { tx, account, now } = work;
  const { person } = requirePerson(work);
  const purpose = checkMessageText(id, draft);
  const { channel, lang } = purpose;
  const recipient = channel === 'sms' ? mobileOf(work, mobile) : person.email;
  if (recipient === null) throw invalid({ path: 'email', code: 'empty' });
  await spendBudgets(work, [
    { subject: 'message-tests', window: day, max: limits.messageTestsPerAccountADay },
    {
      subject: `message-tests ${person.id}`,
      window: hour,
      max: limits.messageTestsPerPersonAnHour,
    },
    ...(channel === 'sms'
      ? [
          {
            subject: `message-tests ${await hmac('mobile', recipient)}`,
            window: hour,
            max: limits.smsPerNumberAnHour,
          },
        ]
      : []),
  ]);
  const standard = await findTextInForce(tx, purpose, { move: false, cancel: false, phone: true });
  const subject = channel === 'sms' ? null : draft.subject?.trim() || standard.subject;
  const composed = compose(
    { subject, text: draft.text, format: draft.format ?? 'plain' },
    lang,
    samplesIn(work, lang),
  );
  const message = {
    accountId: account.id,
    kind: 'test' as const,
    channel,
    recipient,
    ...senderOf(account, channel),
    ...composed,
    lang,
    expiresAt: new Date(now + hoursToLive * hour),
  };
  await enqueue(tx, [message], now);
  return { to: channel === 'sms' ? formatPhone(account.market, recipient) : recipient };
}

function mobileOf({ account }: StaffWork, typed = ''): string {
  const parsed = parsePhone(account.market, typed);
  if (!parsed.ok) throw invalid({ path: 'mobile', code: parsed.reason });
  return parsed.value.e164;
}
