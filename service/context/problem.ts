import type { FieldProblem, StaffProblem, StaffProblemCode } from '../../src/contract/index.js';

/** What a problem may tell beside its code; `retryAfter` in seconds. */
export type ProblemExtras = Pick<
  StaffProblem,
  | 'detail'
  | 'fields'
  | 'alternatives'
  | 'triesLeft'
  | 'reason'
  | 'right'
  | 'current'
  | 'changedBy'
  | 'changedAt'
  | 'entry'
> & { retryAfter?: number };

/** An expected failure: a code of the contract. Thrown inside a transaction it rolls back; returned, it lets the transaction commit. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';

  constructor(
    readonly code: StaffProblemCode,
    readonly extras: ProblemExtras = {},
  ) {
    super(code);
  }
}

/** The problem of a request whose fields are wrong. */
export function invalid(...fields: FieldProblem[]): ProblemError {
  return new ProblemError('invalid', { fields });
}
