import { askGateway, jsonOf, refusal } from './ask-gateway.js';
import type { Gateway } from './gateway.js';

/** What the gateway gets: as JSON, numbers in E.164. */
interface SmsRequest {
  /** The same for every try of one message; also the header `Idempotency-Key`. */
  id: string;
  to: string;
  from: string;
  text: string;
}

/** The service's own format: it drops repeats of an id by itself, so every try is simply sent. */
export const ownGateway: Gateway = async ({ id, to, sender, text }, context) => {
  const { url, key, from } = context.access;
  const request: SmsRequest = { id, to, from: sender ?? from ?? '', text };
  const answer = await askGateway(context, url, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Authorization: `Bearer ${key}`,
      'Idempotency-Key': id,
    },
    body: JSON.stringify(request),
  });
  if (!answer.isFine) throw refusal(answer);
  const messageId = jsonOf(answer.text).id;
  return typeof messageId === 'string' || typeof messageId === 'number'
    ? { messageId: String(messageId) }
    : {};
};
