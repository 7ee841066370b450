// A worker as a process of its own: works changed policies through, tells of freed times and sends every account's due SMS to the
// gateway at GATEWAY_URL under its NAME, until it is ended.
import { tellOpenings } from '../../../service/alerts/tell-openings.js';
import { connectPostgres } from '../../../service/node/connect.js';
import { createOwnTransport } from './own-transport.js';
import { sendDueMessages } from '../../../service/node/worker.js';
import { replanAccounts } from '../../../service/reminders/replan.js';
import { publicDemoKey } from '../../../service/store/data-key.js';
import { withNationalIds } from '../../../service/store/database.js';
import { createNationalIds } from '../../../service/store/national-ids.js';
import { hastyClock as clock } from './hasty-clock.js';

const { DATABASE_URL = '', GATEWAY_URL = '', NAME = '' } = process.env;
const { db: bare } = connectPostgres(DATABASE_URL, 4);
// Messages hold no national ID.
const db = withNationalIds(bare, createNationalIds([publicDemoKey]));
const sms = createOwnTransport({ url: GATEWAY_URL, key: 'key', from: NAME, timeout: 2000 });
console.log('ready');
for (;;) {
  await replanAccounts(db, clock, undefined).catch(() => undefined);
  await tellOpenings(db, clock, () => 'https://clinic.example').catch(() => undefined);
  await sendDueMessages(db, { sms, email: sms }, clock).catch(() => undefined);
  await new Promise((resolve) => setTimeout(resolve, 50));
}
