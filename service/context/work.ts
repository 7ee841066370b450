import type { AccountRow } from '../store/accounts.js';
import type { LoadedCatalogue } from '../store/catalogue.js';
import type { AccountTransaction } from '../store/database.js';
import { ProblemError } from './problem.js';

/** What a use-case works with inside a transaction. */
export interface Work {
  tx: AccountTransaction;
  account: AccountRow;
  /** Epoch milliseconds, the same throughout the call. */
  now: number;
  /** Whether e-mail can go to addresses with letters beyond ASCII before the @. */
  utf8Email: boolean;
  /** Whether this is a demo, in which what runs on this machine need not be secure. */
  isDemo: boolean;
  catalogue: () => Promise<LoadedCatalogue>;
  /** Root of the account's hosted page, for the links in messages; undefined: there is none. */
  page: string | undefined;
  /** Root of the hosted page with a name, of the account with an id. */
  pageOf?: ((name: string, accountId: string) => string) | undefined;
}

/** Throws `closed` where the page is down for everybody (P-40); cancelling and reading the account stay open. */
export function refuseWhenDown({ status }: AccountRow): void {
  if (status === 'maintenance' || status === 'unpublished') throw new ProblemError('closed');
}

/** Throws `closed` where no new booking may begin (P-40). */
export function refuseNewBookings(account: AccountRow): void {
  if (account.status !== 'open') throw new ProblemError('closed');
}
