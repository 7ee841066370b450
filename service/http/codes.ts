import type { Hono } from 'hono';
import { prefix, publicEndpoints } from '../../src/contract/index.js';
import { cancelWaitingCodes } from '../messages/outbox.js';
import type { Booking } from '../store/bookings.js';
import { updateBooking } from '../store/bookings.js';
import { confirm } from '../store/confirm.js';
import { addCodeFailures } from '../store/limits.js';
import { updateReservation } from '../store/reservations.js';
import { isSameSecret } from '../store/secrets.js';
import { toAppointment } from './appointment.js';
import { sendBooked } from './booking-messages.js';
import { refuseWhenDown } from './call.js';
import { codeMinutes, codeTries, maxResends } from './limits.js';
import { refuseAfterFailures } from './login-limits.js';
import { findOwnBooking, isPending, issueCode, secondsToResend, toPending } from './pending.js';
import { ProblemError } from './problem.js';
import { answer, route } from './route.js';
import type { Services } from './services.js';

/** The confirmation code: six digits, few tries, a new one after a wait (P-31). */
export function registerCodes(app: Hono, services: Services): void {
  route(app, services, prefix.public, publicEndpoints.confirmBooking, async (call) => {
    const outcome = await call.transaction(async (work) => {
      refuseWhenDown(work.account);
      const time = await findOwnBooking(call, work);
      const { booking, reservation } = time;
      const { tx, account, now } = work;
      const { rows } = await work.catalogue();
      const given = await services.hmac('code', booking.id, call.body.code);
      const isRight = booking.codeHash !== null && isSameSecret(given, booking.codeHash);

      if (reservation.status === 'booked' || reservation.status === 'cancelled') {
        if (!isRight) return new ProblemError('code-wrong', { triesLeft: 0 });
        return answer(200, {
          status: 'confirmed',
          appointment: toAppointment(time, account, rows),
        });
      }
      if (booking.codeTries >= codeTries)
        throw new ProblemError('too-many-tries', { retryAfter: codeMinutes * 60 });
      const isOver = !isPending(time, now) || booking.codeExpiresAt!.getTime() <= now;
      if (isOver) throw new ProblemError('code-expired');

      const subjects = await subjectsOf(services, booking);
      await refuseAfterFailures(services, work, subjects);
      if (!isRight) {
        const tries = booking.codeTries + 1;
        await updateBooking(tx, booking.id, { codeTries: tries });
        await addCodeFailures(tx, account.id, subjects, now);
        // Nobody can confirm it any more, so the time is free for others.
        if (tries >= codeTries) await updateReservation(tx, reservation.id, { status: 'released' });
        // Returned, not thrown: the try has to count.
        return new ProblemError('code-wrong', { triesLeft: codeTries - tries });
      }
      await cancelWaitingCodes(tx, booking.id);
      const confirmed = await confirm(tx, time, account, 'code', now);
      await sendBooked(work, confirmed);
      const appointment = toAppointment(confirmed, account, rows);
      return answer(200, { status: 'confirmed', appointment });
    });
    if (outcome instanceof Response) await call.deliver();
    return outcome;
  });

  route(app, services, prefix.public, publicEndpoints.resendCode, async (call) => {
    const response = await call.transaction(async (work) => {
      refuseWhenDown(work.account);
      const time = await findOwnBooking(call, work);
      if (!isPending(time, work.now)) throw new ProblemError('code-expired');
      const wait = secondsToResend(time, work.now);
      const { booking } = time;
      if (wait > 0 || booking.codeResends >= maxResends) {
        throw new ProblemError('rate-limited', { retryAfter: wait || codeMinutes * 60 });
      }
      const codeResends = booking.codeResends + 1;
      const counted = {
        ...time,
        booking: await updateBooking(work.tx, booking.id, { codeResends }),
      };
      const issued = await issueCode(call, work, counted);
      const { resendAfter, expiresIn, expiresAt } = await toPending(services, issued, work);
      return answer(202, { resendAfter, expiresIn, expiresAt });
    });
    await call.deliver();
    return response;
  });
}

/** Whom a wrong code counts against: the patient and the mobile, whatever the booking. */
async function subjectsOf(
  { hmac }: Services,
  { nationalId, codeMobile }: Booking,
): Promise<string[]> {
  return [
    ...(nationalId ? [await hmac('patient', nationalId)] : []),
    ...(codeMobile ? [await hmac('mobile', codeMobile)] : []),
  ];
}
