import { StartError } from './start-error.js';

/** What the environment asks for. */
export interface Environment {
  port: number;
  /** Address to listen on. */
  host: string;
  /** Domain below which every account has its page. */
  domain: string;
  /** Sample accounts, inbox and start page. */
  isDemo: boolean;
  databaseUrl: string | undefined;
  dataDir: string;
  poolSize: number;
  serverKey: string | undefined;
  platformKey: string | undefined;
  operatorKey: string | undefined;
  trustProxy: number;
  /** Port of the demo's OpenID provider; undefined: any. */
  eidPort: number | undefined;
}

type Variables = Readonly<Record<string, string | undefined>>;

const loopback = ['127.0.0.1', '::1', 'localhost'];

/** Reads the environment; throws a `StartError` that says which variable is wrong and how it should be. */
export function readEnvironment(env: Variables): Environment {
  const host = env.HOST || '127.0.0.1';
  const databaseUrl = env.DATABASE_URL || undefined;
  // Only a service that nobody else can reach is a demo unless told.
  const isDemo = env.DEMO ? env.DEMO === '1' : !databaseUrl && loopback.includes(host);
  if (!isDemo) {
    throw new StartError(
      'Outside demo mode the service needs transports for SMS and e-mail, which this version does not have yet. ' +
        'Set DEMO=1 to let messages land in the inbox page instead.',
    );
  }
  const serverKey = env.SERVER_KEY || undefined;
  if (databaseUrl && !serverKey) {
    throw new StartError(
      'With DATABASE_URL set SERVER_KEY too: at least 32 characters, secret, the same for every process.',
    );
  }
  if (serverKey && serverKey.length < 32) {
    throw new StartError('SERVER_KEY is too short: at least 32 characters.');
  }
  return {
    port: numberOf(env, 'PORT', 4310, 65_535),
    host,
    domain: env.DOMAIN || 'localhost',
    isDemo,
    databaseUrl,
    dataDir: env.DATA_DIR || '.data',
    // One connection may hold a lock while others work.
    poolSize: Math.max(2, numberOf(env, 'POOL_SIZE', 10, 1000)),
    serverKey,
    platformKey: keyOf(env, 'PLATFORM_KEY'),
    operatorKey: keyOf(env, 'OPERATOR_KEY'),
    trustProxy: numberOf(env, 'TRUST_PROXY', 0, 10),
    eidPort: env.EID_PORT ? numberOf(env, 'EID_PORT', 0, 65_535) : undefined,
  };
}

function numberOf(env: Variables, name: string, standard: number, most: number): number {
  const text = env[name];
  if (!text) return standard;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > most) {
    throw new StartError(`${name} is ${text}, but has to be a number from 0 to ${most}.`);
  }
  return value;
}

function keyOf(env: Variables, name: string): string | undefined {
  const key = env[name];
  if (!key) return undefined;
  if (!/^[\w-]{16,256}$/.test(key)) {
    throw new StartError(`${name} has to be 16 to 256 letters, digits, "-" and "_".`);
  }
  return key;
}
