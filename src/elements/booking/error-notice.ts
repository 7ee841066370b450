import { html, nothing, type TemplateResult } from 'lit';
import { currentPart, type BookingFailure } from '../../state/booking/booking-state.js';
import { renderButton } from '../buttons.js';
import { errorMessageFor } from '../error-message.js';
import { isCodeError, phoneOf, type BookingView, type PageView } from './booking-view.js';

/** A failure in words, with what can be done: other times, another try, calling the clinic. */
export function renderError(failure: BookingFailure, view: PageView): TemplateResult {
  const { account, controller, tags, words } = view;
  const { heading, text, action } = errorMessageFor(failure, words, !account);
  return html`<opus-notice
    id="error"
    tone="error"
    .heading=${heading}
    .text=${text}
    .phone=${account && phoneOf({ ...view, account })}
    >${
      account
        ? tags.views?.renderAlternatives(words, account, failure.error.alternatives, view.takeSlot)
        : nothing
    }${
      action === 'times' && currentPart(controller.state) !== 'time'
        ? renderButton(words.term('otherTimes'), () =>
            controller.dispatch({ type: 'go-to', part: 'time' }),
          )
        : nothing
    }${action === 'retry' ? renderButton(words.term('tryAgain'), view.retry) : nothing}</opus-notice
  >`;
}

/** The last failure, unless the code's field shows it. */
export function renderFailure(view: BookingView): unknown {
  const { failure } = view.controller.state;
  return failure && !isCodeError(failure, view.controller) ? renderError(failure, view) : nothing;
}
