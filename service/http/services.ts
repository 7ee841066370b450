import type { Database } from '../store/database.js';
import type { createCatalogueLoader } from '../store/catalogue.js';
import type { Hmac } from '../store/secrets.js';
import type { Transports } from '../messages/transport.js';
import type { EidClient } from './eid/client.js';
import type { Limits } from './limits.js';

/** What a host hands to the app. */
export interface AppOptions {
  db: Database;
  /** Epoch milliseconds; the system's clock unless told. */
  clock?: () => number;
  /** How messages are sent; in demo mode the inbox unless told. */
  transports?: Transports;
  /** At least 32 characters, the same for all processes: tokens and codes hang on it. */
  serverKey: string;
  limits?: Partial<Limits>;
  /** Sample accounts, the inbox, and no limits for this machine itself. */
  demo?: boolean;
  /** How many proxies in front add to `X-Forwarded-For`; 0 or false: none, the header is ignored. */
  trustProxy?: number | boolean;
  /** The caller's network address, which only the host knows; `environment` is what it passed to `fetch`. */
  addressOf?: (environment: unknown) => string | undefined;
  /** Root under which browsers reach this service, without a slash at its end; else that of each request. */
  publicUrl?: string;
  /** Where an account's hosted page lies, for the links in messages; without it messages have none. */
  pageOf?: (accountId: string) => string;
  /** Key of the calls that make accounts; without it they are refused. */
  platformKey?: string;
  /** Key that stands for every account's operator, for whoever runs the service; without it there is none. */
  operatorKey?: string;
  /** Begins work that no answer waits for and that does not fail; a moment later unless told. */
  later?: (work: () => Promise<unknown>) => void;
  /** Client of OpenID providers; without it nobody logs in by e-ID. */
  eid?: EidClient;
  /** Told of failures that nobody expected; never of personal data. */
  onError?: (error: unknown) => void;
}

/** What every handler works with. */
export interface Services {
  db: Database;
  clock: () => number;
  transports: Transports;
  hmac: Hmac;
  limits: Limits;
  demo: boolean;
  trustProxy: number;
  addressOf: (environment: unknown) => string | undefined;
  publicUrl: string | undefined;
  pageOf: ((accountId: string) => string) | undefined;
  platformKey: string | undefined;
  operatorKey: string | undefined;
  later: (work: () => Promise<unknown>) => void;
  eid: EidClient | undefined;
  onError: (error: unknown) => void;
  loadCatalogue: ReturnType<typeof createCatalogueLoader>;
}
