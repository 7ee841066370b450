import { html, nothing } from 'lit';
import { canLogIn } from '../../domain/can-log-in.js';
import type { View } from '../../state/session/logged-in-booking.js';
import type { SessionController } from '../../state/session/session-controller.js';
import { renderLink } from '../buttons.js';
import type { BookingView } from './booking-view.js';

/** What the header shows, and the actions of its buttons. */
export interface SessionHeader {
  readonly session: SessionController;
  readonly shown: View;
  readonly show: (view: View) => void;
  readonly book: () => void;
  readonly logOut: () => void;
}

/** Who is logged in, with the buttons to log in or out and to change the view (P-33). */
export function renderSessionHeader(
  { account, words }: BookingView,
  header: SessionHeader,
): unknown {
  if (!canLogIn(account)) return nothing;
  const { session, shown, show } = header;
  const { current } = session;
  if (!current) {
    return html`<div class="who">
      ${
        shown === 'booking'
          ? renderLink(words.term('logIn'), () => show('login'))
          : renderLink(words.term('bookAppointment'), header.book)
      }
    </div>`;
  }
  const { firstName, lastName, nationalIdMasked } = current.patient;
  return html`<div class="who" role="group" aria-label=${words.term('whoIsLoggedIn')}>
    <span>${`${firstName} ${lastName} (${nationalIdMasked})`}</span>
    ${
      shown === 'appointments'
        ? renderLink(words.term('bookAppointment'), header.book)
        : account.settings.viewAppointments
          ? renderLink(words.term('myAppointments'), () => show('appointments'))
          : nothing
    }
    ${renderLink(words.term('logOut'), header.logOut)}
  </div>`;
}
