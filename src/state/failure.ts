import type { BookingError } from '../api/booking-error.js';

/** What the patient was about when something went wrong. */
export type Operation = 'account' | 'times' | 'hold' | 'book' | 'code' | 'resend' | 'contact';

/** An expected failure is a value: shown in words, with a way on. */
export interface Failure {
  readonly error: BookingError;
  readonly during: Operation;
}

/** What the patient waits for after pressing a button. */
export type Busy = 'book' | 'code' | 'resend' | 'contact';

/** True for what may go well once the connection is back. */
export function isConnectionError({ kind }: BookingError): boolean {
  return kind === 'offline' || kind === 'unreachable' || kind === 'timeout';
}
