import { html, nothing, type TemplateResult } from 'lit';
import { BookingError } from '../../api/booking-error.js';
import {
  canChange,
  canGoBack,
  isChoiceStep,
  isPageDone,
  isReachable,
  isSkipped,
  type BookingFlow,
} from '../../domain/booking-flow.js';
import { isFinding } from '../../domain/requests.js';
import type { Part } from '../../domain/selection.js';
import { choiceOrder, pagesOf } from '../../domain/step-order.js';
import { isNarrowed, lacksTime } from '../../state/booking/booking-state.js';
import { renderSkeleton, renderSide, renderWelcome } from './frame.js';
import type { LaterViews } from './lazy-tags.js';
import { renderFailure, renderTrouble } from './trouble-notice.js';
import { droppedWords, type BookingView } from './view.js';

/** The step in view with the way to it, what is chosen beside it, and the ways on; or the receipt. */
export function renderFlow(view: BookingView): unknown {
  const { account, controller, words } = view;
  const { flow, appointment } = controller.state;
  if (!flow) return nothing;
  if (appointment) {
    return renderLater(view, 'opus-receipt', (later) => later.renderReceipt(view, appointment));
  }
  const pages = pagesOf(account.settings);
  const parts = pages[flow.page]?.parts ?? [];
  const shown = partsShown(view, flow, parts);
  const isConfirming = parts.includes('confirm');
  // Form and review have their own ways back and on, and say what went wrong under their heading.
  const isForm = isConfirming || parts.includes('details');
  return html`<opus-steps
      .pages=${pages}
      .current=${flow.page}
      .reachable=${[...pages.keys()].filter(
        (page) => isReachable(flow, account, page) && !isSkipped(flow, account, page),
      )}
    ></opus-steps>
    <div class="columns ${parts.length > 1 ? 'combined' : ''}">
      ${isConfirming ? nothing : renderSide(view)}
      <div class="step" part="step">
        ${renderWelcome(view)} ${isForm ? nothing : renderNarrowed(view)}
        ${isForm ? nothing : renderFailure(view)}
        ${flow.dropped.length > 0 ? html`<p class="dropped">${droppedWords(view)}</p>` : nothing}
        ${lacksTime(controller.state) ? html`<p class="dropped">${words.term('chooseTimeFirst')}</p>` : nothing}
        <div class="parts">
          ${shown.map((part, index) => renderPart(view, part, index === 0 ? 'step' : 'second'))}
        </div>
        ${isForm ? nothing : renderWays(view)}
      </div>
      ${view.asksSameTime ? renderSameTime(view) : nothing}
    </div>
    ${view.tags.later?.renderHoldWarning(view)}`;
}

/** A page of two choices shows the one there is to make, and the second once the first is made (P-06, P-45). */
function partsShown(
  { account }: BookingView,
  { selection }: BookingFlow,
  parts: readonly Part[],
): readonly Part[] {
  if (parts.length < 2) return parts;
  const open = parts.filter((part) => !isChoiceStep(part) || canChange(account, selection, part));
  return open.filter((part, index) => {
    const before = open[index - 1];
    return part !== 'clinician' || before !== 'treatment' || selection.treatment !== undefined;
  });
}

/** Who else is free at the chosen time; its code comes when it is asked for (P-21). */
function renderSameTime({ controller, tags }: BookingView): unknown {
  return tags.isReady('opus-slot-chooser')
    ? html`<opus-slot-chooser
        .load=${() => controller.reservation?.slotsAtChosenTime()}
        .value=${controller.state.slot}
      ></opus-slot-chooser>`
    : nothing;
}

/** What a link leaves out can be had (P-10). */
function renderNarrowed({ controller, words }: BookingView): unknown {
  return isNarrowed(controller.state)
    ? html`<p class="narrowed">
        ${words.term('onlySome')}
        <button class="link" type="button" @click=${() => controller.dispatch({ type: 'widen' })}>
          ${words.term('seeAll')}
        </button>
      </p>`
    : nothing;
}

function renderPart(view: BookingView, part: Part, id: string): unknown {
  // Who, where and what is left at a chosen start is being asked for.
  const { account, controller } = view;
  const { flow, failure } = controller.state;
  if (flow && isFinding(account, flow.selection) && isChoiceStep(part) && part !== 'time') {
    const order = choiceOrder(account.settings);
    if (order.indexOf(part) > order.indexOf('time')) {
      return failure ? nothing : renderSkeleton(['line', 'card', 'card', 'card']);
    }
  }
  switch (part) {
    case 'clinic':
      return html`<opus-clinic-picker id=${id}></opus-clinic-picker>`;
    case 'treatment':
      return renderLater(
        view,
        'opus-treatment-picker',
        () => html`<opus-treatment-picker id=${id}></opus-treatment-picker>`,
      );
    case 'clinician':
      return renderLater(
        view,
        'opus-clinician-picker',
        () => html`<opus-clinician-picker id=${id}></opus-clinician-picker>`,
      );
    case 'time':
      return renderLater(view, 'opus-week-calendar', (later) => later.renderCalendar(view, id));
    case 'details':
      return renderLater(view, 'opus-personal-details', (later) =>
        later.renderDetails(view, id, renderAbove(view, later)),
      );
    case 'confirm':
      return renderLater(view, 'opus-review', (later) =>
        later.renderReview(view, id, renderAbove(view, later)),
      );
  }
}

/** A step whose code is there; until then its size, or what to do when it does not come. */
function renderLater(
  view: BookingView,
  tag: string,
  render: (later: LaterViews) => unknown,
): unknown {
  const { tags } = view;
  if (tags.isReady(tag) && tags.later) return render(tags.later);
  if (!tags.isBroken) return renderSkeleton(['line', 'big']);
  const error = new BookingError(navigator.onLine ? 'unreachable' : 'offline');
  return renderTrouble({ error, during: 'times' }, view);
}

function renderAbove(view: BookingView, later: LaterViews): TemplateResult {
  return html`${renderFailure(view)} ${later.renderHeld(view)}`;
}

function renderWays({ account, controller, words }: BookingView): TemplateResult {
  const { flow } = controller.state;
  return html`<div class="ways">
    ${
      flow && canGoBack(flow, account)
        ? html`<button
            class="link back"
            type="button"
            @click=${() => controller.dispatch({ type: 'back' })}
          >
            ${words.term('back')}
          </button>`
        : nothing
    }${
      flow && isPageDone(flow, account)
        ? html`<button
            class="button primary"
            part="button primary"
            type="button"
            @click=${() => controller.dispatch({ type: 'next' })}
          >
            ${words.term('next')}
          </button>`
        : nothing
    }
  </div>`;
}
