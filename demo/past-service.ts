import type { PastService, StaffKeys } from './accounts/index.js';
import { createApp } from '../service/http/create-app.js';
import { createDemoTransports } from '../service/messages/demo-transports.js';
import { demoPhoneId } from '../service/messages/demo-inbox.js';
import { DeliveryError } from '../service/messages/transport.js';
import type { Transport } from '../service/messages/transport.js';
import { sendDueMessages } from '../service/node/worker.js';
import type { Database } from '../service/store/database.js';
import { createHmac } from '../service/store/secrets.js';

/** A service over the demo's database that lives days which have passed. */
export function createPastService({
  db,
  keys,
  serverKey,
}: {
  db: Database;
  keys: StaffKeys;
  serverKey: string;
}): PastService {
  let now = 0;
  let refused = '';
  let background: Promise<unknown> = Promise.resolve();
  const clock = () => now;
  const inbox = createDemoTransports(db, clock);
  const sms: Transport = (message) =>
    message.to === refused
      ? Promise.reject(new DeliveryError('The SMS gateway answered 400.', { isPermanent: true }))
      : inbox.sms(message);
  const transports = { ...inbox, sms };
  const later = (work: () => Promise<unknown>) => {
    background = background.then(work);
  };
  const app = createApp({ db, ...keys, serverKey, clock, transports, later, demo: true });
  const fetch = async (request: Request) => {
    const response = await app.fetch(request);
    await background;
    return response;
  };
  const hmac = createHmac(serverKey);
  const post = async (path: string, body?: URLSearchParams) => {
    const request = new Request(`http://localhost${path}`, { method: 'POST', body: body ?? null });
    const response = await fetch(request);
    // A phone that nothing has come to, such as in a pause, does not answer.
    if (response.status >= 400 && response.status !== 404) {
      throw new Error(`${path}: ${response.status}`);
    }
  };

  return {
    setClock(instant) {
      now = instant;
    },
    fetch,
    async sendDue(refusedNumber) {
      refused = refusedNumber;
      await sendDueMessages(db, transports, clock);
      await post('/demo/reports');
    },
    async answer(account, from, text) {
      const phone = await demoPhoneId(hmac, account, from);
      await post('/demo/inbox', new URLSearchParams({ phone, text }));
    },
  };
}
