import type { BookingApi, OwnOptions, TimesQuery } from '../../api/booking-api.js';
import type { HoldRequest } from '../../contract/index.js';
import type { SessionController } from './session-controller.js';

/**
 * The booking API of a patient who may be logged in: times, holds and bookings carry the session while there is one (P-34,
 * P-38, P-42). What is about an own appointment or need waits for a login; so does a booking whose session is over.
 */
export function withSession(api: BookingApi, session: SessionController): BookingApi {
  const carry = <T>(
    about: TimesQuery | HoldRequest,
    work: (options: OwnOptions) => Promise<T>,
  ): Promise<T> =>
    about.appointment || about.recall
      ? session.call((token) => work({ session: token }))
      : session.callEither((token) => work({ session: token }));
  return {
    account: (options) => api.account(options),
    extendHold: (...args) => api.extendHold(...args),
    releaseHold: (...args) => api.releaseHold(...args),
    releaseHoldOnLeave: (...args) => api.releaseHoldOnLeave(...args),
    booking: (...args) => api.booking(...args),
    correctContact: (...args) => api.correctContact(...args),
    giveUp: (...args) => api.giveUp(...args),
    confirm: (...args) => api.confirm(...args),
    resendCode: (...args) => api.resendCode(...args),
    slots: (query, options) =>
      carry(query, (bearer) => api.slots(query, { ...options, ...bearer })),
    starts: (query, options) =>
      carry(query, (bearer) => api.starts(query, { ...options, ...bearer })),
    days: (query, options) => carry(query, (bearer) => api.days(query, { ...options, ...bearer })),
    hold: (request, holdToken, options) =>
      carry(request, (bearer) => api.hold(request, holdToken, { ...options, ...bearer })),
    async book(request, secrets, options) {
      const work = (token?: string) => api.book(request, secrets, { ...options, session: token });
      return session.current || session.isOver ? session.call(work) : work();
    },
  };
}
