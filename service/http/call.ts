import type { Context } from 'hono';
import type { AccountRow } from '../store/accounts.js';
import { findAccount } from '../store/accounts.js';
import type { LoadedCatalogue } from '../store/catalogue.js';
import type { AccountTransaction } from '../store/database.js';
import { inAccount, sqlState } from '../store/database.js';
import { deliver } from '../messages/deliver.js';
import { callerAddress, isLoopback } from './address.js';
import { ProblemError } from './problem.js';
import type { Services } from './services.js';

/** What a handler works with inside a transaction. */
export interface Work {
  tx: AccountTransaction;
  account: AccountRow;
  /** Epoch milliseconds, the same throughout the call. */
  now: number;
  catalogue: () => Promise<LoadedCatalogue>;
  /** Root of the account's hosted page, for the links in messages; undefined: there is none. */
  page: string | undefined;
}

/** One request to one account. */
export interface Call<Body, Query> {
  accountId: string;
  /** Id in the path; empty where the path has none. */
  id: string;
  body: Body;
  query: Query;
  services: Services;
  context: Context;
  now: number;
  header: (name: string) => string | undefined;
  /** HMAC of the caller's address. */
  addressHash: () => Promise<string>;
  /** Whether limits leave the caller alone: this machine itself, in demo mode only. */
  isExempt: boolean;
  /** Runs `work` in one transaction on the account, again when the database asks for it; a thrown `ProblemError` rolls back. */
  transaction: <Result>(work: (work: Work) => Promise<Result>) => Promise<Result>;
  /** Sends what the call put into the outbox. */
  deliver: () => Promise<void>;
  /** The same after the answer, which then tells nothing of whether there was anything to send (P-33). */
  deliverLater: () => void;
}

const maxAttempts = 6;
/** How long an answer waits for its messages to leave, milliseconds. */
const deliveryPatience = 3000;

/** Makes the call that a handler gets. */
export function createCall<Body, Query>(
  context: Context,
  services: Services,
  accountId: string,
  body: Body,
  query: Query,
): Call<Body, Query> {
  const now = services.clock();
  const address = callerAddress(context.req.raw, context.env, services);
  const send = () =>
    deliver(services.db, accountId, services.transports, services.clock).catch(services.onError);
  return {
    accountId,
    id: context.req.param('id') ?? '',
    body,
    query,
    services,
    context,
    now,
    header: (name) => context.req.header(name),
    addressHash: () => services.hmac('address', address ?? ''),
    isExempt: services.demo && isLoopback(address),
    transaction: (work) =>
      withRetries(() =>
        inAccount(services.db, accountId, async (tx) => {
          const account = await findAccount(tx);
          if (!account) throw new ProblemError('not-found');
          const catalogue = () => services.loadCatalogue(tx, account);
          return work({ tx, account, now, catalogue, page: services.pageOf?.(account.id) });
        }),
      ),
    deliver: () => orAfter(deliveryPatience, send()),
    deliverLater: () => services.later(send),
  };
}

/** Deadlocks and failed serializations are no fault of the caller: once more, after a moment that differs for each. */
async function withRetries<Result>(attempt: () => Promise<Result>): Promise<Result> {
  for (let count = 1; ; count += 1) {
    try {
      return await attempt();
    } catch (error) {
      const state = error instanceof ProblemError ? undefined : sqlState(error);
      if (count >= maxAttempts || (state !== '40P01' && state !== '40001')) throw error;
      await pause(Math.random() * 20 * 2 ** count);
    }
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Waits for some work, though no longer than so many milliseconds. */
async function orAfter(milliseconds: number, work: Promise<unknown>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([work, patience]);
  clearTimeout(timer);
}

/** Throws `closed` where the page is down for everybody (P-40); cancelling and looking at the account stay open. */
export function refuseWhenDown({ status }: AccountRow): void {
  if (status === 'maintenance' || status === 'unpublished') throw new ProblemError('closed');
}

/** Throws `closed` where no new booking may begin (P-40). */
export function refuseNewBookings(account: AccountRow): void {
  if (account.status !== 'open') throw new ProblemError('closed');
}
