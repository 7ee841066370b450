// Right calls of an account's SMS gateway, signed in the service's own format.
import { createHmac } from 'node:crypto';
import type { Context, Recipe } from './context.js';
import { asHost } from './staff-keys.js';

const secret = 'a secret of the gateway';

/** The body as it is sent, with its signature; the account has the secret by then. */
async function signed({ call, service }: Context, body: object) {
  await call('staff_changeSmsGateway', {
    headers: asHost,
    body: { format: 'own', secret },
  });
  const raw = JSON.stringify(body);
  const seconds = Math.floor((Date.now() + service.ahead) / 1000);
  const hex = createHmac('sha256', secret).update(`${seconds}.${raw}`).digest('hex');
  return { raw, headers: { 'Opus-Signature': `t=${seconds},v1=${hex}` } };
}

const instant = ({ service }: Context) => new Date(Date.now() + service.ahead).toISOString();

export const gatewayRecipes: Readonly<Record<string, Recipe>> = {
  reports: (context) =>
    signed(context, {
      reports: [{ gatewayId: `g-${context.next()}`, status: 'delivered', at: instant(context) }],
    }),
  incoming: (context) =>
    signed(context, {
      messages: [
        {
          ...{ id: `in-${context.next()}`, from: context.account.patient.mobile, text: 'Takk' },
          receivedAt: instant(context),
        },
      ],
    }),
};
