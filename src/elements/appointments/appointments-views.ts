import { html, nothing, type TemplateResult } from 'lit';
import type { Place } from '../../domain/appointments-flow.js';
import { renderSkeleton } from '../../theme/skeleton.js';
import { renderEndingHold, renderHoldLine } from '../hold-views.js';
import { phoneOf, type AppointmentsView } from './appointments-view.js';
import { renderFailure, renderNews } from './notices.js';
import { renderTimes } from './times-view.js';
import { renderClosed, renderLoadError } from './unavailable-views.js';

/** The appointments, or a login; a review that was reached stays in the page meanwhile, and keeps what is typed (P-44). */
export function renderAppointments(view: AppointmentsView): unknown {
  const { account, controller, session, words } = view;
  const closed = renderClosed(account, words);
  if (closed) return closed;
  if (view.isBroken) return renderLoadError(words, view.retry);
  if (session.current) return renderPlace(view);
  const isKept = controller.state.flow.place.kind === 'review';
  return html`${renderLogin(view)}${isKept ? html`<div hidden>${renderPlace(view)}</div>` : nothing}`;
}

function renderLogin(view: AppointmentsView): unknown {
  const { account, session, idp, returnPath, isReady } = view;
  return isReady('opus-login')
    ? html`${renderLinkHold(view)}<opus-login
          id="place"
          .account=${account}
          .session=${session}
          .reason=${session.isOver ? 'over' : 'appointments'}
          .idp=${idp}
          .returnPath=${returnPath}
        ></opus-login>`
    : renderSkeleton('line', 'big');
}

/** Until when the time of a message's link is held, while its patient logs in (P-48). */
function renderLinkHold({ account, controller, words }: AppointmentsView): unknown {
  const { linkHold } = controller;
  if (!linkHold.held && !linkHold.isHoldOver) return nothing;
  return renderHoldLine(linkHold, () => controller.extend(), account.timeZone, words);
}

/** The view that the flow is at (P-35 to P-38). */
function renderPlace(view: AppointmentsView): unknown {
  const { controller, isReady } = view;
  const { place, codeFor } = controller.state.flow;
  if (codeFor) return renderCode(view);
  switch (place.kind) {
    case 'list':
      return renderList(view);
    case 'times':
      return renderTimes(view, place.about, place.whose);
    case 'review':
      return isReady('opus-appointment-review')
        ? renderReview(view, place)
        : renderSkeleton('line', 'big');
    case 'done':
      return isReady('opus-appointment-receipt')
        ? renderDone(view, place)
        : renderSkeleton('line', 'big');
  }
}

function renderList(view: AppointmentsView): TemplateResult {
  const { account, controller, session, today } = view;
  const { flow, failure, operation } = controller.state;
  const { cancelling, kept, list, news } = flow;
  return html`<opus-appointment-list
      id="place"
      .appointments=${list?.appointments}
      .recalls=${list?.recalls ?? []}
      .kept=${kept}
      .access=${session.current?.access ?? 'record'}
      .phone=${phoneOf(view)}
      .timeZone=${account.timeZone}
      .now=${controller.now}
      .textLang=${account.textLanguage}
      .canBook=${view.canBook}
      .canAsk=${canAsk(view)}
      .alertFor=${view.alertFor}
      .bookingUrl=${view.bookingUrl}
      ?failed=${failure?.during === 'list'}
      >${cancelling ? nothing : renderFailure(view)}${renderNews(view, news)}${renderAlert(view)}</opus-appointment-list
    >
    ${
      cancelling && view.isReady('opus-cancel-dialog')
        ? html`<opus-cancel-dialog
            .appointment=${cancelling}
            .timeZone=${account.timeZone}
            .today=${today}
            .busy=${operation === 'cancel'}
            >${renderFailure(view)}</opus-cancel-dialog
          >`
        : nothing
    }`;
}

/** Whether patients of the account can be told of earlier times, and the client can ask for it (P-48). */
function canAsk({ account, controller }: AppointmentsView): boolean {
  return account.settings.timeAlerts && Boolean(controller.startedWith?.api.alerts);
}

/** Tell me when a time before this appointment opens, with the same clinician at the same clinic (P-48). */
function renderAlert(view: AppointmentsView): unknown {
  const { account, alertFor, controller, isReady } = view;
  const appointment = controller.state.flow.list?.appointments.find(({ id }) => id === alertFor);
  if (!appointment || !isReady('opus-time-alert')) return nothing;
  const { clinic, clinician } = appointment.slot;
  return html`<opus-time-alert
    slot="alert"
    .account=${account}
    .client=${controller.startedWith!.api}
    .wish=${{ appointment: alertFor, clinic, clinician }}
    .known=${true}
    .open=${true}
  ></opus-time-alert>`;
}

function renderReview(
  view: AppointmentsView,
  place: Extract<Place, { kind: 'review' }>,
): TemplateResult {
  const { account, controller, session, today } = view;
  const { held, operation, problems } = controller.state;
  return html`<opus-appointment-review
      id="place"
      .account=${account}
      .about=${place.about}
      .heldSlot=${held?.hold.slot}
      .patient=${session.current?.patient}
      .problems=${problems}
      .today=${today}
      .busy=${operation === 'move' || operation === 'book'}
      >${renderFailure(view)}${renderHeld(view)}</opus-appointment-review
    >
    ${renderEndingHold(controller.state, () => controller.extend(), account.timeZone, view.words, view.isReady)}`;
}

/** Until when the new time is held (P-24). */
function renderHeld({ account, controller, words }: AppointmentsView): unknown {
  const { failure, held } = controller.state;
  return failure && !held
    ? nothing
    : renderHoldLine(controller.state, () => controller.extend(), account.timeZone, words);
}

function renderDone(
  { account }: AppointmentsView,
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

/** The code that a move or cancellation needs (P-43). */
function renderCode(view: AppointmentsView): TemplateResult {
  const { account, session, isReady } = view;
  if (!isReady('opus-session-code')) return renderSkeleton('line', 'big');
  return html`<div class="page">
    <opus-session-code id="place" .account=${account} .session=${session}></opus-session-code>
  </div>`;
}
