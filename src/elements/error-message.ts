import type { BookingError } from '../api/booking-error.js';
import type { Localizer } from '../locales/localizer.js';
import type { Messages } from '../locales/messages.js';

/** A failed call, and what it was made for. */
export interface FailedCall {
  readonly error: BookingError;
  readonly during: string;
}

/** What the patient is told of a failure, and what they can do about it besides calling the clinic. */
export interface ErrorMessage {
  readonly heading: string;
  readonly text: string;
  readonly action?: 'retry' | 'times' | undefined;
}

type Key = keyof {
  [Name in keyof Messages as Messages[Name] extends string ? Name : never]: unknown;
};

/** Names of messages that have a heading and a text. */
type Name = Extract<Key, `${string}Heading`> extends `${infer Each}Heading` ? Each : never;

/**
 * The message for each kind of failure of a booking: what happened, what is safe, and what to do now. `isStart` says that
 * there is no account yet.
 */
export function errorMessageFor(
  { error, during }: FailedCall,
  words: Localizer,
  isStart = false,
): ErrorMessage {
  const message = (name: Name, action?: ErrorMessage['action'], text?: string): ErrorMessage => ({
    heading: words.term(`${name}Heading`),
    text: text ?? words.term(`${name}Text` as Key),
    action,
  });
  // Before there is an account, nothing is typed that could be lost.
  const broken = () =>
    message('broken', 'retry', isStart ? words.term('notLoadedText') : undefined);
  const { kind, alternatives, retryAfter } = error;
  switch (kind) {
    case 'offline':
    case 'unreachable':
    case 'timeout':
      return message(kind, 'retry');
    case 'slot-taken':
      return message('slotTaken', 'times', words.term('slotTakenText', alternatives.length > 0));
    case 'hold-expired':
      return message('holdExpired', 'retry');
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
      return message('tooManyTries');
    case 'code-wrong':
    case 'code-expired':
      return message('codeExpired');
    case 'login-required':
    case 'code-required':
    case 'not-allowed':
      return message('notAllowed');
    case 'not-found':
      return during === 'account' ? message('accountNotFound') : broken();
    case 'invalid-answer':
    case 'internal':
    case 'idempotency-conflict':
    case 'body-too-large':
      return broken();
  }
}
