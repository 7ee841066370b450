// A service in a process of its own for "npm run soak -- --logins": an account "demo" with patients on file, no limits, and
// a gateway that takes its time. PATIENTS is a JSON list of [national ID, mobile]; DATABASE_URL an empty database.
import { createApp } from '../../../service/http/create-app.js';
import type { Limits } from '../../../service/context/limits.js';
import { standardLimits } from '../../../service/context/limits.js';
import { connectPostgres } from '../../../service/node/connect.js';
import { remoteAddress, startServer } from '../../../service/node/start-server.js';
import { randomDataKey } from '../../../service/store/data-key.js';
import { inAccount, withNationalIds } from '../../../service/store/database.js';
import { migrate } from '../../../service/store/migrate.js';
import { createNationalIds } from '../../../service/store/national-ids.js';
import { addPatient } from '../../../service/store/patients.js';
import { setUpClinic } from './clinic-fixture.js';
import { serverKey } from './service.js';

const { db: bare } = connectPostgres(process.env.DATABASE_URL!);
const db = withNationalIds(bare, createNationalIds([randomDataKey('soak')]));
await migrate(db);
await setUpClinic(db, { settings: { login: { on: true, sms: true, eid: [] } } });
const known = JSON.parse(process.env.PATIENTS!) as [nationalId: string, mobile: string][];
await inAccount(db, 'demo', async (tx) => {
  for (const [nationalId, mobile] of known) {
    await addPatient(tx, {
      accountId: 'demo',
      nationalId,
      mobile,
      mobileTrusted: true,
      firstName: 'Kari',
      lastName: 'Berg',
      createdAt: new Date(),
    });
  }
});

const send = async () => {
  await new Promise((resolve) => setTimeout(resolve, 20 + Math.random() * 60));
  return {};
};
// All are counted, as in use; none refuses.
const limits = Object.fromEntries(
  Object.keys(standardLimits).map((name) => [name, 1_000_000_000]),
) as unknown as Limits;
const app = createApp({
  db,
  serverKey,
  limits,
  transports: { sms: send, email: send },
  addressOf: remoteAddress,
  onError: (error) => console.error(error),
});
const { port } = await startServer(app.fetch, { port: 0 });
console.log(`ready http://127.0.0.1:${port}`);
