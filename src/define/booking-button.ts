import { BookingButton } from '../elements/booking-button/booking-button.js';
import { listenForOpeners } from '../elements/booking-button/openers.js';
import { source } from '../elements/booking-button/opening.js';

source.loadFlow = () => import('./booking.js');

// Needs no styles that are made to fit (`define`): it is small, and there at once.
if (!customElements.get('opus-booking-button')) {
  customElements.define('opus-booking-button', BookingButton);
}
listenForOpeners();
