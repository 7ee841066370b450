// A worker as a process of its own: sends every account's due SMS to the gateway at GATEWAY_URL under
// its NAME, until it is ended.
import { connectPostgres } from '../../../service/node/connect.js';
import { createGatewayTransport } from '../../../service/node/gateway-transport.js';
import { publicDemoKey } from '../../../service/store/data-key.js';
import { withNationalIds } from '../../../service/store/database.js';
import { createNationalIds } from '../../../service/store/national-ids.js';
import { sendDueMessages } from '../../../service/node/worker.js';

const { DATABASE_URL = '', GATEWAY_URL = '', NAME = '', EPOCH = '0', HASTE = '1' } = process.env;
const { db: bare } = connectPostgres(DATABASE_URL, 4);
// Messages hold no national ID.
const db = withNationalIds(bare, createNationalIds([publicDemoKey]));
const sms = createGatewayTransport({ url: GATEWAY_URL, key: 'key', from: NAME, timeout: 2000 });
// A clock that runs faster in all workers alike, so that leases of those who were killed end within the test.
const clock = () => Number(EPOCH) + (Date.now() - Number(EPOCH)) * Number(HASTE);
console.log('ready');
for (;;) {
  await sendDueMessages(db, { sms, email: sms }, clock).catch(() => undefined);
  await new Promise((resolve) => setTimeout(resolve, 50));
}
