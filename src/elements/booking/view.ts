import type { Account, Slot } from '../../contract/index.js';
import type { Localizer } from '../../locales/localizer.js';
import { stepKeys } from '../../locales/step-words.js';
import type { BookingController } from '../../state/booking/booking-controller.js';
import { isUnderWay, type BookingFailure } from '../../state/booking/booking-state.js';
import type { LazyTags } from './lazy-tags.js';
import type { LoggedInViews } from './logged-in-views.js';

/** What the page is drawn from, with or without an account. */
export interface BareView {
  readonly account: Account | undefined;
  readonly controller: BookingController;
  readonly words: Localizer;
  readonly tags: LazyTags;
  /** What logging in adds, once it is there (P-33). */
  readonly own: LoggedInViews | undefined;
  /** Where "to the start page" leads. */
  readonly startUrl: string | undefined;
  /** The patient wants to see who else is free at the chosen time (P-21). */
  readonly asksSameTime: boolean;
  /** Takes another time in place of a lost one. */
  readonly take: (slot: Slot) => void;
  /** Tries again what failed. */
  readonly retry: () => void;
  /** Shows what logging in is for, or the login. */
  readonly seeOwn: (view: 'login' | 'appointments') => unknown;
}

/** What the parts of the page are drawn from. */
export interface BookingView extends BareView {
  readonly account: Account;
}

/** The number of the chosen clinic, else of the first one. */
export function phoneOf({ account, controller }: BookingView): string | undefined {
  const { clinics } = account;
  const chosen = controller.state.flow?.selection.clinic;
  const own = chosen?.kind === 'one' && clinics.find(({ id }) => id === chosen.id);
  return (own || clinics[0])?.phone;
}

/** True when something else stands in place of the steps (P-40): "new booking off" breaks nothing that is under way. */
export function isClosed({ status }: Account, controller: BookingController): boolean {
  if (status === 'open' || controller.state.appointment) return false;
  return status !== 'new-booking-off' || !isUnderWay(controller.state);
}

/** What is wrong with a code is said beside its field as long as there is one, not above the step. */
export function isCodeError(
  { error, during }: BookingFailure,
  controller: BookingController,
): boolean {
  const isOfField = error.kind === 'code-wrong' || error.kind === 'invalid';
  return during === 'code' && isOfField && controller.state.pending !== undefined;
}

/** Which choices the last change undid (P-05); empty when it undid none. */
export function droppedWords({
  controller,
  words,
}: Pick<BareView, 'controller' | 'words'>): string {
  const dropped = controller.state.flow?.dropped ?? [];
  const names = dropped.map((step) => words.term(stepKeys[step]).toLocaleLowerCase());
  return names.length > 0 ? words.term('droppedChoices', names) : '';
}
