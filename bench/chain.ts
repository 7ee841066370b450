import { kjeden } from '../demo/accounts/kjeden.js';
import { setUp, topUp } from '../demo/accounts/index.js';
import { createStaffClient, type StaffClient } from '../demo/accounts/staff-client.js';
import { createApp } from '../service/http/create-app.js';
import { randomDataKey } from '../service/store/data-key.js';
import { withNationalIds, type BareDatabase } from '../service/store/database.js';
import { migrate } from '../service/store/migrate.js';
import { createNationalIds } from '../service/store/national-ids.js';
import { randomToken } from '../service/store/secrets.js';

/** The real app on an empty database, with the chain of sixty clinics set up and its coming weeks published. */
export async function startChain(
  bare: BareDatabase,
): Promise<{ app: ReturnType<typeof createApp>; staff: StaffClient }> {
  const db = withNationalIds(bare, createNationalIds([randomDataKey('bench')]));
  await migrate(db);
  const keys = { platformKey: randomToken(), operatorKey: randomToken() };
  const app = createApp({ db, ...keys, serverKey: randomToken(), demo: true });
  const fetch = (request: Request) => app.fetch(request);
  await setUp(fetch, keys, kjeden);
  await topUp(fetch, keys.operatorKey, kjeden, { now: Date.now() });
  return { app, staff: createStaffClient(fetch, kjeden.id, keys.operatorKey) };
}
