import type { callMessageFor, ErrorMessage } from '../error-message.js';
import type { CardFacts } from './card-facts.js';
import type { LaterEventContext } from './later-events.js';
import type { TemplateResult } from 'lit';
import type { Account, Appointment, Slot } from '../../contract/index.js';
import type { Part } from '../../domain/selection.js';
import type { Localizer } from '../../locales/localizer.js';
import { stepKeys } from '../../locales/step-words.js';
import type { BookingController } from '../../state/booking/booking-controller.js';
import {
  isUnderWay,
  type BookingFailure,
  type BookingState,
} from '../../state/booking/booking-state.js';
import type { TagsController } from '../../state/browser/tags-controller.js';

/** What the page is rendered from while the account may still be missing. */
export interface PageView {
  readonly account: Account | undefined;
  readonly controller: BookingController;
  readonly words: Localizer;
  readonly tags: TagsController<StepViews>;
  /** What logging in adds to the page, once its code is loaded (P-33). */
  readonly login: LoginViews | undefined;
  /** Where "to the start page" leads. */
  readonly startUrl: string | undefined;
  /** The patient asked who else is free at the chosen time (P-21). */
  readonly showsSameTime: boolean;
  /** Takes another slot in place of one that was lost. */
  readonly takeSlot: (slot: Slot) => void;
  /** Makes the failed call again. */
  readonly retry: () => void;
  /** Shows the login or the own appointments in place of the booking. */
  readonly showView: (view: 'login' | 'appointments') => unknown;
}

/** What the parts of the page are rendered from. */
export interface BookingView extends PageView {
  readonly account: Account;
}

export type LaterPart = Exclude<Part, 'clinic'>;

/** Templates of the later steps: their code is loaded while the first step is read (`step-views.ts`). */
export interface StepViews {
  bindLaterEvents(root: HTMLElement, context: LaterEventContext): void;
  errorMessageFor: typeof callMessageFor;
  renderOtherTimes(
    view: BookingView,
    failure: BookingFailure,
    action: ErrorMessage['action'],
  ): TemplateResult;
  /** What the cards show of the first free times, once they are known: the same function as long as they are the same. */
  factsOf(state: BookingState, words: Localizer): CardFacts | undefined;
  /** Any part of the way but the clinic. */
  renderLaterPart(view: BookingView, part: LaterPart, id: string): unknown;
  renderReceipt(view: BookingView, appointment: Appointment): TemplateResult;
  renderHoldWarning(view: BookingView): unknown;
}

/** What logging in adds to the page (`logged-in-views.ts`). */
export interface LoginViews {
  renderHeader(view: BookingView): unknown;
  /** What replaces the booking; undefined while the booking is shown. */
  render(view: BookingView): TemplateResult | undefined;
  renderNeed(view: BookingView): unknown;
  /** What replaces form and review; undefined when they may be shown (P-34). */
  renderGate(view: BookingView, id: string): TemplateResult | undefined;
  renderFilled(view: BookingView): unknown;
  /** The account as form and review take it (P-39). */
  accountFor(account: Account): Account;
}

/** Phone number of the chosen clinic, else of the first one. */
export function phoneOf({ account, controller }: BookingView): string | undefined {
  const { clinics } = account;
  const chosen = controller.state.flow?.selection.clinic;
  const clinic = chosen?.kind === 'one' && clinics.find(({ id }) => id === chosen.id);
  return (clinic || clinics[0])?.phone;
}

/** True when the account takes no bookings now (P-40). "New booking off" leaves a booking that has begun as it is. */
export function isClosed({ status }: Account, controller: BookingController): boolean {
  if (status === 'open' || controller.state.appointment) return false;
  return status !== 'new-booking-off' || !isUnderWay(controller.state);
}

/** True for a problem of the code that is shown at the code's field, not above the step. */
export function isCodeError(
  { error, during }: BookingFailure,
  controller: BookingController,
): boolean {
  const isOfField = error.kind === 'code-wrong' || error.kind === 'invalid';
  return during === 'code' && isOfField && controller.state.pending !== undefined;
}

/** The choices that the last change removed (P-05), in words; empty where it removed none. */
export function droppedWords({
  controller,
  words,
}: Pick<PageView, 'controller' | 'words'>): string {
  const dropped = controller.state.flow?.dropped ?? [];
  const names = dropped.map((step) => words.term(stepKeys[step]).toLocaleLowerCase());
  return names.length > 0 ? words.term('droppedChoices', names) : '';
}
