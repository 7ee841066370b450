import { createHmac } from 'node:crypto';
import { expect } from '@playwright/test';
import { fetchOf } from './staff.js';

/** An SMS as the gateway of an account, whose format is our own, hands it on. */
export interface IncomingSms {
  account: string;
  /** What the gateway signs with. */
  secret: string;
  from: string;
  text: string;
}

/** An SMS of a phone comes in, signed by the gateway. */
export async function comesIn(
  origin: string,
  { account, secret, from, text }: IncomingSms,
): Promise<void> {
  const message = { id: crypto.randomUUID(), from, text, receivedAt: new Date().toISOString() };
  const body = JSON.stringify({ messages: [message] });
  const seconds = Math.floor(Date.now() / 1000);
  const signature = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
  const answer = await fetchOf(origin)(
    new Request(`${origin}/v1/gateway/${account}/incoming`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'Opus-Signature': `t=${seconds},v1=${signature}`,
      },
      body,
    }),
  );
  expect(answer.status).toBe(204);
}
