// What a recipe for a right call works with.
import type { Account, FuzzedService } from './world.js';

/** The parts of a call that a recipe gives; the rest follows from the contract. */
export interface Parts {
  /** Ids of the path, by their names in it. */
  ids?: Readonly<Record<string, string>>;
  query?: Readonly<Record<string, string>>;
  headers?: Record<string, string>;
  body?: unknown;
  raw?: string;
}

/** Makes a right call of an operation, with whatever has to be called before. */
export type Recipe = (context: Context) => Promise<Parts> | Parts;

/** What could not be had, such as a time that is still free: the call is planned anew. */
export class NothingLeftError extends Error {
  override readonly name = 'NothingLeftError';
}

export interface Context {
  service: FuzzedService;
  account: Account;
  random: () => number;
  /** A number that nobody has had before. */
  next: () => number;
  /** Makes a right call and answers with its body; throws a `NothingLeftError` where it is refused. */
  call: <Body = Record<string, unknown>>(operation: string, parts: Parts) => Promise<Body>;
}
