import type { BookingError } from '../api/booking-error.js';
import type { Localizer } from '../locales/localizer.js';
import type { Messages } from '../locales/messages.js';

/** A failed call, and what it was made for. */
interface FailedCall {
  readonly error: BookingError;
  readonly during: string;
}

/** What the patient is told of a failure, and what they can do about it besides calling the clinic. */
export interface ErrorMessage {
  readonly heading: string;
  readonly text: string;
  readonly action?: 'retry' | 'times' | undefined;
}

/** Where the call was made, `start` being before there is an account: the same failure means something else to a booking than to an appointment that exists. */
export type ErrorScope = 'start' | 'booking' | 'appointments' | 'login';

type Key = keyof {
  [Name in keyof Messages as Messages[Name] extends string ? Name : never]: unknown;
};

/** Names of messages that have a heading and a text. */
type Name = Extract<Key, `${string}Heading`> extends `${infer Each}Heading` ? Each : never;

/**
 * The message for each kind of failure: what happened, what is safe, and what to do now. `keepsOldTime` says that the
 * patient still has an appointment when the new time is taken (P-36).
 */
export function errorMessageFor(
  { error, during }: FailedCall,
  words: Localizer,
  scope: ErrorScope,
  keepsOldTime = false,
): ErrorMessage {
  const message = (name: Name, action?: ErrorMessage['action'], text?: string): ErrorMessage => ({
    heading: words.term(`${name}Heading`),
    text: text ?? words.term(`${name}Text` as Key),
    action,
  });
  const isStart = scope === 'start';
  const isBooking = scope === 'booking' || isStart;
  const isOfAppointments = scope === 'appointments';
  // Own appointments say whether the failed call left them as they were; before there is an account, nothing is typed.
  const unchanged = isOfAppointments
    ? words.term(
        ['move', 'book', 'cancel'].includes(during) ? 'changeFailedText' : 'loadFailedText',
      )
    : isStart
      ? words.term('notLoadedText')
      : undefined;
  const broken = () => message('broken', 'retry', unchanged);
  const { kind, alternatives, retryAfter } = error;
  switch (kind) {
    case 'offline':
    case 'unreachable':
    case 'timeout':
      return message(kind, 'retry', unchanged);
    case 'slot-taken': {
      const hasAlternatives = alternatives.length > 0;
      return isOfAppointments
        ? message('slotTaken', undefined, words.term('takenText', keepsOldTime, hasAlternatives))
        : message('slotTaken', 'times', words.term('slotTakenText', hasAlternatives));
    }
    case 'hold-expired':
      return message(
        'holdExpired',
        'retry',
        isOfAppointments ? words.term('changeFailedText') : undefined,
      );
    case 'rate-limited': {
      const minutes =
        retryAfter === undefined ? undefined : Math.max(1, Math.ceil(retryAfter / 60));
      return message('rateLimited', 'retry', words.term('rateLimitedText', minutes));
    }
    case 'closed':
      return message('maintenance', 'retry');
    case 'invalid':
      return message('invalid');
    case 'too-many-tries':
      return isBooking ? message('tooManyTries') : broken();
    case 'code-wrong':
    case 'code-expired':
      return isBooking ? message('codeExpired') : broken();
    case 'not-found':
      if (during === 'account') return message('accountNotFound');
      return isBooking ? broken() : notAllowed();
    case 'login-required':
    case 'code-required':
      return scope === 'login' ? broken() : notAllowed();
    case 'not-allowed':
      return notAllowed();
    case 'invalid-answer':
      // Whatever answers is no booking service.
      return isStart ? message('accountNotFound', 'retry') : broken();
    case 'internal':
    case 'idempotency-conflict':
    case 'body-too-large':
      return broken();
  }

  function notAllowed(): ErrorMessage {
    if (isBooking) return message('notAllowed');
    return isOfAppointments
      ? { heading: words.term('refusedHeading'), text: words.term('loadFailedText') }
      : { heading: '', text: words.term(during === 'eid' ? 'eidRefused' : 'loginNotAllowed') };
  }
}
