// What "npm start" runs: environment, connect, migrate, seed, listen.
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { readEnvironment } from '../service/node/environment.js';
import type { RunningProvider } from './provider/start-provider.js';
import { createSeeder, sampleSnapshot } from './seed.js';
import { createSite } from './site.js';
import type { SiteFetch } from './site.js';
import { serverKeyOf } from '../service/node/server-key.js';
import { describeError } from '../service/node/describe-error.js';
import { createApp } from '../service/http/create-app.js';
import { createDemoTransports } from '../service/messages/demo-transports.js';
import { connectPglite, connectPostgres } from '../service/node/connect.js';
import { createEidClient } from '../service/node/eid-client.js';
import { createGateways } from '../service/node/gateways.js';
import { DataFolderInUseError } from '../service/node/lock-file.js';
import { remoteAddress, startServer } from '../service/node/start-server.js';
import { startWorker } from '../service/node/worker.js';
import { findScript } from '../service/store/accounts.js';
import { inAccount } from '../service/store/database.js';
import { migrate } from '../service/store/migrate.js';
import { randomToken } from '../service/store/secrets.js';
import { StartError } from '../service/node/start-error.js';

/** How long a stop waits for browsers to let go of their connections, milliseconds. */
const patience = 1500;

const onError = (error: unknown) => console.error(describeError(error));

async function start(): Promise<void> {
  const environment = readEnvironment(process.env);
  const { port, host, domain, databaseUrl, dataDir, isDemo } = environment;

  // Listens before the database is up: a busy port is told at once, and whoever comes early waits a moment.
  let open: (site: SiteFetch) => void;
  const site = new Promise<SiteFetch>((resolve) => (open = resolve));
  const server = await startServer(
    async (request, environment) => (await site)(request, environment),
    { port, hostname: host },
  ).catch((error: unknown) => {
    throw (error as NodeJS.ErrnoException).code === 'EADDRINUSE' ? portInUse(port) : error;
  });

  const connection = databaseUrl
    ? connectPostgres(databaseUrl, environment.poolSize)
    : await connectPglite(dataDir, isDemo ? sampleSnapshot : undefined);
  const { db } = connection;
  await migrate(db);

  const keys = {
    platformKey: environment.platformKey ?? randomToken(),
    operatorKey: environment.operatorKey ?? randomToken(),
  };
  const serverKey = environment.serverKey ?? serverKeyOf(dataDir);
  const { gateways, pageUrl, publicUrl } = environment;
  const { transports, close: closeGateways } = gateways
    ? createGateways(gateways)
    : { transports: createDemoTransports(db), close: () => undefined };
  const page = pageUrl ?? (isDemo ? `http://{account}.${domain}:${server.port}` : undefined);
  const app = createApp({
    db,
    ...keys,
    serverKey,
    eid: createEidClient({ isDemo }),
    transports,
    demo: isDemo,
    ...(page ? { pageOf: (account) => page.replace('{account}', account) } : {}),
    ...(publicUrl ? { publicUrl } : {}),
    trustProxy: environment.trustProxy,
    addressOf: remoteAddress,
    onError,
  });
  const seeder = createSeeder(connection, (request) => app.fetch(request), keys);
  const place = { port: server.port, domain, publicUrl };
  let provider: RunningProvider | undefined;
  if (isDemo) {
    await seeder.begin();
    // The provider's code is for the demo alone, and speaks when it is loaded.
    const { setUpLogins, startDemoProvider } = await import('./eid.js');
    provider = await startDemoProvider(place, serverKey, environment.eidPort);
    await setUpLogins((request) => app.fetch(request), keys.operatorKey, place, provider);
  }
  const stopSeeding = isDemo ? seeder.keepUp(onError) : () => Promise.resolve();
  const stopWorker = startWorker(db, transports, { onError });
  open!(
    createSite({
      service: (request, environment) => app.fetch(request, environment),
      scriptOf: (account) => inAccount(db, account, findScript),
      cdnFolder: join(import.meta.dirname, '..', 'cdn'),
      domain,
      hasStartPage: isDemo,
    }),
  );

  const stop = async () => {
    stopWorker();
    await stopSeeding();
    await Promise.race([server.close(), pause(patience)]);
    await provider?.close();
    closeGateways();
    await connection.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
  console.log(
    isDemo
      ? welcome(server.port, domain, provider?.issuer)
      : `Opus Booking is ready at port ${server.port}.`,
  );
}

function portInUse(port: number): StartError {
  return new StartError(
    `Port ${port} is in use. Stop what runs there, or choose another one: PORT=${port + 1} npm start`,
  );
}

function welcome(port: number, domain: string, issuer: string | undefined): string {
  const at = (host: string) => `http://${host}:${port}/`;
  return [
    '',
    'Opus Booking is ready.',
    '',
    `  Start page             ${at(domain)}`,
    `  A clinic's home page   ${at(domain)}homepage/`,
    `  An account's own page  ${at(`opusdentalklinikken.${domain}`)}`,
    `  Messages to patients   ${at(domain)}demo/inbox`,
    `  The API                ${at(domain)}openapi.json`,
    ...(issuer ? [`  e-ID of test persons   ${issuer}/`] : []),
    '',
    'Stop with Ctrl+C.',
  ].join('\n');
}

await start().catch((error: unknown) => {
  const isExpected = error instanceof StartError || error instanceof DataFolderInUseError;
  console.error(isExpected ? `\n${error.message}\n` : error);
  process.exit(1);
});
