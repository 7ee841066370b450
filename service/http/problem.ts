import { problemStatus } from '../../src/contract/index.js';
import type { FieldProblem, Problem, ProblemCode } from '../../src/contract/index.js';

const titles: Record<ProblemCode, string> = {
  invalid: 'Something in the request is not as it should be.',
  'not-found': 'There is nothing here.',
  'slot-taken': 'The time is not free.',
  'hold-expired': 'The time is no longer kept.',
  'code-wrong': 'The code is wrong.',
  'code-expired': 'The code is no longer valid.',
  'too-many-tries': 'Too many wrong codes.',
  'rate-limited': 'Too many requests.',
  'login-required': 'Logging in is needed.',
  'code-required': 'A code has to confirm it first.',
  'not-allowed': 'This is not allowed.',
  closed: 'Booking is closed.',
  'idempotency-conflict': 'The idempotency key was used for something else.',
  'body-too-large': 'The body is too large.',
  internal: 'Something went wrong.',
};

/** What a problem may say beside its code; `retryAfter` in seconds becomes a header. */
export type ProblemExtras = Pick<
  Problem,
  'detail' | 'fields' | 'alternatives' | 'triesLeft' | 'reason'
> & { retryAfter?: number };

/** An expected failure. Thrown inside a transaction it rolls back; returned, it lets the transaction commit. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';

  constructor(
    readonly code: ProblemCode,
    readonly extras: ProblemExtras = {},
  ) {
    super(code);
  }
}

/** The refusal of a request whose fields are wrong. */
export function invalid(...fields: FieldProblem[]): ProblemError {
  return new ProblemError('invalid', { fields });
}

/** A refusal as RFC 9457 problem details. */
export function toResponse({ code, extras }: ProblemError): Response {
  const { retryAfter, ...rest } = extras;
  const status = problemStatus[code];
  const problem: Problem = {
    type: `urn:opus-booking:${code}`,
    code,
    title: titles[code],
    status,
    ...rest,
  };
  const headers = new Headers({
    'Content-Type': 'application/problem+json',
    'Cache-Control': 'no-store',
  });
  // RFC 9110 11.6.1: a 401 names the scheme; browsers ask nobody for a bearer.
  if (code === 'login-required') headers.set('WWW-Authenticate', 'Bearer');
  if (retryAfter !== undefined)
    headers.set('Retry-After', String(Math.max(1, Math.ceil(retryAfter))));
  return new Response(JSON.stringify(problem), { status, headers });
}
