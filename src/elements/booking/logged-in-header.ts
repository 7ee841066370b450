import { html, nothing, type TemplateResult } from 'lit';
import { canLogIn } from '../../domain/can-log-in.js';
import type { View } from '../../state/session/logged-in-booking.js';
import type { SessionController } from '../../state/session/session-controller.js';
import type { BookingView } from './view.js';

/** What the header says, and whom it tells. */
export interface OwnHeader {
  readonly session: SessionController;
  readonly shown: View;
  readonly show: (view: View) => void;
  readonly book: () => void;
  readonly logOut: () => void;
}

/** Who is logged in, and the ways in and out (P-33). */
export function renderHeader({ account, words }: BookingView, header: OwnHeader): unknown {
  if (!canLogIn(account)) return nothing;
  const { session, shown, show } = header;
  const { current } = session;
  if (!current) {
    return html`<div class="who">
      ${
        shown === 'booking'
          ? renderWay(words.term('logIn'), () => show('login'))
          : renderWay(words.term('bookAppointment'), header.book)
      }
    </div>`;
  }
  const { firstName, lastName, nationalIdMasked } = current.patient;
  return html`<div class="who" role="group" aria-label=${words.term('whoIsLoggedIn')}>
    <span>${`${firstName} ${lastName} (${nationalIdMasked})`}</span>
    ${
      shown === 'appointments'
        ? renderWay(words.term('bookAppointment'), header.book)
        : account.settings.viewAppointments
          ? renderWay(words.term('myAppointments'), () => show('appointments'))
          : nothing
    }
    ${renderWay(words.term('logOut'), header.logOut)}
  </div>`;
}

/** A way to something else. */
export function renderWay(text: string, act: () => void): TemplateResult {
  return html`<button class="link" type="button" @click=${act}>${text}</button>`;
}
