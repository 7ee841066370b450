import { Problem } from '../contract/problem.js';
import { BookingError, unreachable } from './booking-error.js';
import { serviceNow } from './service-clock.js';

/** Seconds of a `Retry-After` header: a number, or an HTTP date (RFC 9110 §10.2.3). */
function retryAfterOf(response: Response, now: number): number | undefined {
  const text = response.headers.get('Retry-After')?.trim();
  if (!text) return undefined;
  const seconds = /^\d+$/.test(text) ? Number(text) : (Date.parse(text) - now) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : undefined;
}

/** What an answer with an error's status says: the problem of the contract, or what a proxy on the way means. */
export function toProblemError(response: Response, answer: unknown): BookingError {
  const { status } = response;
  const details = {
    cause: new Error(`HTTP ${status}`),
    retryAfter: retryAfterOf(response, serviceNow()),
  };
  const problem = Problem.safeParse(answer);
  if (problem.success && problem.data.code !== 'busy') {
    const { code, fields, alternatives, triesLeft, reason } = problem.data;
    return new BookingError(code, { ...details, fields, alternatives, triesLeft, reason });
  }
  if (status === 429) return new BookingError('rate-limited', details);
  return new BookingError(status >= 500 ? 'unreachable' : 'invalid-answer', details);
}

/** True for what a proxy on the way answers, or a service that is `busy`; not for what the service meant to say. */
export function isUnconsidered({ status, headers }: Response): boolean {
  const type = headers.get('Content-Type');
  return (
    [502, 503, 504].includes(status) &&
    // `busy` asks for four seconds of patience at most, and nothing else does.
    (!type?.startsWith('application/problem+json') || /^[1-4]$/.test(headers.get('Retry-After')!))
  );
}

/** The one `BookingError` for whatever a call was rejected with; `isTimedOut` when its time was up. */
export function toBookingError(cause: unknown, isTimedOut: boolean): BookingError {
  if (cause instanceof BookingError) return cause;
  if (isTimedOut) return new BookingError('timeout', { cause });
  return unreachable(cause);
}
