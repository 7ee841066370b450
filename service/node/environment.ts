import { parseEmail } from '../../src/domain/email.js';
import type { SmsAccess } from '../reminders/sms-access.js';
import { gatewayAddresses } from '../reminders/sms-access.js';
import type { DataKey } from '../store/data-key.js';
import { parseDataKeys, publicDemoKey } from '../store/data-key.js';
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
  /** Where messages are handed over; undefined in demo mode: they land in the inbox. */
  gateways: Gateways | undefined;
  /** Address of an account's hosted page with `{account}` in it; undefined: what the host and port make of it, in demo mode only. */
  pageUrl: string | undefined;
  /** Address of the console with `{account}` in it; undefined: what the host and port make of it, in demo mode only. */
  consoleUrl: string | undefined;
  /** Root under which browsers reach the service, without a slash at its end; undefined: that of each request. */
  publicUrl: string | undefined;
  databaseUrl: string | undefined;
  /** A server that follows the one of `databaseUrl`, for reading free times. */
  replicaUrl: string | undefined;
  dataDir: string;
  poolSize: number;
  serverKey: string | undefined;
  /** Keys of national IDs, the writing one first; undefined: those in the data folder. */
  dataKeys: readonly DataKey[] | undefined;
  platformKey: string | undefined;
  operatorKey: string | undefined;
  trustProxy: number;
  /** OpenID providers in a private network that clinics may name, as `host` or `host:port`. */
  privateProviders: readonly string[];
  /** SMS gateways in a private network that clinics may name, in the same way. */
  privateGateways: readonly string[];
  /** How long a process that stops says so and still works, so that a proxy notices. */
  drainSeconds: number;
}

/** Where SMS and e-mail are handed over. */
export interface Gateways {
  smtp: { url: string; from: { name: string; address: string } };
  sms: SmsAccess;
}

/** Environment variables. */
export type Variables = Readonly<Record<string, string | undefined>>;

const loopback = ['127.0.0.1', '::1', 'localhost'];

/** Reads the environment; throws a `StartError` that says which variable is wrong and how it should be. */
export function readEnvironment(env: Variables): Environment {
  const host = env.HOST || '127.0.0.1';
  const { databaseUrl } = placeOf(env);
  // Only a service that nobody else can reach is a demo unless told.
  const isDemo = env.DEMO ? env.DEMO === '1' : !databaseUrl && loopback.includes(host);
  const serverKey = env.SERVER_KEY || undefined;
  if (databaseUrl && !serverKey) {
    throw new StartError(
      'With DATABASE_URL set SERVER_KEY too: at least 32 characters, secret, the same for every process.',
    );
  }
  if (serverKey && serverKey.length < 32) {
    throw new StartError('SERVER_KEY is too short: at least 32 characters.');
  }
  const replicaUrl = env.DATABASE_REPLICA_URL || undefined;
  if (replicaUrl && !databaseUrl) {
    throw new StartError(
      'DATABASE_REPLICA_URL is a server that follows the one of DATABASE_URL: set that too.',
    );
  }
  const dataKeys = dataKeysOf(env);
  if (databaseUrl && !dataKeys && !isDemo) {
    throw new StartError(
      `With DATABASE_URL set DATA_KEY too: the keys of national IDs, the same for every process. ${howToMakeOne}`,
    );
  }
  return {
    port: readNumber(env, 'PORT', 4310, 65_535),
    host,
    domain: env.DOMAIN || 'localhost',
    isDemo,
    gateways: isDemo ? undefined : gatewaysOf(env),
    pageUrl: templateOf(env, 'PAGE_URL', 'https://{account}.example.com'),
    consoleUrl: templateOf(env, 'CONSOLE_URL', 'https://console.example.com/{account}'),
    publicUrl: env.PUBLIC_URL ? urlOf(env, 'PUBLIC_URL', web).replace(/\/+$/, '') : undefined,
    ...placeOf(env),
    replicaUrl,
    // One connection may hold a lock while others work.
    poolSize: Math.max(2, readNumber(env, 'POOL_SIZE', 10, 1000)),
    serverKey,
    dataKeys,
    platformKey: keyOf(env, 'PLATFORM_KEY'),
    operatorKey: keyOf(env, 'OPERATOR_KEY'),
    trustProxy: readNumber(env, 'TRUST_PROXY', 0, 10),
    privateProviders: hostsOf(env, 'PRIVATE_PROVIDERS'),
    privateGateways: hostsOf(env, 'PRIVATE_GATEWAYS'),
    drainSeconds: readNumber(env, 'DRAIN_SECONDS', isDemo ? 0 : 5, 300),
  };
}

/** Where the data lies, as the environment says. */
export function placeOf(env: Variables): Pick<Environment, 'databaseUrl' | 'dataDir'> {
  return { databaseUrl: env.DATABASE_URL || undefined, dataDir: env.DATA_DIR || '.data' };
}

const howToMakeOne = 'One is made by: echo "DATA_KEY=2026:$(openssl rand -base64 32)"';

/** The keys of `DATA_KEY`, which are never shown. */
function dataKeysOf(env: Variables): readonly DataKey[] | undefined {
  if (!env.DATA_KEY) return undefined;
  const keys = parseDataKeys(env.DATA_KEY);
  if (!keys || keys.some(({ name }) => name === publicDemoKey.name)) {
    throw new StartError(
      `DATA_KEY has to be names with keys of 32 bytes in base64, 2026:…,2025:…, each name once; the first key writes. ${howToMakeOne}`,
    );
  }
  return keys;
}

