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

/** The message of a name, with another text than its own where one is given. */
export function messageNamed(
  words: Localizer,
  name: Name,
  action?: ErrorMessage['action'],
  text = words.term(`${name}Text` as Key),
): ErrorMessage {
  return { heading: words.term(`${name}Heading`), text, action };
}

/**
 * The message for a failure that any call may meet, the first one too: what happened, what is safe, and what to do now.
 * `isStart` says that there is no account yet. `errorMessageFor` knows the failures of a booking besides.
 */
export function callMessageFor(
  { error, during }: FailedCall,
  words: Localizer,
  isStart = false,
): ErrorMessage {
  const { kind, retryAfter } = error;
  switch (kind) {
    case 'offline':
    case 'unreachable':
    case 'timeout':
      return messageNamed(words, kind, 'retry');
    case 'rate-limited': {
      const minutes =
        retryAfter === undefined ? undefined : Math.max(1, Math.ceil(retryAfter / 60));
      return messageNamed(words, 'rateLimited', 'retry', words.term('rateLimitedText', minutes));
    }
    case 'closed':
      return messageNamed(words, 'maintenance', 'retry');
    default: {
      if (kind === 'not-found' && during === 'account') {
        return messageNamed(words, 'accountNotFound');
      }
      // Before there is an account, nothing is typed that could be lost.
      const text = isStart ? words.term('notLoadedText') : undefined;
      return messageNamed(words, 'broken', 'retry', text);
    }
  }
}
