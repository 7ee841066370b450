import type { Hono } from 'hono';
import type { BookingRequest, BookingState } from '../../src/contract/index.js';
import { prefix, publicEndpoints } from '../../src/contract/index.js';
import { formatInstant } from '../../src/domain/clock-time.js';
import { cancelWaitingCodes } from '../messages/outbox.js';
import type { BookedTime } from '../store/bookings.js';
import { findUnconfirmed, insertBooking, updateBooking } from '../store/bookings.js';
import { confirm } from '../store/confirm.js';
import { findPatient } from '../store/patients.js';
import { lockName, updateReservation } from '../store/reservations.js';
import { toAppointment } from './appointment.js';
import { sendBooked } from './booking-messages.js';
import { checkPatientOf, findBooker } from './booker.js';
import type { Call, Work } from './call.js';
import { refuseWhenDown } from './call.js';
import { findOwnHold } from './holds.js';
import { once, requireKey } from './idempotency.js';
import { codeTries, maxResends } from './limits.js';
import { bookNeed, lockNeedOfHold } from './own-needs.js';
import type { CheckedPatient } from './patient-check.js';
import { checkContact, checkPatient } from './patient-check.js';
import {
  findOwnBooking,
  idsOf,
  isPending,
  issueCode,
  secondsToResend,
  toPending,
  toSentTo,
} from './pending.js';
import { ProblemError } from './problem.js';
import { answer, route } from './route.js';
import type { Services } from './services.js';

type BookCall = Call<BookingRequest, undefined>;

/** Booking a held time, and what can be done with a booking before it is confirmed (P-28, P-30, P-31). */
export function registerBookings(app: Hono, services: Services): void {
  route(app, services, prefix.public, publicEndpoints.book, async (call) => {
    const key = requireKey(call);
    const response = await call.transaction((work) => bookOnce(call, work, key));
    await call.deliver();
    return response;
  });

  route(app, services, prefix.public, publicEndpoints.booking, (call) =>
    call.transaction(async (work) =>
      answer(200, await toState(await findOwnBooking(call, work), work)),
    ),
  );

  route(app, services, prefix.public, publicEndpoints.correctContact, async (call) => {
    const response = await call.transaction(async (work) => {
      refuseWhenDown(work.account);
      const time = await findOwnBooking(call, work);
      const contact = checkContact(call.body, work);
      if (!isPending(time, work.now)) throw new ProblemError('code-expired');
      const { booking } = time;
      // Nothing to correct, or a repeated call: another code would only come past the wait for one.
      const isChanged = (['mobile', 'email'] as const).some(
        (field) => contact[field] !== undefined && contact[field] !== booking[field],
      );
      if (!isChanged) return answer(202, await toPending(services, time, work));
      if (booking.codeResends >= maxResends) {
        throw new ProblemError('rate-limited', { retryAfter: secondsLeft(time, work.now) });
      }
      const change = { ...contact, codeResends: booking.codeResends + 1 };
      const corrected = { ...time, booking: await updateBooking(work.tx, booking.id, change) };
      await checkUnconfirmed(call, work, corrected.booking);
      return answer(202, await toPending(services, await issueCode(call, work, corrected), work));
    });
    await call.deliver();
    return response;
  });

  route(app, services, prefix.public, publicEndpoints.giveUpBooking, (call) =>
    call.transaction(async (work) => {
      const { booking, reservation } = await findOwnBooking(call, work);
      // A confirmed one is an appointment: that is cancelled, which needs a login (P-44).
      if (reservation.status === 'booked' || reservation.status === 'cancelled') {
        throw new ProblemError('not-found');
      }
      if (reservation.status === 'pending') {
        await updateReservation(work.tx, reservation.id, { status: 'released' });
        await cancelWaitingCodes(work.tx, booking.id);
      }
      return answer(204, null);
    }),
  );
}

function secondsLeft({ reservation }: BookedTime, now: number): number {
  return ((reservation.expiresAt?.getTime() ?? now) - now) / 1000;
}

/** Books, or answers again what this key was answered before: all of it in one transaction, or nothing. */
async function bookOnce(call: BookCall, work: Work, key: string): Promise<Response> {
  const { account } = work;
  const holdToken = call.header('Hold-Token') ?? '';
  return once(
    call,
    work,
    key,
    { name: 'book', secret: holdToken },
    {
      async first() {
        refuseWhenDown(account);
        return book(call, work, holdToken);
      },
      toAnswer: (time) => answerBooking(call.services, time, work),
    },
  );
}

async function answerBooking(services: Services, time: BookedTime, work: Work): Promise<Response> {
  const { status } = time.reservation;
  if (status === 'booked' || status === 'cancelled') {
    const { rows } = await work.catalogue();
    const appointment = toAppointment(time, work.account, rows);
    return answer(201, { status: 'confirmed', appointment });
  }
  if (!isPending(time, work.now)) throw new ProblemError('hold-expired');
  return answer(202, await toPending(services, time, work));
}

