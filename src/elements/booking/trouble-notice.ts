import { html, nothing, type TemplateResult } from 'lit';
import { currentPart, type BookingFailure } from '../../state/booking/booking-state.js';
import { errorMessageFor } from './trouble.js';
import { isCodeError, phoneOf, type BareView, type BookingView } from './view.js';

/** What went wrong, in words, and every way on: other times, trying again, the clinic's phone. */
export function renderTrouble(failure: BookingFailure, view: BareView): TemplateResult {
  const { account, controller, tags, words } = view;
  const { heading, text, way } = errorMessageFor(failure, words);
  const whole = account && { ...view, account };
  const isElsewhere = way === 'times' && currentPart(controller.state) !== 'time';
  return html`<opus-notice
    id="trouble"
    tone="error"
    .heading=${heading}
    .text=${text}
    .phone=${whole && phoneOf(whole)}
    >${
      account
        ? tags.later?.renderAlternatives(words, account, failure.error.alternatives, view.take)
        : nothing
    }${
      isElsewhere
        ? html`<button
            class="button"
            part="button"
            type="button"
            @click=${() => controller.dispatch({ type: 'go-to', part: 'time' })}
          >
            ${words.term('otherTimes')}
          </button>`
        : nothing
    }${
      way === 'retry'
        ? html`<button class="button" part="button" type="button" @click=${view.retry}>
            ${words.term('tryAgain')}
          </button>`
        : nothing
    }</opus-notice
  >`;
}

/** What went wrong last, unless it is said elsewhere. */
export function renderFailure(view: BookingView): unknown {
  const { failure } = view.controller.state;
  return failure && !isCodeError(failure, view.controller) ? renderTrouble(failure, view) : nothing;
}
