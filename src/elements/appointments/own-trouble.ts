import type { BookingError } from '../../api/booking-error.js';
import type { Localizer } from '../../locales/localizer.js';
import type { AppointmentsFailure } from '../../state/appointments/appointments-state.js';

/** What is said of a failure. */
export interface OwnTrouble {
  readonly heading: string;
  readonly text: string;
  readonly canRetry: boolean;
}

/** Words for each kind of failure: what happened, what is safe, what to do now. `hasOld`: the patient still has a time. */
export function ownTroubleOf(
  { error, during }: AppointmentsFailure,
  words: Localizer,
  hasOld: boolean,
): OwnTrouble {
  const safe = words.term(
    during === 'move' || during === 'book' || during === 'cancel'
      ? 'changeFailedText'
      : 'loadFailedText',
  );
  const say = (heading: string, text: string, canRetry = true) => ({ heading, text, canRetry });
  switch (error.kind) {
    case 'offline':
      return say(words.term('offlineHeading'), safe);
    case 'unreachable':
      return say(words.term('unreachableHeading'), safe);
    case 'timeout':
      return say(words.term('timeoutHeading'), safe);
    case 'slot-taken':
      return say(
        words.term('slotTakenHeading'),
        words.term('takenText', hasOld, error.alternatives.length > 0),
        false,
      );
    case 'hold-expired':
      return say(words.term('holdExpiredHeading'), words.term('changeFailedText'));
    case 'rate-limited':
      return say(words.term('rateLimitedHeading'), words.term('rateLimitedText', minutesOf(error)));
    case 'closed':
      return say(words.term('maintenanceHeading'), words.term('maintenanceText'));
    case 'login-required':
    case 'code-required':
    case 'not-allowed':
    case 'not-found':
      return say(words.term('refusedHeading'), words.term('loadFailedText'), false);
    case 'invalid':
      return say(words.term('invalidHeading'), words.term('invalidText'), false);
    case 'code-wrong':
    case 'code-expired':
    case 'too-many-tries':
    case 'invalid-answer':
    case 'internal':
    case 'idempotency-conflict':
    case 'body-too-large':
      return say(words.term('brokenHeading'), safe);
  }
}

function minutesOf({ retryAfter }: BookingError): number | undefined {
  return retryAfter === undefined ? undefined : Math.max(1, Math.ceil(retryAfter / 60));
}
