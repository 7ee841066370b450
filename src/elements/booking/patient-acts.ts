import type { Language } from '../../contract/index.js';
import { partsOf } from '../../domain/step-order.js';
import type { BookingController } from '../../state/booking/booking-controller.js';
import { isTimeLost, lacksTime } from '../../state/booking/booking-state.js';
import type { StepFocus } from './step-focus.js';

/** What the acts of a patient need besides the booking. */
interface Means {
  readonly controller: BookingController;
  readonly focusing: StepFocus;
  /** The language in use. */
  readonly language: () => Language;
  /** The patient wants to see who else is free at the chosen time, or no longer (P-21). */
  readonly askSameTime: (asks: boolean) => void;
  /** Begins another booking. */
  readonly restart: () => void;
}

/** From now on the booking does what the patient does in the steps, whose events arrive at `root`. */
export function bindStepEvents(
  root: EventTarget,
  { controller, focusing, language, askSameTime, restart }: Means,
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
    // What comes next stands beside it, or below.
    const [first, second] = partsOf(account.settings, flow.page);
    if (second && choice.step === first) focusing.moveFocus('second');
  });
  on('opus-go-to', ({ part }) => controller.dispatch({ type: 'go-to', part }));
  on('opus-back', () => controller.dispatch({ type: 'back' }));
  on('opus-week-change', ({ week }) => controller.reservation?.slots.go(week));
  on('opus-same-time', () => askSameTime(true));
  on('opus-take-slot', ({ slot }) => {
    askSameTime(false);
    if (!slot) return;
    controller.dispatch({ type: 'take-slot', slot, isExact: true });
    focusing.moveFocus('step');
  });
  on('opus-draft', ({ draft }) => controller.type(draft));
  on('opus-details-done', ({ draft }) => {
    controller.dispatch({ type: 'finish-details', draft });
    if (!controller.state.flow?.selection.time) pointToTimes();
  });
  on('opus-book', () => {
    if (isTimeLost(controller.state)) pointToTimes();
    else void controller.reservation?.book(language());
  });
  on('opus-code', ({ code }) => controller.reservation?.confirm(code));
  on('opus-resend', () => controller.reservation?.resend());
  on('opus-contact', ({ contact }) => controller.reservation?.correct(contact));
  on('opus-restart', restart);

  /** Without a time there is nothing to book: first one of the others (P-23), or any. */
  function pointToTimes(): void {
    if (controller.state.failure) focusing.moveFocus('trouble');
    else if (lacksTime(controller.state)) focusing.moveFocus('step');
    else controller.dispatch({ type: 'go-to', part: 'time' });
  }
}
