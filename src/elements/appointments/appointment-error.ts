import type { Localizer } from '../../locales/localizer.js';
import { errorMessageFor } from '../booking-message.js';
import type { ErrorMessage, FailedCall } from '../error-message.js';

/**
 * The message for a failure with own appointments: it says whether the call left them as they were. `keepsOldTime` says that
 * the patient still has an appointment when the new time is taken (P-36).
 */
export function appointmentErrorFor(
  failure: FailedCall,
  words: Localizer,
  keepsOldTime = false,
): ErrorMessage {
  const { error, during } = failure;
  const message = errorMessageFor(failure, words);
  const isChange = during === 'move' || during === 'book' || during === 'cancel';
  const unchanged = words.term(isChange ? 'changeFailedText' : 'loadFailedText');
  switch (error.kind) {
    case 'rate-limited':
    case 'closed':
    case 'invalid':
      return message;
    case 'offline':
    case 'unreachable':
    case 'timeout':
      return { ...message, text: unchanged };
    case 'slot-taken': {
      const text = words.term('takenText', keepsOldTime, error.alternatives.length > 0);
      return { heading: message.heading, text };
    }
    case 'hold-expired':
      return { ...message, text: words.term('changeFailedText') };
    case 'not-found':
      return during === 'account' ? message : refused();
    case 'login-required':
    case 'code-required':
    case 'not-allowed':
      return refused();
    case 'too-many-tries':
    case 'code-wrong':
    case 'code-expired':
    case 'invalid-answer':
    case 'internal':
    case 'idempotency-conflict':
    case 'body-too-large':
      return { heading: words.term('brokenHeading'), text: unchanged, action: 'retry' };
  }

  function refused(): ErrorMessage {
    return { heading: words.term('refusedHeading'), text: words.term('loadFailedText') };
  }
}
