import type { Hono } from 'hono';
import { prefix, publicEndpoints } from '../../src/contract/index.js';
import { bookOnce } from '../booking/book.js';
import { bookingState } from '../booking/booking-state.js';
import { confirmBooking, resendCode } from '../booking/confirm-booking.js';
import { correctContact, giveUpBooking } from '../booking/pending-changes.js';
import { typedCode } from '../codes/typed-code.js';
import type { Services } from '../context/services.js';
import { answer } from './routing/answer.js';
import { route } from './routing/route.js';

/** Bookings, and the codes that confirm them (P-28, P-30, P-31). */
export function registerBookings(app: Hono, services: Services): void {
  route(app, services, prefix.public, publicEndpoints.book, async ({ caller, body }) => {
    const booking = await bookOnce(caller, body);
    return answer(booking.status === 'confirmed' ? 201 : 202, booking);
  });

  route(app, services, prefix.public, publicEndpoints.booking, async ({ caller, id }) =>
    answer(200, await bookingState(caller, id)),
  );

  route(app, services, prefix.public, publicEndpoints.correctContact, async (call) =>
    answer(202, await correctContact(call.caller, call.id, call.body)),
  );

  route(app, services, prefix.public, publicEndpoints.giveUpBooking, async ({ caller, id }) => {
    await giveUpBooking(caller, id);
    return answer(204, null);
  });

  route(app, services, prefix.public, publicEndpoints.confirmBooking, async (call) =>
    answer(200, await confirmBooking(call.caller, call.id, typedCode(call.body))),
  );

  route(app, services, prefix.public, publicEndpoints.resendCode, async ({ caller, id }) =>
    answer(202, await resendCode(caller, id)),
  );
}
