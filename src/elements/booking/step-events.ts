import type { Language } from '../../contract/index.js';
import { partsOf } from '../../domain/step-order.js';
import type { BookingController } from '../../state/booking/booking-controller.js';
import { isTimeLost, lacksTime } from '../../state/booking/booking-state.js';
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
    const before = controller.state.flow;
    controller.dispatch({ type: 'choose', choice });
    const { account, flow } = controller.state;
    if (!account || !flow || flow === before || flow.page !== before?.page) return;
    // The next choice is on the same page.
    const [first, second] = partsOf(account.settings, flow.page);
    if (second && choice.step === first) focusing.moveFocus('second');
  });
  on('opus-go-to', ({ part }) => controller.dispatch({ type: 'go-to', part }));
  on('opus-back', () => controller.dispatch({ type: 'back' }));
  on('opus-week-change', ({ week }) => controller.reservation?.slots.go(week));
  on('opus-same-time', () => showSameTime(true));
  on('opus-take-slot', ({ slot }) => {
    showSameTime(false);
    if (!slot) return;
    controller.dispatch({ type: 'take-slot', slot, isExact: true });
    focusing.moveFocus('step');
  });
  on('opus-draft', ({ draft }) => controller.type(draft));
  on('opus-details-done', ({ draft }) => {
    controller.dispatch({ type: 'finish-details', draft });
    if (!controller.state.flow?.selection.time) leadToTimes();
  });
  on('opus-book', () => {
    if (isTimeLost(controller.state)) leadToTimes();
    else void controller.reservation?.book(language());
  });
  on('opus-code', ({ code }) => controller.reservation?.confirm(code));
  on('opus-resend', () => controller.reservation?.resend());
  on('opus-contact', ({ contact }) => controller.reservation?.correct(contact));
  on('opus-restart', restart);

  /** The chosen time is gone: leads to the alternatives that the error offers (P-23), else to the time step. */
  function leadToTimes(): void {
    if (controller.state.failure) focusing.moveFocus('error');
    else if (lacksTime(controller.state)) focusing.moveFocus('step');
    else controller.dispatch({ type: 'go-to', part: 'time' });
  }
}
