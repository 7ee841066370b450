import type { Account } from '../../contract/index.js';
import type { Localizer } from '../../locales/localizer.js';
import type { BookingController, Failure } from '../../state/booking-controller.js';

/** What the parts of the page are drawn from. */
export interface BookingView {
  readonly account: Account;
  readonly controller: BookingController;
  readonly words: Localizer;
  /** Where "to the start page" leads. */
  readonly startUrl: string | undefined;
}

/** The number of the chosen clinic, else of the first one. */
export function phoneOf({ account, controller }: BookingView): string | undefined {
  const { clinics } = account;
  const chosen = controller.flow?.selection.clinic;
  const own = chosen?.kind === 'one' && clinics.find(({ id }) => id === chosen.id);
  return (own || clinics[0])?.phone;
}

/** What is wrong with a code is said beside its field as long as there is one, not above the step. */
export function isOfCode({ error, during }: Failure, controller: BookingController): boolean {
  const isOfField = error.kind === 'code-wrong' || error.kind === 'invalid';
  return during === 'code' && isOfField && controller.pending !== undefined;
}
