import { ProblemError } from './problem.js';

const accountPattern = /^[a-z0-9][a-z0-9-]{0,62}$/;
const idPattern = /^[A-Za-z0-9_-]{1,64}$/;
const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a text can be the id of an account. */
export function isAccountId(text: string): boolean {
  return accountPattern.test(text);
}

/** Whether a text can be the id of anything else. */
export function isId(text: string): boolean {
  return idPattern.test(text);
}

/** Whether a text is a UUID in the form in which this service makes its ids. */
export function isUuid(text: string): boolean {
  return uuidPattern.test(text);
}

/** Throws `not-found` for an id that is no UUID; staff may write theirs in capitals. */
export function requireUuid(id: string): void {
  if (!isUuid(id.toLowerCase())) throw new ProblemError('not-found');
}
