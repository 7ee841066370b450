import { ProblemError } from '../context/problem.js';

/** Throws `not-found` when there was no row to change. */
export function requireFound(wasFound: boolean): void {
  if (!wasFound) throw new ProblemError('not-found');
}
