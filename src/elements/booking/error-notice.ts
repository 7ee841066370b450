import { html, nothing, type TemplateResult } from 'lit';
import { unreachable } from '../../api/booking-error.js';
import type { BookingFailure } from '../../state/booking/booking-state.js';
import { renderSkeleton, type SkeletonLine } from '../../theme/skeleton.js';
import { renderButton } from '../buttons.js';
import { callMessageFor } from '../error-message.js';
import { isCodeError, phoneOf, type BookingView, type PageView } from './booking-view.js';

/** A failure in words, with what can be done: other times, another try, calling the clinic. */
export function renderError(failure: BookingFailure, view: PageView): TemplateResult {
  const { account, tags, words } = view;
  const { heading, text, action } = (tags.views?.errorMessageFor ?? callMessageFor)(
    failure,
    words,
    !account,
  );
  return html`<opus-notice
    id="error"
    tone="error"
    .heading=${heading}
    .text=${text}
    .phone=${account && phoneOf({ ...view, account })}
    >${account && tags.views?.renderOtherTimes({ ...view, account }, failure, action)}${action === 'retry' ? renderButton(words.term('tryAgain'), view.retry) : nothing}</opus-notice
  >`;
}

/** Says that code cannot be loaded: once, however many parts want it and whatever else has failed for the same reason. */
export function renderMissing(view: PageView): TemplateResult {
  return renderError({ error: unreachable(), during: 'times' }, view);
}

/** Stands where an element is drawn once its code is there: grey lines meanwhile, or that the code cannot be loaded. */
export function renderComing(view: PageView, ...lines: SkeletonLine[]): TemplateResult {
  return view.tags.isBroken ? renderMissing(view) : renderSkeleton(...lines);
}

/** The last failure, unless the code's field shows it. */
export function renderFailure(view: BookingView): unknown {
  const { failure } = view.controller.state;
  return failure && !isCodeError(failure, view.controller) ? renderError(failure, view) : nothing;
}
