import type { BookingError } from '../../api/booking-error.js';
import type { Localizer } from '../../locales/localizer.js';
import type { Messages } from '../../locales/messages.js';
import type { BookingFailure } from '../../state/booking/booking-state.js';

/** What is said of a failure, and the way on that it has beside the clinic's phone. */
export interface Trouble {
  readonly heading: string;
  readonly text: string;
  readonly way?: 'retry' | 'times';
}

/** Words and way on for each kind of failure: what happened, what is safe, what to do now. */
export function errorMessageFor({ error, during }: BookingFailure, words: Localizer): Trouble {
  switch (error.kind) {
    case 'offline':
      return say(words, 'offlineHeading', 'offlineText', 'retry');
    case 'unreachable':
      return say(words, 'unreachableHeading', 'unreachableText', 'retry');
    case 'timeout':
      return say(words, 'timeoutHeading', 'timeoutText', 'retry');
    case 'slot-taken':
      return {
        heading: words.term('slotTakenHeading'),
        text: words.term('slotTakenText', error.alternatives.length > 0),
        way: 'times',
      };
    case 'hold-expired':
      return say(words, 'holdExpiredHeading', 'holdExpiredText', 'retry');
    case 'too-many-tries':
      return say(words, 'tooManyTriesHeading', 'tooManyTriesText');
    case 'rate-limited':
      return {
        heading: words.term('rateLimitedHeading'),
        text: words.term('rateLimitedText', minutesOf(error)),
        way: 'retry',
      };
    case 'login-required':
    case 'code-required':
    case 'not-allowed':
      return say(words, 'notAllowedHeading', 'notAllowedText');
    case 'invalid':
      return say(words, 'invalidHeading', 'invalidText');
    case 'not-found':
      return during === 'account'
        ? say(words, 'accountNotFoundHeading', 'accountNotFoundText')
        : say(words, 'brokenHeading', 'brokenText', 'retry');
    case 'code-wrong':
    case 'code-expired':
      return say(words, 'codeExpiredHeading', 'codeExpiredText');
    case 'closed':
      return say(words, 'maintenanceHeading', 'maintenanceText', 'retry');
    case 'invalid-answer':
    case 'internal':
    case 'idempotency-conflict':
    case 'body-too-large':
      return say(words, 'brokenHeading', 'brokenText', 'retry');
  }
}

type PlainKey = {
  [Key in keyof Messages]: Messages[Key] extends string ? Key : never;
}[keyof Messages];

function say(
  words: Localizer,
  heading: Extract<PlainKey, `${string}Heading`>,
  text: Extract<PlainKey, `${string}Text`>,
  way?: Trouble['way'],
): Trouble {
  return { heading: words.term(heading), text: words.term(text), ...(way ? { way } : {}) };
}

function minutesOf({ retryAfter }: BookingError): number | undefined {
  return retryAfter === undefined ? undefined : Math.max(1, Math.ceil(retryAfter / 60));
}
