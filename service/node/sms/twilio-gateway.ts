import type { OutgoingMessage } from '../../messages/transport.js';
import {
  askGateway,
  authorizationOf,
  jsonOf,
  readList,
  refusal,
  reportsFor,
} from './ask-gateway.js';
import type { Gateway, GatewayContext } from './gateway.js';
import type { TakenSms } from './lost-answer.js';
import { findLost } from './lost-answer.js';

/**
 * What whoever set the account up will put right, or what passes, so that the message waits for it: no such account (20404), a country that is
 * not switched on (21408), a sender that is not the account's (21606, 21659, 21660), a Messaging Service without a sender or none at all (21703,
 * 21705), full queues and limits (14107, 21611, 30001, 30022, 63038).
 */
const temporary = [
  14_107, 20_404, 21_408, 21_606, 21_611, 21_659, 21_660, 21_703, 21_705, 30_001, 30_022, 63_038,
];

/**
 * Twilio (`POST /2010-04-01/Accounts/{sid}/Messages.json`, forms, Basic). It knows no id to drop repeats by: before another try its list is
 * asked whether it has the message already.
 */
export const twilioGateway: Gateway = async (message, context) => {
  const { access, reports } = context;
  const { id, to, sender, text, triedAt } = message;
  if (triedAt !== null) {
    const messageId = await findTaken({ ...message, triedAt }, context);
    if (messageId !== undefined) return { messageId };
  }
  const form = new URLSearchParams({ To: to, Body: text });
  // A sender that the clinic has set, and that its country lets through, is not left to the Messaging Service's choice.
  if (sender === null && access.messagingService) {
    form.set('MessagingServiceSid', access.messagingService);
  } else {
    form.set('From', sender ?? access.from ?? '');
  }
  if (reports) form.set('StatusCallback', reportsFor(reports, id));
  const answer = await askGateway(context, addressOf(context), {
    method: 'POST',
    headers: authorizationOf(context),
    body: form,
  });
  const said = jsonOf(answer.text);
  if (!answer.isFine) {
    const code = typeof said.code === 'number' ? said.code : undefined;
    const isTemporary = code !== undefined && temporary.includes(code);
    throw refusal(answer, { code, isTemporary });
  }
  return typeof said.sid === 'string' ? { messageId: said.sid } : {};
};

const addressOf = ({ access: { url, user } }: GatewayContext) =>
  `${url.replace(/\/+$/, '')}/2010-04-01/Accounts/${encodeURIComponent(user)}/Messages.json`;

async function findTaken(
  message: OutgoingMessage & { triedAt: number },
  context: GatewayContext,
): Promise<string | undefined> {
  // Not by `DateSent`: what waits in a queue has none.
  const query = new URLSearchParams({ To: message.to, PageSize: '100' });
  const { messages } = await readList(context, `${addressOf(context)}?${query}`);
  return findLost(message, Array.isArray(messages) ? messages.flatMap(takenOf) : [], context);
}

function takenOf(row: unknown): TakenSms[] {
  const { sid, direction, body, date_created: created } = row as Record<string, unknown>;
  if (typeof sid !== 'string' || typeof body !== 'string') return [];
  if (direction !== 'outbound-api') return [];
  return [{ messageId: sid, text: body, madeAt: Date.parse(String(created)) }];
}
