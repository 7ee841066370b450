import type { Language } from '../../contract/index.js';
import { isTimeLost, lacksTime } from '../../state/booking/booking-state.js';
import { keepTypedInput } from '../typed-input.js';
import { listenIn, type StepEventContext } from './step-events.js';

/** What the handlers of the later steps' events need besides. */
export interface LaterEventContext extends StepEventContext {
  /** The language in use. */
  readonly language: () => Language;
  /** Shows or hides who else is free at the chosen time (P-21). */
  readonly showSameTime: (isShown: boolean) => void;
  /** Begins another booking. */
  readonly restart: () => void;
}

/** Hands the events that the steps after the first dispatch inside `root` to the booking, and keeps what is typed there from the page. */
export function bindLaterEvents(
  root: HTMLElement,
  { controller, focusing, language, showSameTime, restart }: LaterEventContext,
): void {
  keepTypedInput(root);
  const { host } = root.getRootNode() as ShadowRoot;
  if (host.hasAttribute('heading-level')) {
    import('../heading-levels.js').then(
      ({ followHeadingLevel }) => followHeadingLevel(host),
      () => undefined,
    );
  }
  const on = listenIn(root);
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
