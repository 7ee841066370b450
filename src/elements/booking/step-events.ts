import { partsOf } from '../../domain/step-order.js';
import type { BookingController } from '../../state/booking/booking-controller.js';
import type { FocusController } from '../focus-controller.js';

/** What the handlers of step events need. */
export interface StepEventContext {
  readonly controller: BookingController;
  readonly focusing: FocusController;
}

type Listen = <Type extends keyof HTMLElementEventMap>(
  type: Type,
  act: (event: HTMLElementEventMap[Type]) => unknown,
) => void;

/** Adds listeners for the events that the steps dispatch inside `root`. */
export function listenIn(root: EventTarget): Listen {
  return (type, act) => root.addEventListener(type, act as (event: Event) => void);
}

/** Hands the events that any step may dispatch inside `root` to the booking; `later-events.ts` has the others. */
export function bindStepEvents(
  root: EventTarget,
  { controller, focusing }: StepEventContext,
): void {
  const on = listenIn(root);
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
}
