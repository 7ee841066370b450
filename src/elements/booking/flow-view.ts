import { html, nothing, type TemplateResult } from 'lit';
import {
  canChange,
  canGoBack,
  isChoiceStep,
  isPageDone,
  isReachable,
  isSkipped,
  type BookingFlow,
} from '../../domain/booking-flow.js';
import { isFinding } from '../../domain/is-finding.js';
import type { Part } from '../../domain/selection.js';
import { choiceOrder, pagesOf } from '../../domain/step-order.js';
import { isNarrowed, lacksTime } from '../../state/booking/booking-state.js';
import { renderSkeleton } from '../../theme/skeleton.js';
import { renderButton, renderLink } from '../buttons.js';
import { droppedWords, type BookingView, type StepViews } from './booking-view.js';
import { renderFailure, renderMissing } from './error-notice.js';
import { renderSidebar, renderWelcome } from './page-parts.js';

/** The receipt, or the step in view with the step indicator, "your choices" and the buttons back and on. */
export function renderFlow(view: BookingView): unknown {
  const { account, controller, words } = view;
  const { flow, appointment } = controller.state;
  if (!flow) return nothing;
  if (appointment) {
    return (
      renderLater(view, (views) => views.renderReceipt(view, appointment)) ?? renderMissing(view)
    );
  }
  const pages = pagesOf(account.settings);
  const parts = pages[flow.page]?.parts ?? [];
  const shown = partsShown(view, flow, parts);
  const isConfirming = parts.includes('confirm');
  // Form and review have their own buttons back and on, and show failures under their heading.
  const isForm = isConfirming || parts.includes('details');
  const rendered = shown.map((part, index) =>
    renderPart(view, part, index === 0 ? 'step' : 'second'),
  );
  return html`<opus-steps
      .pages=${pages}
      .current=${flow.page}
      .reachable=${[...pages.keys()].filter(
        (page) => isReachable(flow, account, page) && !isSkipped(flow, account, page),
      )}
    ></opus-steps>
    <div class="columns ${parts.length > 1 ? 'combined' : ''}">
      ${isConfirming ? nothing : renderSidebar(view)}
      <div class="step" part="step">
        ${flow.page > 0 && parts.includes('time') ? nothing : renderWelcome(view)}
        ${rendered.includes(undefined) ? renderMissing(view) : isForm ? nothing : renderFailure(view)}
        ${flow.dropped.length > 0 ? html`<p class="dropped">${droppedWords(view)}</p>` : nothing}
        ${lacksTime(controller.state) ? html`<p class="dropped">${words.term('chooseTimeFirst')}</p>` : nothing}
        <div class="parts">${rendered}</div>
        ${isForm ? nothing : [renderNarrowed(view), renderWays(view)]}
      </div>
      ${view.showsSameTime && !rendered.includes(undefined) ? renderSameTime(view) : nothing}
    </div>
    ${view.tags.views?.renderHoldWarning(view)}`;
}

/** A page of two choices leaves out a choice with one option, and shows clinicians once a treatment is chosen (P-06, P-45). */
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

/** Who else is free at the chosen time (P-21); its code is loaded on demand. */
function renderSameTime(view: BookingView): unknown {
  const { controller, tags } = view;
  if (!tags.isReady('opus-slot-chooser')) return tags.isBroken ? renderMissing(view) : nothing;
  return html`<opus-slot-chooser
    .load=${async () => (await controller.reservation?.slotsAtChosenTime()) ?? []}
    .value=${controller.state.slot}
  ></opus-slot-chooser>`;
}

/** Says that a link shows only part of the offer, with a button to see all (P-10). */
function renderNarrowed({ controller, words }: BookingView): unknown {
  return isNarrowed(controller.state)
    ? html`<p class="narrowed">
        ${words.term('onlySome')}
        ${renderLink(words.term('seeAll'), () => controller.dispatch({ type: 'widen' }))}
      </p>`
    : nothing;
}

function renderPart(view: BookingView, part: Part, id: string): unknown {
  // The choices after the time depend on what is free at the chosen start, which is being looked up.
  const { account, controller } = view;
  const { flow, failure } = controller.state;
  if (flow && isFinding(account, flow.selection) && isChoiceStep(part) && part !== 'time') {
    const order = choiceOrder(account.settings);
    if (order.indexOf(part) > order.indexOf('time')) {
      return failure ? nothing : renderSkeleton('line', 'card', 'card', 'card');
    }
  }
  if (part !== 'clinic') {
    return renderLater(view, (views) => views.renderLaterPart(view, part, id));
  }
  const facts = view.tags.views?.factsOf(controller.state, view.words) ?? null;
  return html`<opus-clinic-picker id=${id} .factOf=${facts}></opus-clinic-picker>`;
}

/** What is made of code that is loaded on the way to it: meanwhile a skeleton; undefined if it cannot be loaded. */
function renderLater(view: BookingView, render: (views: StepViews) => unknown): unknown {
  const { tags } = view;
  // One of those that are defined together.
  if (tags.isReady('opus-choices') && tags.views) return render(tags.views);
  return tags.isBroken ? undefined : renderSkeleton('line', 'big');
}

/** The buttons back and on of a step that consists of choices. */
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
        ? renderButton(
            words.term('next'),
            () => controller.dispatch({ type: 'next' }),
            'button primary',
          )
        : nothing
    }
  </div>`;
}
