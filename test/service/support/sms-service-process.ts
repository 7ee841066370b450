// The service in a process of its own on PostgreSQL at DATABASE_URL, without limits on callers, which hands SMS to the gateway at
// GATEWAY_URL and drops e-mail. OPERATOR_KEY signs staff calls.
import { createApp } from '../../../service/http/create-app.js';
import type { Limits } from '../../../service/context/limits.js';
import { standardLimits } from '../../../service/context/limits.js';
import { connectPostgres } from '../../../service/node/connect.js';
import { remoteAddress, startServer } from '../../../service/node/start-server.js';
import { publicDemoKey } from '../../../service/store/data-key.js';
import { withNationalIds } from '../../../service/store/database.js';
import { createNationalIds } from '../../../service/store/national-ids.js';
import { hastyClock as clock } from './hasty-clock.js';
import { createOwnTransport } from './own-transport.js';
import { serverKey } from './service.js';

const { DATABASE_URL = '', GATEWAY_URL = '', OPERATOR_KEY: operatorKey = '' } = process.env;
const { db: bare } = connectPostgres(DATABASE_URL, 10);
const db = withNationalIds(bare, createNationalIds([publicDemoKey]));
const sms = createOwnTransport({ url: GATEWAY_URL, key: 'key', from: 'service' });
const limits = Object.fromEntries(
  Object.keys(standardLimits).map((name) => [name, 1_000_000_000]),
) as unknown as Limits;
const app = createApp({
  ...{ db, clock, serverKey, operatorKey, limits },
  transports: { sms, email: () => Promise.resolve({}) },
  addressOf: remoteAddress,
  onError: (error) => console.error(error),
});
const { port } = await startServer(app.fetch, { port: 0 });
console.log(`ready http://127.0.0.1:${port}`);
