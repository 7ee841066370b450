import type { BookingError } from '../api/booking-error.js';

/** An expected failure is a value: shown in words, with a way on. */
export interface Failure<Operation extends string = string> {
  readonly error: BookingError;
  readonly during: Operation;
}

/** True for what may go well once the connection is back. */
export function isConnectionError({ kind }: BookingError): boolean {
  return kind === 'offline' || kind === 'unreachable' || kind === 'timeout';
}

/** No answer, or none that can be read: what was requested may have been done. */
export function isOutcomeUnknown(error: BookingError): boolean {
  return isConnectionError(error) || error.kind === 'invalid-answer' || error.kind === 'internal';
}
