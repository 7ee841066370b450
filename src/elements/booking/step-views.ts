import { html, nothing, type TemplateResult } from 'lit';
import type { Account, Appointment } from '../../contract/index.js';
import { canLogIn } from '../../domain/can-log-in.js';
import { consentWords, ownTexts } from '../../domain/own-texts.js';
import type { BookingOperation } from '../../state/booking/booking-state.js';
import { renderLink } from '../buttons.js';
import { renderEndingHold, renderHoldLine } from '../hold-views.js';
import { isCodeError, type BookingView, type LaterPart } from './booking-view.js';
import { renderCalendar } from './calendar-view.js';
import { factsOf } from './card-facts.js';
import { renderFailure } from './error-notice.js';
import { renderAlertOfAppointment } from './time-alert-views.js';

// Templates of all but the first step: loaded with its elements.

export { errorMessageFor } from '../booking-message.js';
export { factsOf };
export { bindLaterEvents } from './later-events.js';
export { renderOtherTimes } from './other-times.js';

/** A choice but the clinic's, the form, or review and code. */
export function renderLaterPart(view: BookingView, part: LaterPart, id: string): unknown {
  const facts = factsOf(view.controller.state, view.words) ?? null;
  switch (part) {
    case 'treatment':
      return html`<opus-treatment-picker id=${id} .factOf=${facts}></opus-treatment-picker>`;
    case 'clinician':
      return html`<opus-clinician-picker id=${id} .factOf=${facts}></opus-clinician-picker>`;
    case 'time':
      return renderCalendar(view, id);
    case 'details':
      return renderDetails(view, id);
    case 'confirm':
      return renderReview(view, id);
  }
}

/** What stands under the heading of form and review: a failure, and until when the time is held. */
const renderAbove = (view: BookingView): TemplateResult =>
  html`${renderFailure(view)} ${renderHeld(view)}`;

/** The form (P-25 to P-29). */
function renderDetails(view: BookingView, id: string): TemplateResult {
  const gate = view.login?.renderGate(view, id);
  if (gate) return gate;
  const account = accountOf(view);
  const language = view.words.lang();
  const info = ownTexts(account, language, 'patientInfoHeading', 'patientInfoText');
  const consent = consentWords(account, language);
  const { draft, problems, times } = view.controller.state;
  return html`<opus-personal-details
    id=${id}
    .market=${account.market}
    .settings=${account.settings}
    .today=${times?.today ?? ''}
    .draft=${draft}
    .problems=${problems}
    .consentText=${consent.text ?? ''}
    .consentUrl=${consent.url ?? ''}
    .infoHeading=${info.patientInfoHeading ?? ''}
    .infoText=${info.patientInfoText ?? ''}
    .textLang=${info.lang}
    .consentLang=${consent.lang}
    >${renderAbove(view)}${view.login?.renderFilled(view)}</opus-personal-details
  >`;
}

/** Review and code (P-30, P-31). */
function renderReview(view: BookingView, id: string): TemplateResult {
  const gate = view.login?.renderGate(view, id);
  if (gate) return gate;
  const { controller } = view;
  const { draft, pending, operation, failure, flow, slot } = controller.state;
  return html`<opus-review
    id=${id}
    .account=${accountOf(view)}
    .selection=${flow?.selection ?? {}}
    .heldSlot=${slot}
    .draft=${draft}
    .pending=${pending}
    .busy=${confirmOperationOf(operation)}
    .codeError=${failure && isCodeError(failure, controller) ? failure.error : undefined}
    >${renderAbove(view)}</opus-review
  >`;
}

/** Of what is under way, what the patient waits for at the review. */
function confirmOperationOf(operation: BookingOperation | undefined) {
  const isElsewhere = operation === 'account' || operation === 'times' || operation === 'hold';
  return isElsewhere ? undefined : operation;
}

/** The receipt (P-32). */
export function renderReceipt(view: BookingView, appointment: Appointment): TemplateResult {
  const { account, controller, startUrl, words, showView } = view;
  const { email, mobile } = controller.state.draft;
  const { fields, viewAppointments, moveAppointment, cancelAppointment } = account.settings;
  const seesOwn = viewAppointments && canLogIn(account);
  const online = seesOwn ? onlineOf(moveAppointment, cancelAppointment) : undefined;
  return html`<opus-receipt
    id="step"
    .appointment=${appointment}
    .sentTo=${{
      ...(fields.email && email ? { email } : {}),
      ...(fields.mobile && mobile ? { mobile } : {}),
    }}
    .timeZone=${account.timeZone}
    .startUrl=${startUrl}
    .online=${online}
    >${
      seesOwn
        ? html`<span slot=${online ? 'online' : nothing}
            >${renderLink(words.term('myAppointments'), () => showView('appointments'))}</span
          >`
        : nothing
    }${renderAlertOfAppointment(view, appointment)}</opus-receipt
  >`;
}

/** What patients may do with their appointments online (P-36, P-37). */
function onlineOf(moves: boolean, cancels: boolean): 'move' | 'cancel' | 'both' | undefined {
  if (moves && cancels) return 'both';
  return moves ? 'move' : cancels ? 'cancel' : undefined;
}

/** Until when the time is held (P-24); not while a code is awaited, where the code's step says it. */
function renderHeld({ account, controller, words }: BookingView): unknown {
  const { held, pending, failure } = controller.state;
  return pending || (failure && !held)
    ? nothing
    : renderHoldLine(
        controller.state,
        () => controller.reservation?.holds.extend(),
        account.timeZone,
        words,
      );
}

/** The question to a patient who seems to be away, two minutes before the hold ends (WCAG 2.2.1). */
export function renderHoldWarning({ account, controller, tags, words }: BookingView): unknown {
  return renderEndingHold(
    controller.state,
    () => controller.reservation?.holds.extend(),
    account.timeZone,
    words,
    (tag) => tags.isOptionalReady(tag),
  );
}

/** The account; its form asks a logged-in patient for less (P-39). */
function accountOf({ account, login }: BookingView): Account {
  return login?.accountFor(account) ?? account;
}
