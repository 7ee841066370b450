import { openSecret, sealSecret } from '../context/sealed-secret.js';
import type { Services } from '../context/services.js';
import { inAccount } from '../store/database.js';
import { findSmsGateway, storeSmsGateway } from '../store/sms-gateways.js';
import { ownSignature } from './gateway-signatures.js';

/**
 * A call of the demo's gateway, signed as a real one's is (M-13): its phones answer, and it reports what reached them. It becomes the
 * gateway of an account that has none; undefined where the account has another one.
 */
export async function demoGatewayCall(
  services: Services,
  accountId: string,
  what: 'reports' | 'incoming',
  body: object,
): Promise<Request | undefined> {
  const owner = { services, accountId };
  const secret = await inAccount(services.db, accountId, async (tx) => {
    const gateway = await findSmsGateway(tx);
    if (gateway?.sealedSecret) {
      if (gateway.format !== 'own') return undefined;
      return openSecret(owner, 'sms-gateway', '', gateway.sealedSecret);
    }
    const made = await services.hmac('demo-gateway', accountId);
    const sealedSecret = await sealSecret(owner, 'sms-gateway', '', made);
    await storeSmsGateway(tx, {
      ...{ accountId, format: 'own', sealedSecret },
      ...{ sending: null, sealedPassword: null },
    });
    return made;
  });
  if (secret === undefined) return undefined;
  const text = JSON.stringify(body);
  const seconds = Math.floor(services.clock() / 1000);
  return new Request(`http://localhost/v1/gateway/${accountId}/${what}`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'Opus-Signature': await ownSignature(secret, seconds, text),
    },
    body: text,
  });
}

/** Phones whose number ends like this are switched off: nothing reaches them. */
export const isSwitchedOff = (number: string): boolean => number.endsWith('00');
