import type { Localizer } from '../locales/localizer.js';
import {
  callMessageFor,
  messageNamed,
  type ErrorMessage,
  type FailedCall,
} from './error-message.js';

/** The message for each kind of failure of a booking: what happened, what is safe, and what to do now. */
export function errorMessageFor(
  failure: FailedCall,
  words: Localizer,
  isStart = false,
): ErrorMessage {
  const { kind, alternatives } = failure.error;
  switch (kind) {
    case 'slot-taken': {
      const text = words.term('slotTakenText', alternatives.length > 0);
      return messageNamed(words, 'slotTaken', 'times', text);
    }
    case 'hold-expired':
      return messageNamed(words, 'holdExpired', 'retry');
    case 'invalid':
      return messageNamed(words, 'invalid');
    case 'too-many-tries':
      return messageNamed(words, 'tooManyTries');
    case 'code-wrong':
    case 'code-expired':
      return messageNamed(words, 'codeExpired');
    case 'login-required':
    case 'code-required':
    case 'not-allowed':
      return messageNamed(words, 'notAllowed');
    case 'offline':
    case 'unreachable':
    case 'timeout':
    case 'rate-limited':
    case 'closed':
    case 'not-found':
    case 'invalid-answer':
    case 'internal':
    case 'idempotency-conflict':
    case 'body-too-large':
      return callMessageFor(failure, words, isStart);
  }
}