const web = ['https:', 'http:'];

/** Formats of SMS gateways, and which variables each needs beside `SMS_GATEWAY_KEY`. */
const smsFormats: Readonly<Record<SmsAccess['format'], readonly string[]>> = {
  own: ['SMS_GATEWAY_URL'],
  '46elks': ['SMS_GATEWAY_USER'],
  twilio: ['SMS_GATEWAY_USER'],
};

const isFormat = (text: string): text is SmsAccess['format'] => Object.hasOwn(smsFormats, text);

function gatewaysOf(env: Variables): Gateways {
  const format = env.SMS_GATEWAY_FORMAT || 'own';
  if (!isFormat(format)) {
    throw new StartError(
      `SMS_GATEWAY_FORMAT has to be one of ${Object.keys(smsFormats).join(', ')}.`,
    );
  }
  const ofTwilio = format === 'twilio' && env.SMS_GATEWAY_SERVICE;
  const needed = [
    ...['SMTP_URL', 'SMTP_FROM', ...smsFormats[format], 'SMS_GATEWAY_KEY'],
    ...(ofTwilio ? [] : ['SMS_FROM']),
  ];
  const missing = needed.filter((name) => !env[name]);
  if (missing.length > 0) {
    throw new StartError(
      `Outside demo mode the service needs transports for SMS and e-mail. Missing: ${missing.join(', ')}. ` +
        'Set DEMO=1 to let messages land in the inbox page instead.',
    );
  }
  return {
    smtp: {
      url: urlOf(env, 'SMTP_URL', ['smtp:', 'smtps:']),
      from: mailboxOf(env.SMTP_FROM ?? ''),
    },
    sms: {
      format,
      url: smsUrlOf(env, format),
      user: env.SMS_GATEWAY_USER ?? '',
      key: env.SMS_GATEWAY_KEY ?? '',
      from: smsSenderOf(env),
      messagingService: ofTwilio ? env.SMS_GATEWAY_SERVICE! : null,
    },
  };
}

function smsUrlOf(env: Variables, format: SmsAccess['format']): string {
  if (format !== 'own' && !env.SMS_GATEWAY_URL) return gatewayAddresses[format];
  const url = urlOf(env, 'SMS_GATEWAY_URL', web);
  const { protocol, hostname } = new URL(url);
  if (protocol === 'http:' && !loopback.includes(hostname)) {
    throw new StartError('SMS_GATEWAY_URL has to begin with https://, except on this machine.');
  }
  return url;
}

function smsSenderOf({ SMS_FROM: from }: Variables): string | null {
  if (!from) return null;
  if (!/^(?:\+?\d{3,15}|(?=.*[A-Za-z])[A-Za-z0-9]([A-Za-z0-9 ]{0,9}[A-Za-z0-9])?)$/.test(from)) {
    throw new StartError('SMS_FROM has to be a number, or at most 11 letters and digits.');
  }
  return from;
}

function mailboxOf(text: string): { name: string; address: string } {
  const [, name = '', address = ''] = /^([^<>"@]*)<([^<>]+)>$/.exec(text.trim()) ?? [];
  const email = parseEmail(address);
  if (!name.trim() || !email.ok) {
    throw new StartError(
      'SMTP_FROM has to be a name and an address: Opus Dental <post@example.com>',
    );
  }
  return { name: name.trim(), address: email.value.email };
}

/** A variable that is an address with the account in it; throws a `StartError` with an example of one. */
function templateOf(env: Variables, name: string, example: string): string | undefined {
  const template = env[name];
  if (!template) return undefined;
  const isAddress =
    URL.canParse(template.replace('{account}', 'a')) && /^https?:[^#]*$/.test(template);
  if (!isAddress || template.split('{account}').length !== 2) {
    throw new StartError(`${name} has to be an address with {account} in it: ${example}`);
  }
  return template.replace(/\/+$/, '');
}

/** A variable that is an address of one of some schemes. Its value may hold a password and is never shown. */
function urlOf(env: Variables, name: string, schemes: readonly string[]): string {
  const text = env[name] ?? '';
  if (!URL.canParse(text) || !schemes.includes(new URL(text).protocol)) {
    throw new StartError(
      `${name} has to be an address that begins with ${schemes.map((scheme) => `${scheme}//`).join(' or ')}.`,
    );
  }
  return text;
}

/** A variable that is a whole number from 0 to `max`; throws a `StartError` for anything else. */
export function readNumber(env: Variables, name: string, standard: number, max: number): number {
  const text = env[name];
  if (!text) return standard;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > max) {
    throw new StartError(`${name} is ${text}, but has to be a number from 0 to ${max}.`);
  }
  return value;
}

/** A variable that names hosts with commas between them; throws a `StartError` for anything else. */
function hostsOf(env: Variables, name: string): string[] {
  const hosts = (env[name] ?? '').split(',').flatMap((host) => host.trim() || []);
  const isHost = (host: string) =>
    URL.canParse(`https://${host}`) && new URL(`https://${host}`).host === host;
  if (!hosts.every(isHost)) {
    throw new StartError(
      `${name} has to be names of hosts with commas between them, each in small letters and with its port where that is not 443.`,
    );
  }
  return hosts;
}

function keyOf(env: Variables, name: string): string | undefined {
  const key = env[name];
  if (!key) return undefined;
  if (!/^[\w-]{16,256}$/.test(key)) {
    throw new StartError(`${name} has to be 16 to 256 letters, digits, "-" and "_".`);
  }
  return key;
}
