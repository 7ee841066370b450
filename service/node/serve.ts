// The bare service as a process: environment, connect, migrate, listen. `npm start` adds the pages around it.
import { createApp } from '../http/create-app.js';
import { describeError } from './describe-error.js';
import { createDemoTransports } from '../messages/demo-transports.js';
import { migrate } from '../store/migrate.js';
import { connectDatabase } from './connect.js';
import { remoteAddress, startServer } from './start-server.js';
import { startWorker } from './worker.js';

const { env } = process;
const serverKey = env.SERVER_KEY;
if (!serverKey) throw new Error('SERVER_KEY is missing: at least 32 characters, kept secret.');
if (env.DEMO !== '1') throw new Error('This entry serves demo mode only: set DEMO=1.');

const connection = await connectDatabase(env, { poolSize: Number(env.POOL_SIZE) || 10 });
const { db } = connection;
await migrate(db);
const transports = createDemoTransports(db);
const app = createApp({
  db,
  serverKey,
  transports,
  demo: true,
  addressOf: remoteAddress,
  trustProxy: Number(env.TRUST_PROXY) || 0,
  ...(env.PLATFORM_KEY ? { platformKey: env.PLATFORM_KEY } : {}),
  onError: (error) => console.error(describeError(error)),
});
const server = await startServer(app.fetch, { port: Number(env.PORT) || 0 });
const stopWorker = startWorker(db, transports);
console.log(`ready http://127.0.0.1:${server.port}`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    stopWorker();
    void server
      .close()
      .then(() => connection.close())
      .then(() => process.exit(0));
  });
}
