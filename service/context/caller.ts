import { findAccount, siteNameOf } from '../store/accounts.js';
import { inAccount, lockOf } from '../store/database.js';
import { isGone } from '../store/gone.js';
import { sqlState } from '../store/sql-state.js';
import { networkOf } from '../core/network.js';
import { ProblemError } from './problem.js';
import type { Services } from './services.js';
import type { Work } from './work.js';

/** What a caller brings along, as plain values. */
export interface CallerInput {
  accountId: string;
  /** Token of a session, an operator or the platform; undefined: none, empty: something that cannot be one. */
  bearer: string | undefined;
  holdToken: string | undefined;
  bookingToken: string | undefined;
  loginToken: string | undefined;
  alertToken: string | undefined;
  idempotencyKey: string | undefined;
  /** Origin of the page that calls, such as `https://clinic.example`. */
  origin: string | undefined;
  /** Aborted when the caller does not wait for the answer any more. */
  signal: AbortSignal | undefined;
  /** A page asks by itself, and nobody in front of it has done anything (C-02). */
  isBackground?: boolean;
}

/** Who calls a use-case, for one account. */
export interface Caller extends CallerInput {
  services: Services;
  /** Epoch milliseconds, the same throughout the call. */
  now: number;
  /** HMAC of the caller's network: its IPv4 address, or the /64 of its IPv6 address. */
  addressHash: () => Promise<string>;
  /** HMAC of the /48 around it; undefined for IPv4. */
  siteHash: () => Promise<string | undefined>;
  /** Whether no limits apply: the caller is this machine itself, in demo mode. */
  isExempt: boolean;
  /**
   * Runs `work` in one transaction on the account when it is its turn, and repeats it after a deadlock, or where a row that it had
   * found was deleted meanwhile; one at a time of those with the same `lock`; a thrown `ProblemError` rolls back. The first one of a call throws `busy` where the service has too much to do, or the caller has left.
   */
  transaction: <Result>(
    work: (work: Work) => Promise<Result>,
    options?: { lock?: readonly string[] },
  ) => Promise<Result>;
  /** Sends the messages that the call put into the outbox, and waits for them a few seconds at most. */
  deliver: () => Promise<void>;
  /** Sends them after the answer, so that the answer's time does not tell whether there are any (P-33). */
  deliverLater: () => void;
}

const maxAttempts = 6;
/** How long an answer waits for its messages to be sent, milliseconds. */
const deliveryTimeout = 3000;

/** Makes the caller of a use-case; `address` is the network address, undefined where the service runs inside the page. */
export function createCaller(
  services: Services,
  input: CallerInput,
  address: string | undefined,
): Caller {
  const now = services.clock();
  const { accountId, signal } = input;
  const { own, site } = networkOf(address ?? '');
  let isUnderWay = false;
  const send = () =>
    services.deliveriesOf(accountId).send(services.onError).catch(services.onError);
  return {
    ...input,
    services,
    now,
    addressHash: () => services.hmac('address', own),
    siteHash: async () => (site === undefined ? undefined : services.hmac('address', site)),
    isExempt: services.demo && isLoopback(address),
    transaction: (work, { lock } = {}) =>
      services.admission.run({ account: accountId, signal, isUnderWay }, () => {
        isUnderWay = true;
        return workOn(services, { accountId, now, locks: lock ? [lockOf(lock)] : [] }, work);
      }),
    deliver: () => withTimeout(deliveryTimeout, send()),
    deliverLater: () => services.later(send),
  };
}

/** What a transaction works on, at a moment in epoch milliseconds; its locks are taken in their order. */
interface Place {
  accountId: string;
  now: number;
  locks: readonly string[];
}

/** Runs `work` in one transaction on an account, as `Caller.transaction` does, for whoever has been let in. */
export function workOn<Result>(
  services: Services,
  { accountId, now, locks }: Place,
  work: (work: Work) => Promise<Result>,
): Promise<Result> {
  return withRetries(() =>
    inAccount(
      services.db,
      accountId,
      async (tx) => {
        const account = await findAccount(tx);
        if (!account) throw new ProblemError('not-found');
        const catalogue = () => services.loadCatalogue(tx, account);
        const { pageOf } = services;
        const page = pageOf?.(siteNameOf(account), account.id);
        const utf8Email = services.transports.utf8Email?.() ?? false;
        const { demo: isDemo } = services;
        return work({ tx, account, now, utf8Email, isDemo, catalogue, page, pageOf });
      },
      { locks },
    ),
  ).finally(() => services.replica?.noteWork(accountId));
}

/** Whether an address is this machine itself; no address at all means that the service runs inside the page. */
function isLoopback(address: string | undefined): boolean {
  return (
    address === undefined || address === '::1' || /^(::ffff:)?127(\.\d{1,3}){3}$/.test(address)
  );
}

/** Repeats an attempt that others stood in the way of, after a random pause. */
async function withRetries<Result>(attempt: () => Promise<Result>): Promise<Result> {
  for (let count = 1; ; count += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (count >= attemptsAfter(error)) throw error;
      await pause(Math.random() * 20 * 2 ** count);
    }
  }
}

/** How often a transaction is tried that fails like this. */
function attemptsAfter(error: unknown): number {
  if (error instanceof ProblemError) return 1;
  const state = sqlState(error);
  // A deadlock, or a failed serialization.
  if (state === '40P01' || state === '40001') return maxAttempts;
  return isGone(error) ? 3 : 1;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Waits for some work, though no longer than so many milliseconds. */
async function withTimeout(milliseconds: number, work: Promise<unknown>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([work, timeout]);
  clearTimeout(timer);
}
