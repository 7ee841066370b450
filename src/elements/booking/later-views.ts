import { html, nothing, type TemplateResult } from 'lit';
import type { Account, Appointment } from '../../contract/index.js';
import { canLogIn } from '../../domain/can-log-in.js';
import { isCodeError, type BookingView } from './view.js';

// What is drawn from the time step on: it arrives with the calendar, not with the first step.

export { renderAlternatives } from '../alternatives.js';
export { renderCalendar } from './calendar-view.js';
export { renderHeld, renderHoldWarning } from './held.js';

/** The form (P-25 to P-29), with what has to be said above it. */
export function renderDetails(view: BookingView, id: string, above: unknown): TemplateResult {
  const gate = view.own?.renderGate(view, id);
  if (gate) return gate;
  const { market, settings, texts, textLanguage } = knownAccount(view);
  const { draft, problems, times } = view.controller.state;
  return html`<opus-personal-details
    id=${id}
    .market=${market}
    .settings=${settings}
    .today=${times?.today ?? ''}
    .draft=${draft}
    .problems=${problems}
    .consentText=${texts.consentText ?? ''}
    .consentUrl=${texts.consentUrl ?? ''}
    .infoHeading=${texts.patientInfoHeading ?? ''}
    .infoText=${texts.patientInfoText ?? ''}
    .textLang=${textLanguage}
    >${above}${view.own?.renderFilled(view)}</opus-personal-details
  >`;
}

/** Of a logged-in patient less is asked (P-39). */
function knownAccount({ account, own }: BookingView): Account {
  return own?.accountFor(account) ?? account;
}

/** Review and code (P-30, P-31), with what has to be said above. */
export function renderReview(view: BookingView, id: string, above: unknown): TemplateResult {
  const gate = view.own?.renderGate(view, id);
  if (gate) return gate;
  const { controller } = view;
  const { draft, pending, operation, failure, flow, slot } = controller.state;
  return html`<opus-review
    id=${id}
    .account=${knownAccount(view)}
    .selection=${flow?.selection ?? {}}
    .heldSlot=${slot}
    .draft=${draft}
    .pending=${pending}
    .busy=${operation}
    .codeError=${failure && isCodeError(failure, controller) ? failure.error : undefined}
    >${above}</opus-review
  >`;
}

/** The receipt (P-32). */
export function renderReceipt(
  { account, controller, startUrl, words, seeOwn }: BookingView,
  appointment: Appointment,
): TemplateResult {
  const { email, mobile } = controller.state.draft;
  const { fields, viewAppointments } = account.settings;
  return html`<opus-receipt
    id="step"
    .appointment=${appointment}
    .sentTo=${{
      ...(fields.email && email ? { email } : {}),
      ...(fields.mobile && mobile ? { mobile } : {}),
    }}
    .timeZone=${account.timeZone}
    .startUrl=${startUrl}
    >${
      viewAppointments && canLogIn(account)
        ? html`<button class="link" type="button" @click=${() => seeOwn('appointments')}>
            ${words.term('myAppointments')}
          </button>`
        : nothing
    }</opus-receipt
  >`;
}
