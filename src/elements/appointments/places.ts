import { html, nothing, type TemplateResult } from 'lit';
import type { Place } from '../../domain/appointments-flow.js';
import { timeAt } from '../../locales/date-words.js';
import { renderNews, renderTrouble } from './notices.js';
import { renderBroken, renderClosed } from './outside.js';
import { ownPhone, type OwnView } from './own-view.js';
import { renderTimes } from './times-view.js';

/** Who may see nothing yet logs in; what they were about stays as it is meanwhile (P-44). */
export function renderOwn(view: OwnView): unknown {
  const { account, controller, session, words } = view;
  const closed = renderClosed(account, words);
  if (closed) return closed;
  if (view.isBroken) return renderBroken(words, view.retry);
  if (session.current) return renderPlace(view);
  const isKept = controller.state.flow.place.kind === 'review';
  return html`${renderLogin(view)}${isKept ? html`<div hidden>${renderPlace(view)}</div>` : nothing}`;
}

function renderLogin({ account, session, idp, returnPath, isReady }: OwnView): unknown {
  return isReady('opus-login')
    ? html`<opus-login
        id="place"
        .account=${account}
        .session=${session}
        .reason=${session.isOver ? 'over' : 'appointments'}
        .idp=${idp}
        .returnPath=${returnPath}
      ></opus-login>`
    : renderSkeleton();
}

/** Where the patient is among their appointments (P-35 to P-38). */
function renderPlace(view: OwnView): unknown {
  const { controller, isReady } = view;
  const { place, codeFor } = controller.state.flow;
  if (codeFor) return renderCode(view);
  switch (place.kind) {
    case 'list':
      return renderList(view);
    case 'times':
      return renderTimes(view, place.about, place.whose);
    case 'review':
      return isReady('opus-appointment-review') ? renderReview(view, place) : renderSkeleton();
    case 'done':
      return isReady('opus-appointment-receipt') ? renderDone(view, place) : renderSkeleton();
  }
}

/** What will stand there, in its size. */
export function renderSkeleton(): TemplateResult {
  return html`<div class="skeleton">
    <i class="skeleton-line"></i><i class="skeleton-line big"></i>
  </div>`;
}

function renderList(view: OwnView): TemplateResult {
  const { account, controller, session, today } = view;
  const { flow, failure, operation } = controller.state;
  const { cancelling, kept, list, news } = flow;
  return html`<opus-appointment-list
      id="place"
      .appointments=${list?.appointments}
      .recalls=${list?.recalls ?? []}
      .kept=${kept}
      .access=${session.current?.access ?? 'record'}
      .phone=${ownPhone(view)}
      .timeZone=${account.timeZone}
      .now=${controller.now}
      .textLang=${account.textLanguage}
      .canBook=${view.canBook}
      .bookingUrl=${view.bookingUrl}
      ?failed=${failure?.during === 'list'}
      >${cancelling ? nothing : renderTrouble(view)}${renderNews(view, news)}</opus-appointment-list
    >
    ${
      cancelling && view.isReady('opus-cancel-dialog')
        ? html`<opus-cancel-dialog
            .appointment=${cancelling}
            .timeZone=${account.timeZone}
            .today=${today}
            .busy=${operation === 'cancel'}
            >${renderTrouble(view)}</opus-cancel-dialog
          >`
        : nothing
    }`;
}

function renderReview(view: OwnView, place: Extract<Place, { kind: 'review' }>): TemplateResult {
  const { account, controller, session, today } = view;
  const { held, operation, problems, isHoldEnding } = controller.state;
  return html`<opus-appointment-review
      id="place"
      .account=${account}
      .about=${place.about}
      .heldSlot=${held?.hold.slot}
      .patient=${session.current?.patient}
      .problems=${problems}
      .today=${today}
      .busy=${operation === 'move' || operation === 'book'}
      >${renderTrouble(view)}${renderHeld(view)}</opus-appointment-review
    >
    ${
      held && isHoldEnding && view.isReady('opus-hold-warning')
        ? html`<opus-hold-warning
            .until=${timeAt(view.words.lang(), held.hold.expiresAt, account.timeZone)}
            @opus-keep=${() => controller.extend()}
          ></opus-hold-warning>`
        : nothing
    }`;
}

/** Until when the time is kept for the patient, and longer for the asking (P-24); its room is there before it is. */
function renderHeld({ account, controller, words }: OwnView): unknown {
  const { held, failure, isHoldOver } = controller.state;
  if (failure && !held) return nothing;
  const until = held ? timeAt(words.lang(), held.hold.expiresAt, account.timeZone) : '00:00';
  return html`<p class="held ${held || isHoldOver ? '' : 'waiting'}">
    ${isHoldOver ? `${words.term('holdExpiredHeading')}.` : words.term('heldUntil', until)}
    <button class="link" type="button" @click=${() => controller.extend()}>
      ${words.term(isHoldOver ? 'tryAgain' : 'keepTime')}
    </button>
  </p>`;
}

function renderDone(
  { account }: OwnView,
  { about, appointment }: Extract<Place, { kind: 'done' }>,
): TemplateResult {
  return html`<opus-appointment-receipt
    id="place"
    .kind=${about.kind === 'move' ? 'moved' : 'booked'}
    .appointment=${appointment}
    .timeZone=${account.timeZone}
    .textLang=${account.textLanguage}
  ></opus-appointment-receipt>`;
}

/** The code that moving and cancelling ask for (P-43). */
function renderCode(view: OwnView): TemplateResult {
  const { account, session, isReady } = view;
  if (!isReady('opus-session-code')) return renderSkeleton();
  return html`<div class="page">
    <opus-session-code id="place" .account=${account} .session=${session}></opus-session-code>
  </div>`;
}