async function book(call: BookCall, work: Work, holdToken: string): Promise<BookedTime> {
  const { body } = call;
  const { tx, account, now } = work;
  const booker = await findBooker(call, work);
  const hold = await findOwnHold(work, body.hold, holdToken);
  if (hold.status !== 'held' || hold.expiresAt!.getTime() <= now) {
    throw new ProblemError('hold-expired');
  }
  // What is held to move an appointment to makes no second one (N-01).
  if (hold.partyId !== hold.id) throw new ProblemError('not-found');
  const need = await lockNeedOfHold(call, work, hold);
  const patient = booker ? await checkPatientOf(booker, body, work) : checkPatient(body, work);
  if (!booker?.patient) await checkNewPatient(work, patient, hold.clinicianId);
  if (!booker) await checkUnconfirmed(call, work, patient);
  const booking = await insertBooking(tx, {
    accountId: account.id,
    id: crypto.randomUUID(),
    reservationId: hold.id,
    ...patient,
    consentVersion: body.consent.version,
    consentAt: new Date(now),
    lang: body.lang,
    registeredBy: 'ITB',
    registeredAt: new Date(now),
    // What a session of this mobile books is confirmed through it, and seen by the next one too (P-39).
    codeMobile: booker?.session.onlyMobile ?? null,
  });
  const time = { booking, reservation: hold };
  // Whoever is logged in has shown who they are.
  const isCodeAsked = account.settings.confirmation === 'code' && !booker;
  if (isCodeAsked) return issueCode(call, work, time);
  const by = booker ? 'session' : 'none';
  const confirmed = await confirm(tx, time, account, by, now, booker);
  if (need) await bookNeed(work, need, confirmed);
  await sendBooked(work, confirmed);
  return confirmed;
}

/** Who is not on file needs the account's leave, and a clinician who takes new patients (P-42); throws `not-allowed`. */
async function checkNewPatient(
  { tx, account, catalogue }: Work,
  { nationalId }: CheckedPatient,
  clinicianId: string,
): Promise<void> {
  if (await findPatient(tx, nationalId)) return;
  const { rows } = await catalogue();
  const clinician = rows.clinicians.find(({ id }) => id === clinicianId);
  if (!account.settings.selfCreation || !clinician?.acceptsNewPatients) {
    throw new ProblemError('not-allowed', { reason: 'setting' });
  }
}

/** Throws `rate-limited` when an ID or a mobile has too many future bookings that nobody has confirmed. */
async function checkUnconfirmed(
  { services, isExempt }: Call<unknown, unknown>,
  { tx, now }: Work,
  who: { id?: string; nationalId?: string | null; mobile?: string | null | undefined },
): Promise<void> {
  const { nationalId, mobile = null } = who;
  if (isExempt || !nationalId) return;
  // Two bookings of one patient at the same moment count each other; always the ID first, so that nobody waits in a ring.
  await lockName(tx, 'unconfirmed id', nationalId);
  if (mobile !== null) await lockName(tx, 'unconfirmed mobile', mobile);
  const found = (await findUnconfirmed(tx, nationalId, mobile, new Date(now))).filter(
    ({ id }) => id !== who.id,
  );
  const most = services.limits.unconfirmedPerPatient;
  const isTooMany =
    found.filter(({ isSamePatient }) => isSamePatient).length >= most ||
    found.filter(({ isSameMobile }) => isSameMobile).length >= most;
  if (isTooMany) throw new ProblemError('rate-limited', { retryAfter: 600 });
}

async function toState(time: BookedTime, work: Work): Promise<BookingState> {
  const { booking, reservation } = time;
  const { account, now } = work;
  switch (reservation.status) {
    case 'booked':
    case 'cancelled': {
      const { rows } = await work.catalogue();
      return { status: 'confirmed', appointment: toAppointment(time, account, rows) };
    }
    case 'released':
      return { status: 'released', ...idsOf(time) };
    case 'held':
    case 'expired':
      return { status: 'expired', ...idsOf(time) };
    case 'pending': {
      if (!isPending(time, now)) return { status: 'expired', ...idsOf(time) };
      const expiresAt = reservation.expiresAt!.getTime();
      return {
        status: 'code-required',
        ...idsOf(time),
        sentTo: toSentTo(time),
        resendAfter: secondsToResend(time, now),
        expiresIn: Math.max(0, Math.floor((expiresAt - now) / 1000)),
        expiresAt: formatInstant(expiresAt, account.timeZone),
        triesLeft: Math.max(0, codeTries - booking.codeTries),
      };
    }
  }
}
