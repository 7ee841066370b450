import { html, nothing, type TemplateResult } from 'lit';
import { currentPart, type BookingFailure } from '../../state/booking/booking-state.js';
import { renderAlternatives } from '../alternatives.js';
import { renderButton } from '../buttons.js';
import type { ErrorMessage } from '../error-message.js';
import type { BookingView } from './booking-view.js';

/** Ways to another time, inside the notice of a failure (P-23). */
export function renderOtherTimes(
  { account, controller, takeSlot, words }: BookingView,
  { error }: BookingFailure,
  action: ErrorMessage['action'],
): TemplateResult {
  return html`${renderAlternatives(words, account, error.alternatives, takeSlot)}${
    action === 'times' && currentPart(controller.state) !== 'time'
      ? renderButton(words.term('otherTimes'), () =>
          controller.dispatch({ type: 'go-to', part: 'time' }),
        )
      : nothing
  }`;
}
