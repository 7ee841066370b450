import { html, nothing, type TemplateResult } from 'lit';
import type { LoggedInBooking } from '../../state/session/logged-in-booking.js';
import { renderLink } from '../buttons.js';
import { phoneOf, type BookingView } from './booking-view.js';
import { renderComing } from './error-notice.js';

/** What replaces form and review, and the actions of its buttons. */
export interface LoginGate {
  readonly reason: NonNullable<LoggedInBooking['gate']>;
  /** The e-ID provider that is offered first. */
  readonly idp: string;
  readonly goOnWithout: () => void;
  readonly loggedIn: () => void;
}

/** A login in place of form and review, or that the clinic does not know the patient (P-34). */
export function renderLoginGate(
  view: BookingView,
  id: string,
  { reason, idp, goOnWithout, loggedIn }: LoginGate,
): TemplateResult {
  const { account, controller, tags, words } = view;
  if (reason === 'not-on-file') {
    return html`<opus-notice
      id=${id}
      .heading=${words.term('notOnFileHeading')}
      .text=${words.term('notOnFileText')}
      .phone=${phoneOf(view)}
    ></opus-notice>`;
  }
  if (!tags.isReady('opus-login')) return renderComing(view, 'line', 'big');
  return html`<opus-login
    id=${id}
    .reason=${reason}
    .idp=${idp}
    .phone=${phoneOf(view)}
    @opus-login=${loggedIn}
    ><div class="ways">
      <button class="link back" type="button" @click=${() => controller.dispatch({ type: 'back' })}>
        ${words.term('back')}
      </button>
      ${
        account.settings.newBookingRequiresLogin
          ? nothing
          : renderLink(words.term('goOnWithout'), goOnWithout)
      }
    </div></opus-login
  >`;
}
