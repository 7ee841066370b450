import type { Language } from '../../contract/index.js';
import { partsOf } from '../../domain/step-order.js';
import type { BookingController } from '../../state/booking/booking-controller.js';
import type { StepFocus } from './step-focus.js';

/** What the handlers of step events need. */
interface StepEventContext {
  readonly controller: BookingController;
  readonly focusing: StepFocus;
  /** The language in use. */
  readonly language: () => Language;
  /** Shows or hides who else is free at the chosen time (P-21). */
  readonly showSameTime: (isShown: boolean) => void;
  /** Begins another booking. */
  readonly restart: () => void;
}

/** Hands the events that the steps dispatch inside `root` to the booking. */
export function bindStepEvents(
  root: EventTarget,
  { controller, focusing, language, showSameTime, restart }: StepEventContext,
): void {
  const on = <Type extends keyof HTMLElementEventMap>(
    type: Type,
    act: (event: HTMLElementEventMap[Type]) => unknown,
  ) => root.addEventListener(type, act as (event: Event) => void);

  on('opus-choose', ({ choice }) => {
    const before = controller.flow;
    controller.choose(choice);
    const { account, flow } = controller;
    if (!account || !flow || flow === before || flow.page !== before?.page) return;
    // The next choice is on the same page.
    const [first, second] = partsOf(account.settings, flow.page);
    if (second && choice.step === first) focusing.moveFocus('second');
  });
  on('opus-go-to', ({ part }) => controller.goTo(part));
  on('opus-back', () => controller.back());
  on('opus-week-change', ({ week }) => controller.slots?.go(week));
  on('opus-same-time', () => showSameTime(true));
  on('opus-take-slot', ({ slot }) => {
    showSameTime(false);
    if (!slot) return;
    controller.takeExactly(slot);
    focusing.moveFocus('step');
  });
  on('opus-draft', ({ draft }) => controller.type(draft));
  on('opus-details-done', ({ draft }) => {
    controller.finishDetails(draft);
    if (!controller.flow?.selection.time) leadToTimes();
  });
  on('opus-book', () => {
    if (controller.isTimeLost) leadToTimes();
    else void controller.book(language());
  });
  on('opus-code', ({ code }) => controller.confirm(code));
  on('opus-resend', () => controller.resend());
  on('opus-contact', ({ contact }) => controller.correct(contact));
  on('opus-restart', restart);

  /** The chosen time is gone: leads to the alternatives that the error offers (P-23), else to the time step. */
  function leadToTimes(): void {
    const { failure, lacksTime } = controller;
    if (failure) focusing.moveFocus('error');
    else if (lacksTime) focusing.moveFocus('step');
    else controller.goTo('time');
  }
}
