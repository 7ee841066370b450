import type { BookingError } from '../api/booking-error.js';
import type { Localizer } from '../locales/localizer.js';

/** What is wrong with a code, in words, for its field; empty when the failure is not about the code. */
export function codeErrorOf(
  { error: { kind, triesLeft }, during }: { readonly error: BookingError; readonly during: string },
  words: Localizer,
): string {
  if (during !== 'code') return '';
  switch (kind) {
    case 'code-wrong':
      return words.term('codeWrong', triesLeft);
    case 'code-expired':
    case 'not-found':
      return words.term('loginCodeOver');
    case 'too-many-tries':
      return words.term('loginTooManyTries');
    default:
      return '';
  }
}
