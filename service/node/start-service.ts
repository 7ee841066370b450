import { setTimeout as pause } from 'node:timers/promises';
import { admissionFor } from '../context/admission.js';
import type { HostedSiteOptions, SiteFetch } from '../hosted/hosted-site.js';
import { standardTextsOf } from '../hosted/standard-texts.js';
import { createApp } from '../http/create-app.js';
import { createDemoTransports } from '../messages/demo-transports.js';
import { findAllowedOrigins, findScript } from '../store/accounts.js';
import { findSite } from '../store/site-names.js';
import { checkDataKeys } from '../store/check-data-keys.js';
import type { Database } from '../store/database.js';
import { inAccount, withNationalIds } from '../store/database.js';
import { GuardsError } from '../store/guards.js';
import { asOutage, OutageError } from '../store/outage.js';
import { migrate } from '../store/migrate.js';
import { randomToken } from '../store/secrets.js';
import { createBackground } from './background.js';
import { connectPglite, connectPostgres } from './connect.js';
import type { Connection } from './connect.js';
import { withDataKeys } from './data-keys.js';
import { createEidClient } from './eid-client.js';
import { createEntrance } from './entrance.js';
import type { Environment } from './environment.js';
import { createErrorLog } from './error-log.js';
import { createGateways } from './gateways.js';
import type { GatewayFetch } from './sms/gateway.js';
import { createPublicFetch } from './public-fetch.js';
import { createHmac } from '../store/secrets.js';
import { createNodeSite } from './node-site.js';
import { serverKeyOf } from './server-key.js';
import type { SnapshotOptions } from './snapshot.js';
import { StartError } from './start-error.js';
import { startReplica } from './start-replica.js';
import { remoteAddress, startServer } from './start-server.js';
import type { RunningServer } from './start-server.js';
import { startWorker } from './worker.js';

/** What an extension works with: a service over a migrated database, before it serves anybody. */
export interface ServiceParts {
  connection: Connection & { db: Database };
  fetch: (request: Request) => Promise<Response>;
  keys: { platformKey: string; operatorKey: string };
  serverKey: string;
  port: number;
  onError: (error: unknown) => void;
}

/** What is served and stopped together with the service. */
export interface Extension {
  extraPages?: HostedSiteOptions['extraPages'];
  /** Ends its work; the database is still open. */
  stop?: () => Promise<void>;
}

export interface StartOptions {
  /** What a new embedded database begins with; without it, with the schema alone. */
  snapshot?: SnapshotOptions | undefined;
  /** Runs once the service works, before it serves anybody. */
  extend?: ((parts: ServiceParts) => Promise<Extension>) | undefined;
  /** The command that starts this process, for the advice in an error. */
  command: string;
}

/** A service that listens. */
export interface RunningService {
  port: number;
  /** Ends what runs and closes the database. */
  stop: () => Promise<void>;
}

/** How long a stop waits for answers that are under way, milliseconds; the database ends each statement sooner. */
const finishingTime = 10_000;
/** How long a stop waits for browsers to let go of their connections, milliseconds. */
const closingTime = 1500;

/** How long a start waits for the mail server to say what it can do, milliseconds. */
const mailServerTime = 2000;

/**
 * Starts the service: listen, connect, migrate, extend, serve, and a worker for messages that are left. Throws a
 * `StartError` when the port is taken, a `DataFolderInUseError` when another process has the embedded database.
 */
