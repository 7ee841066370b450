import type { FieldProblem, ProblemCode, RefusalReason, Slot } from '../contract/index.js';

/**
 * Everything that can go wrong with a call: what the service says, or what kept it from saying anything.
 * `offline`: the browser has no connection; `unreachable`: no answer came, or the service is too busy for one; `timeout`:
 * none came in time; `invalid-answer`: the answer is not of the contract.
 */
export type BookingErrorKind =
  Exclude<ProblemCode, 'busy'> | 'offline' | 'unreachable' | 'timeout' | 'invalid-answer';

interface Details {
  readonly cause?: unknown;
  readonly fields?: readonly FieldProblem[];
  readonly alternatives?: readonly Slot[];
  readonly triesLeft?: number;
  readonly reason?: RefusalReason;
  /** Seconds. */
  readonly retryAfter?: number;
}

/** The one error that leaves `api`. */
export class BookingError extends Error {
  override readonly name = 'BookingError';
  readonly fields: readonly FieldProblem[];
  readonly alternatives: readonly Slot[];
  readonly triesLeft: number | undefined;
  readonly reason: RefusalReason | undefined;
  readonly retryAfter: number | undefined;

  constructor(
    readonly kind: BookingErrorKind,
    details: Details = {},
  ) {
    super(kind, { cause: details.cause });
    this.fields = details.fields ?? [];
    this.alternatives = details.alternatives ?? [];
    this.triesLeft = details.triesLeft;
    this.reason = details.reason;
    this.retryAfter = details.retryAfter;
  }
}

/** The error for a call that got no answer, or code that did not come: there is no connection, or nobody answers. */
export function unreachable(cause?: unknown): BookingError {
  return new BookingError(navigator.onLine ? 'unreachable' : 'offline', { cause });
}
