import { DeliveryError } from '../../messages/transport.js';
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
import { findLost, listedSince } from './lost-answer.js';

/**
 * 46elks (`POST /a1/sms`, forms, Basic). It knows no id to drop repeats by: before another try its list (`GET /a1/sms`) is asked whether it
 * has the message already.
 */
export const elksGateway: Gateway = async (message, context) => {
  const { access, reports } = context;
  const { id, to, sender, text, triedAt } = message;
  if (triedAt !== null) {
    const messageId = await findTaken({ ...message, triedAt }, context);
    if (messageId !== undefined) return { messageId };
  }
  const form = new URLSearchParams({ from: sender ?? access.from ?? '', to, message: text });
  if (reports) form.set('whendelivered', reportsFor(reports, id));
  const answer = await askGateway(context, addressOf(context), {
    method: 'POST',
    headers: authorizationOf(context),
    body: form,
  });
  if (!answer.isFine) throw refusal(answer);
  const { id: messageId, status } = jsonOf(answer.text);
  if (status === 'failed') {
    throw new DeliveryError('The SMS gateway took it over and failed.', { isPermanent: true });
  }
  return typeof messageId === 'string' ? { messageId } : {};
};

const addressOf = ({ access: { url } }: GatewayContext) => `${url.replace(/\/+$/, '')}/a1/sms`;

async function findTaken(
  message: OutgoingMessage & { triedAt: number },
  context: GatewayContext,
): Promise<string | undefined> {
  const query = new URLSearchParams({
    to: message.to,
    limit: '100',
    // It goes back in time: from `start` to `end`.
    end: new Date(listedSince(message.triedAt)).toISOString().replace('Z', ''),
  });
  const { data } = await readList(context, `${addressOf(context)}?${query}`);
  return findLost(message, Array.isArray(data) ? data.flatMap(takenOf) : [], context);
}

function takenOf(row: unknown): TakenSms[] {
  const { id, direction, message, created } = row as Record<string, unknown>;
  if (typeof id !== 'string' || direction !== 'outgoing' || typeof message !== 'string') return [];
  // Its instants are UTC without saying so.
  return [{ messageId: id, text: message, madeAt: Date.parse(`${String(created)}Z`) }];
}
