import { HTTPError } from 'ky';
import { Problem } from '../contract/problem.js';
import { BookingError } from './booking-error.js';
import { serviceNow } from './service-clock.js';

/** Seconds of a `Retry-After` header: a number, or an HTTP date (RFC 9110 §10.2.3). */
function retryAfterOf(response: Response, now: number): number | undefined {
  const text = response.headers.get('Retry-After')?.trim();
  if (!text) return undefined;
  const seconds = /^\d+$/.test(text) ? Number(text) : (Date.parse(text) - now) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : undefined;
}

/** What an answer with an error's status says: the problem of the contract, or what a proxy on the way means. */
async function ofAnswer(cause: HTTPError): Promise<BookingError> {
  const { response } = cause;
  const retryAfter = retryAfterOf(response, serviceNow());
  const problem = Problem.safeParse(await response.json().catch(() => undefined));
  if (problem.success) {
    const { code, fields, alternatives, triesLeft, reason } = problem.data;
    return new BookingError(code, { cause, fields, alternatives, triesLeft, reason, retryAfter });
  }
  if (response.status === 429) return new BookingError('rate-limited', { cause, retryAfter });
  return new BookingError(response.status >= 500 ? 'unreachable' : 'invalid-answer', {
    cause,
    retryAfter,
  });
}

/** The one `BookingError` for whatever a call was rejected with; `isTimedOut` when its time was up. */
export async function toBookingError(cause: unknown, isTimedOut: boolean): Promise<BookingError> {
  if (cause instanceof BookingError) return cause;
  if (isTimedOut) return new BookingError('timeout', { cause });
  if (cause instanceof HTTPError) return ofAnswer(cause);
  return new BookingError(navigator.onLine ? 'unreachable' : 'offline', { cause });
}
