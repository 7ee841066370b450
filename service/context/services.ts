import type { Language, Market, OwnTexts, StaffSettings } from '../../src/contract/index.js';
import type { Database } from '../store/database.js';
import { createCatalogueLoader } from '../store/catalogue.js';
import { createHmac } from '../store/secrets.js';
import type { Hmac } from '../store/secrets.js';
import type { AdmissionLimits } from './admission.js';
import { Admission, admissionFor, togetherFor } from './admission.js';
import { Deliveries } from '../messages/deliver.js';
import { createDemoTransports } from '../messages/demo-transports.js';
import type { Transports } from '../messages/transport.js';
import { TimebookChanges } from '../timebook/changes.js';
import { AnswerMemory } from '../timebook/answer-memory.js';
import { FreeTimes } from '../timebook/free-times.js';
import type { Replica } from '../timebook/replica.js';
import { TimebookReader } from '../timebook/timebook-reader.js';
import { ValueMemory } from '../timebook/value-memory.js';
import type { EidClient } from './eid-client.js';
import { Readiness } from './readiness.js';
import { standardLimits } from './limits.js';
import type { Limits } from './limits.js';

/** What a page's Content-Security-Policy refused: the directive, and the origin or kind of what it refused. */
export interface CspViolation {
  directive: string;
  blocked: string;
}

/** The widget's standard texts of an account, in one language. */
export type StandardTextsOf = (
  account: { name: string; market: Market; settings: StaffSettings },
  language: Language,
) => OwnTexts;

/** What a host hands to the app. */
export interface AppOptions {
  db: Database;
  /** A server that follows the database, for reading free times. */
  replica?: Replica | undefined;
  /** Epoch milliseconds; by default the system's clock. */
  clock?: () => number;
  /** How messages are sent; by default, in demo mode only, into the inbox. */
  transports?: Transports;
  /** At least 32 characters, the same for all processes: tokens and codes are derived from it. */
  serverKey: string;
  limits?: Partial<Limits>;
  /** How much is done and waits at a time; by default what suits a pool of ten connections. */
  admission?: AdmissionLimits;
  /** Serves the inbox, and applies no limits to callers on this machine. */
  demo?: boolean;
  /** How many proxies in front add to `X-Forwarded-For`; 0 or false: none, the header is ignored. */
  trustProxy?: number | boolean;
  /** The caller's network address, which only the host knows; `environment` is what it passed to `fetch`. */
  addressOf?: (environment: unknown) => string | undefined;
  /** Root under which browsers reach this service, without a slash at its end; else that of each request. */
  publicUrl?: string;
  /** Address of the hosted page with a name, of the account with an id, for the links in messages; without it they have none. */
  pageOf?: (name: string, accountId: string) => string;
  /** Address of the console for an account, without a fragment; without it nobody can be invited. */
  consoleOf?: (accountId: string) => string;
  /** Key of the calls that set up accounts; without it they are refused. */
  platformKey?: string;
  /** Key that is accepted as every account's operator token, for whoever runs the service. */
  operatorKey?: string;
  /** The gateway that SMS leave by where an account has none of its own: what it reports is proven by its key. */
  smsGateway?: ServiceGateway;
  /** Runs work that no answer waits for and that never rejects; by default after a short random delay. */
  later?: (work: () => Promise<unknown>) => void;
  /** Client of OpenID providers; without it there is no login by e-ID. */
  eid?: EidClient;
  /** What the widget says where an account has no text of its own; without it the console does not show that. */
  standardTextsOf?: StandardTextsOf;
  /** Gets unexpected failures; they hold no personal data. */
  onError?: (error: unknown) => void;
  /** Gets what a page's policy refused, each once an hour; nothing in it is personal. */
  onCspViolation?: (violation: CspViolation) => void;
}

/** Format and key of the service's own SMS gateway. */
export interface ServiceGateway {
  format: 'own' | '46elks' | 'twilio';
  key: string;
}

