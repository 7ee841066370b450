import type { Localizer } from '../../locales/localizer.js';
import type { LoginFailure } from '../../state/session/login-attempt.js';

/** What is wrong with a code, in words, for its field; empty when the failure is not about the code. */
export function codeErrorOf({ error, during }: LoginFailure, words: Localizer): string {
  if (during !== 'code') return '';
  switch (error.kind) {
    case 'code-wrong':
      return words.term('codeWrong', error.triesLeft);
    case 'code-expired':
    case 'not-found':
      return words.term('loginCodeOver');
    case 'too-many-tries':
      return words.term('loginTooManyTries');
    default:
      return '';
  }
}
