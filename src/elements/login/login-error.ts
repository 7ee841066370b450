import type { Localizer } from '../../locales/localizer.js';
import { errorMessageFor } from '../booking-message.js';
import type { FailedCall } from '../error-message.js';

/** What is said of a failure to log in. */
export function loginErrorText(failure: FailedCall, words: Localizer): string {
  const { error, during } = failure;
  switch (error.kind) {
    case 'not-found':
    case 'not-allowed':
      if (during === 'account' && error.kind === 'not-found') {
        return errorMessageFor(failure, words).text;
      }
      return words.term(during === 'eid' ? 'eidRefused' : 'loginNotAllowed');
    case 'too-many-tries':
    case 'code-wrong':
    case 'code-expired':
    case 'login-required':
    case 'code-required':
      return words.term('brokenText');
    default:
      return errorMessageFor(failure, words).text;
  }
}