export async function startService(
  environment: Environment,
  { snapshot, extend, command }: StartOptions,
): Promise<RunningService> {
  // Listens before the database is up: a port in use is reported at once, and early requests wait a moment.
  const entrance = createEntrance();
  const server = await listen(environment, entrance.fetch, command);
  const onError = createErrorLog();

  const connection = environment.databaseUrl
    ? connectPostgres(environment.databaseUrl, environment.poolSize)
    : await connectPglite(environment.dataDir, snapshot);
  const db = await withDataKeys(connection.db, environment);
  const unhurried = withNationalIds(connection.unhurried, db.nationalIds);
  await prepare(unhurried);
  await checkDataKeys(unhurried);

  const keys = {
    platformKey: environment.platformKey ?? randomToken(),
    operatorKey: environment.operatorKey ?? randomToken(),
  };
  const serverKey = environment.serverKey ?? serverKeyOf(environment.dataDir);
  const { publicUrl } = environment;
  const gateways =
    environment.gateways &&
    createGateways(environment.gateways, {
      services: { db, hmac: createHmac(serverKey), publicUrl },
      publicFetch: createPublicFetch(environment.privateGateways) as unknown as GatewayFetch,
    });
  const transports = gateways?.transports ?? createDemoTransports(db);
  // What the page asks for depends on it, but a mail server that is down keeps nobody from booking.
  if (gateways)
    await Promise.race([gateways.ready, pause(mailServerTime, undefined, { ref: false })]);
  const following = environment.replicaUrl
    ? startReplica(environment.replicaUrl, {
        primary: unhurried,
        poolSize: environment.poolSize,
        onError,
      })
    : undefined;
  const background = createBackground();
  const { isDemo } = environment;
  const pageUrl = pageUrlOf(environment, server.port);
  const consoleUrl = consoleUrlOf(environment, server.port);
  const app = createApp({
    db,
    replica: following?.replica,
    ...keys,
    serverKey,
    eid: createEidClient({ isDemo, privateHosts: environment.privateProviders }),
    standardTextsOf,
    transports,
    ...(environment.gateways ? { smsGateway: environment.gateways.sms } : {}),
    demo: isDemo,
    ...(pageUrl ? { pageOf: createPageOf(pageUrl) } : {}),
    ...(consoleUrl ? { consoleOf: (account) => consoleUrl.replace('{account}', account) } : {}),
    ...(publicUrl ? { publicUrl } : {}),
    trustProxy: environment.trustProxy,
    addressOf: remoteAddress,
    // The embedded database does one thing at a time.
    later: background.later,
    admission: admissionFor(connection.kind === 'pglite' ? 1 : environment.poolSize),
    onError,
    onCspViolation: ({ directive, blocked }) =>
      console.error(`Content-Security-Policy: ${directive} refused ${blocked}`),
  });
  const fetch = async (request: Request) => app.fetch(request);
  const { port } = server;
  const extension = await extend?.({
    connection: { ...connection, db, unhurried },
    fetch,
    keys,
    serverKey,
    port,
    onError,
  });
  const pageOf = pageUrl ? (account: string) => pageUrl.replace('{account}', account) : undefined;
  const stopWorker = startWorker(db, transports, { onError, pageOf });
  entrance.open(
    createNodeSite({
      service: (request, environment) => app.fetch(request, environment),
      scriptOf: (account) => inAccount(db, account, findScript),
      framersOf: (account) => inAccount(db, account, findAllowedOrigins),
      siteOf: (name) => inAccount(db, name, (tx) => findSite(tx, name, new Date())),
      domain: environment.domain,
      publicUrl,
      trustProxy: environment.trustProxy,
      extraPages: extension?.extraPages,
    }),
  );

  return {
    port,
    async stop() {
      entrance.announceEnd();
      // Time for a proxy to notice that this process is not ready, while it still works.
      await pause(environment.drainSeconds * 1000);
      const closed = server.close();
      await entrance.close(finishingTime);
      await Promise.race([closed, pause(closingTime)]);
      server.cutOff();
      await background.settle(finishingTime);
      await stopWorker();
      await extension?.stop?.();
      gateways?.close();
      await following?.stop();
      await connection.close();
    },
  };
}

/** Brings the database up to date; throws a `StartError` where it is away, or accounts cannot be kept apart. */
async function prepare(db: Database): Promise<void> {
  try {
    await migrate(db);
  } catch (failure) {
    const error = asOutage(failure);
    if (error instanceof OutageError) {
      throw new StartError(
        `${error.message}. Is the server of DATABASE_URL up, with room on its disk, and are name and password right?`,
      );
    }
    throw error instanceof GuardsError ? new StartError(error.message) : error;
  }
}

async function listen(
  { port, host }: Environment,
  fetch: SiteFetch,
  command: string,
): Promise<RunningServer> {
  try {
    return await startServer(fetch, { port, hostname: host });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new StartError(
      `Port ${port} is in use. Stop what runs there, or choose another one: PORT=${port + 1} ${command}`,
    );
  }
}

/** Address of an account's page with `{account}` in it; undefined: messages have no links. */
function pageUrlOf({ pageUrl, isDemo, domain }: Environment, port: number): string | undefined {
  return pageUrl ?? (isDemo ? `http://{account}.${domain}:${port}` : undefined);
}

/**
 * Address of an account's page by the template of `PAGE_URL`: with the name of the page where that is a part of the host's name,
 * with the account's id in a path, which this service does not serve.
 */
export function createPageOf(template: string): (name: string, accountId: string) => string {
  const isInHost = /^https?:\/\/[^/]*\{account\}/.test(template);
  return (name, accountId) => template.replace('{account}', isInHost ? name : accountId);
}

/** Address of the console with `{account}` in it; undefined: nobody can be invited. */
function consoleUrlOf(
  { consoleUrl, isDemo, domain }: Environment,
  port: number,
): string | undefined {
  return consoleUrl ?? (isDemo ? `http://console.${domain}:${port}/{account}` : undefined);
}