/** What every use-case works with, the same for the life of the process. */
export interface Services {
  db: Database;
  replica: Replica | undefined;
  clock: () => number;
  transports: Transports;
  /** The outbox of an account, the same for all that send from it. */
  deliveriesOf: (accountId: string) => Deliveries;
  hmac: Hmac;
  limits: Limits;
  /** Who may use the database now, and who waits (N-07). */
  admission: Admission;
  /** Who may search for free times now, most of which needs no database of its own. */
  searches: Admission;
  /** Who may hold or book now: what comes at the same time for an account is done together, by one transaction of `admission`. */
  together: Admission;
  readiness: Readiness;
  demo: boolean;
  trustProxy: number;
  addressOf: (environment: unknown) => string | undefined;
  publicUrl: string | undefined;
  smsGateway: ServiceGateway | undefined;
  pageOf: ((name: string, accountId: string) => string) | undefined;
  consoleOf: ((accountId: string) => string) | undefined;
  platformKey: string | undefined;
  operatorKey: string | undefined;
  later: (work: () => Promise<unknown>) => void;
  eid: EidClient | undefined;
  standardTextsOf: StandardTextsOf | undefined;
  onError: (error: unknown) => void;
  onCspViolation: (violation: CspViolation) => void;
  loadCatalogue: ReturnType<typeof createCatalogueLoader>;
  timebooks: TimebookReader;
  freeTimes: FreeTimes;
  /** What changes in timebooks, for whoever has one open. */
  changes: TimebookChanges;
  /** Answers about free times. */
  answers: AnswerMemory;
}

/** Completes what the host hands over; throws without a usable server key or, outside demo mode, without transports. */
export function createServices(options: AppOptions): Services {
  const { db, replica, clock = Date.now, serverKey, demo = false, trustProxy = 0 } = options;
  const onError = options.onError ?? (() => undefined);
  const limits = options.admission ?? admissionFor(10);
  const admission = new Admission(limits);
  const transports = options.transports ?? defaultTransports(options);
  const loadCatalogue = createCatalogueLoader();
  const admit: ConstructorParameters<typeof TimebookReader>[3] = (account, read) =>
    admission.run({ account }, read);
  const timebooks = new TimebookReader(db, loadCatalogue, clock, admit, replica);
  return {
    db,
    replica,
    clock,
    transports,
    deliveriesOf: createDeliveries(db, transports, clock),
    hmac: createHmac(serverKey),
    limits: { ...standardLimits, ...options.limits },
    admission,
    searches: new Admission(togetherFor(limits)),
    together: new Admission(togetherFor(limits)),
    readiness: new Readiness(db, onError),
    demo,
    trustProxy: Number(trustProxy),
    addressOf: options.addressOf ?? (() => undefined),
    publicUrl: options.publicUrl,
    smsGateway: options.smsGateway,
    pageOf: options.pageOf,
    consoleOf: options.consoleOf,
    platformKey: options.platformKey,
    operatorKey: options.operatorKey,
    later: options.later ?? later,
    eid: options.eid,
    standardTextsOf: options.standardTextsOf,
    onError,
    onCspViolation: options.onCspViolation ?? (() => undefined),
    loadCatalogue,
    timebooks,
    freeTimes: new FreeTimes(timebooks, new ValueMemory()),
    changes: new TimebookChanges(db, onError),
    answers: new AnswerMemory(),
  };
}

function createDeliveries(db: Database, transports: Transports, clock: () => number) {
  const known = new Map<string, Deliveries>();
  return (accountId: string): Deliveries => {
    const deliveries = known.get(accountId) ?? new Deliveries(db, accountId, transports, clock);
    known.set(accountId, deliveries);
    return deliveries;
  };
}

/** A random delay, so that the next answer's time does not tell whether there was any work either (P-33). */
function later(work: () => Promise<unknown>): void {
  setTimeout(() => void work(), Math.random() * 300);
}

function defaultTransports({ db, demo, clock }: AppOptions): Transports {
  if (demo) return createDemoTransports(db, clock);
  throw new Error('Outside demo mode the service needs transports for SMS and e-mail.');
}
