// One service of "npm run bench:service", of this tree or of an earlier one (ROOT), on a PostgreSQL database; or, with LIMIT, the
// same HTTP stack with answers from memory. Says "ready" when it serves.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = process.env.ROOT!;
const port = Number(process.env.PORT);
// The service lay in the demo until November 2026.
const service = existsSync(join(root, 'service')) ? 'service' : 'demo/service';
const serve = `${service}/node`;
const load = (path: string) => import(pathToFileURL(join(root, path)).href);

const { startServer } = await load(`${serve}/start-server.ts`);

/** The database with a key of national IDs, which an earlier tree stored in plain text. */
async function withKeys(db: object): Promise<object> {
  if (!existsSync(join(root, service, 'store/national-ids.ts'))) return db;
  const { publicDemoKey } = await load(`${service}/store/data-key.ts`);
  const { withNationalIds } = await load(`${service}/store/database.ts`);
  const { createNationalIds } = await load(`${service}/store/national-ids.ts`);
  return withNationalIds(db, createNationalIds([publicDemoKey]));
}

if (process.env.LIMIT) {
  const answers = new Map<string, string>(JSON.parse(readFileSync(process.env.LIMIT, 'utf8')));
  const bodies = new Map(
    [...answers].map(([path, body]) => [path, new TextEncoder().encode(body)]),
  );
  const headers = { 'Content-Type': 'application/json', 'Cache-Control': 'no-cache' };
  await startServer(
    (request: Request) => {
      const { pathname, search } = new URL(request.url);
      return new Response(bodies.get(pathname + search) ?? null, { headers });
    },
    { port },
  );
} else {
  const { connectPostgres } = await load(`${serve}/connect.ts`);
  const { migrate } = await load(`${service}/store/migrate.ts`);
  const { createApp } = await load(`${service}/http/create-app.ts`);
  const { setUp, topUp } = await load('demo/accounts/index.ts');
  const { kjeden } = await load('demo/accounts/kjeden.ts');
  const { remoteAddress } = await load(`${serve}/start-server.ts`);
  const db = await withKeys(connectPostgres(process.env.DATABASE_URL).db);
  await migrate(db);
  const keys = {
    platformKey: 'platform-key-of-the-bench',
    operatorKey: 'operator-key-of-the-bench',
  };
  const app = createApp({
    db,
    ...keys,
    serverKey: 'a server key for measuring only, 32 characters',
    demo: true,
    addressOf: remoteAddress,
    onError: (error: unknown) => console.error(error),
  });
  const fetch = (request: Request) => app.fetch(request);
  if (process.env.SET_UP) {
    await setUp(fetch, keys, kjeden);
    await topUp(fetch, keys.operatorKey, kjeden, { now: Date.now() });
  }
  const encoding = await load(
    existsSync(join(root, 'service/node/encoding.ts'))
      ? 'service/node/encoding.ts'
      : 'demo/serve/encoding.ts',
  );
  const answers = encoding.CompressedAnswers && new encoding.CompressedAnswers();
  await startServer(
    async (request: Request, environment: object) =>
      encoding.compressed(request, await app.fetch(request, environment), answers),
    { port },
  );
}
console.log('ready');
process.once('SIGTERM', () => process.exit(0));
