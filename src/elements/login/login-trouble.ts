import type { Localizer } from '../../locales/localizer.js';
import type { LoginFailure } from '../../state/session/login-attempt.js';

/** What is said of a login that failed; kinds that are about the code are said at its field. */
export function loginTrouble({ error, during }: LoginFailure, words: Localizer): string {
  switch (error.kind) {
    case 'offline':
      return words.term('offlineText');
    case 'timeout':
      return words.term('timeoutText');
    case 'unreachable':
      return words.term('unreachableText');
    case 'rate-limited': {
      const { retryAfter } = error;
      return words.term(
        'rateLimitedText',
        retryAfter === undefined ? undefined : Math.max(1, Math.ceil(retryAfter / 60)),
      );
    }
    case 'closed':
      return words.term('maintenanceText');
    case 'not-allowed':
    case 'not-found':
      return words.term(during === 'eid' ? 'eidRefused' : 'loginNotAllowed');
    default:
      return words.term('brokenText');
  }
}

/** What is wrong with a code, in words; empty when it is something else, and nothing about the code. */
export function codeTrouble({ error, during }: LoginFailure, words: Localizer): string {
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
