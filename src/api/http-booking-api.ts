import { Account } from '../contract/account.js';
import {
  ConfirmedBooking,
  ExpiredBooking,
  OpenBooking,
  PendingBooking,
  ReleasedBooking,
  ResendAnswer,
  type BookingAnswer,
  type BookingState,
} from '../contract/booking.js';
import type {
  BookingRequest,
  ContactCorrection,
  FirstTimesQuery,
  HoldRequest,
  SlotsQuery,
} from '../contract/requests.js';
import { DayList, FirstTimes, Hold, SlotList, StartList } from '../contract/slot.js';
import { withAbsoluteImages } from './account-images.js';
import type { AlertsApi } from './alerts-api.js';
import { anyOf } from './any-of.js';
import type {
  BookingApi,
  CallOptions,
  SessionNeed,
  SessionProvider,
  TimesOptions,
  TimesQuery,
} from './booking-api.js';
import { unreachable } from './booking-error.js';
import { withFormerId } from './former-names.js';
import { bearer, checked, HttpCaller, type HttpOptions, type Schema } from './http-caller.js';

const bookingAnswer = anyOf<BookingAnswer>(ConfirmedBooking, PendingBooking);
const bookingState = anyOf<BookingState>(
  ConfirmedBooking,
  OpenBooking,
  ExpiredBooking,
  ReleasedBooking,
);

/** Where the service is and how it is reached. */
export type HttpBookingApiOptions = HttpOptions;

/** The booking API over HTTP. Only GETs are repeated on their own, and only when nobody has considered them. */
export class HttpBookingApi implements BookingApi {
  sessionProvider: SessionProvider | undefined;
  readonly #caller: HttpCaller;

  constructor(options: HttpBookingApiOptions) {
    this.#caller = new HttpCaller(options);
  }

  /** `first` is an attempt that is under way already. */
  async account(options?: CallOptions & { first?: Promise<Response> }): Promise<Account> {
    const account = await this.#caller.call('', Account, options);
    return withAbsoluteImages(account, this.#caller.address.root);
  }

  /** Throws a `BookingError` of kind `invalid-answer` for what is not an account of the contract. */
  check(account: unknown): void {
    checked(Account, account);
  }

  slots(query: TimesQuery, options?: TimesOptions): Promise<SlotList> {
    return this.#times({ ...query, view: 'slots' }, SlotList, options);
  }

  starts(query: TimesQuery, options?: TimesOptions): Promise<StartList> {
    return this.#times({ ...query, view: 'starts' }, StartList, options);
  }

  days(query: TimesQuery, options?: TimesOptions): Promise<DayList> {
    return this.#times({ ...query, view: 'days' }, DayList, options);
  }

  firstTimes(query: FirstTimesQuery, { signal }: CallOptions = {}): Promise<FirstTimes> {
    return this.#caller.call('/first-times', FirstTimes, { signal, searchParams: query });
  }

  hold(request: HoldRequest, holdToken: string, options?: CallOptions): Promise<Hold> {
    return this.#carry(needOf(request), (session) =>
      this.#caller.call('/holds', Hold, {
        ...options,
        method: 'POST',
        json: request,
        headers: { 'Hold-Token': holdToken, ...bearer(session) },
      }),
    );
  }

  extendHold(id: string, holdToken: string, options?: CallOptions): Promise<Hold> {
    return this.#caller.call(`/holds/${encodeURIComponent(id)}`, Hold, {
      ...options,
      method: 'PATCH',
      headers: { 'Hold-Token': holdToken },
    });
  }

  releaseHold(id: string, holdToken: string, options?: CallOptions): Promise<void> {
    return this.#caller.call(`/holds/${encodeURIComponent(id)}`, null, {
      ...options,
      method: 'DELETE',
      headers: { 'Hold-Token': holdToken },
    });
  }

  releaseHoldOnLeave(id: string, holdToken: string): boolean {
    const url = `${this.#caller.address.prefix}/holds/${encodeURIComponent(id)}/release`;
    if (!this.#caller.fetch) return navigator.sendBeacon(url, holdToken);
    this.#caller
      .fetch(url, { method: 'POST', body: holdToken, keepalive: true })
      .catch(() => undefined);
    return true;
  }

  book(
    request: BookingRequest,
    secrets: { holdToken: string; idempotencyKey: string },
    options?: CallOptions,
  ): Promise<BookingAnswer> {
    return this.#carry('kept', (session) =>
      this.#caller.call('/bookings', withFormerId(bookingAnswer), {
        ...options,
        method: 'POST',
        json: request,
        headers: {
          'Hold-Token': secrets.holdToken,
          'Idempotency-Key': secrets.idempotencyKey,
          ...bearer(session),
        },
      }),
    );
  }

  booking(id: string, bookingToken: string, options?: CallOptions): Promise<BookingState> {
    return this.#caller.call(`/bookings/${encodeURIComponent(id)}`, withFormerId(bookingState), {
      ...options,
      headers: { 'Booking-Token': bookingToken },
    });
  }

  correctContact(
    id: string,
    bookingToken: string,
    contact: ContactCorrection,
    options?: CallOptions,
  ): Promise<PendingBooking> {
    const path = `/bookings/${encodeURIComponent(id)}/contact`;
    return this.#caller.call(path, withFormerId(PendingBooking), {
      ...options,
      method: 'PATCH',
      json: contact,
      headers: { 'Booking-Token': bookingToken },
    });
  }

  giveUp(id: string, bookingToken: string, options?: CallOptions): Promise<void> {
    return this.#caller.call(`/bookings/${encodeURIComponent(id)}`, null, {
      ...options,
      method: 'DELETE',
      headers: { 'Booking-Token': bookingToken },
    });
  }

  confirm(
    id: string,
    bookingToken: string,
    code: string,
    options?: CallOptions,
  ): Promise<ConfirmedBooking> {
    const path = `/bookings/${encodeURIComponent(id)}/code`;
    return this.#caller.call(path, ConfirmedBooking, {
      ...options,
      method: 'POST',
      json: { code },
      headers: { 'Booking-Token': bookingToken },
    });
  }

  resendCode(id: string, bookingToken: string, options?: CallOptions): Promise<ResendAnswer> {
    const path = `/bookings/${encodeURIComponent(id)}/code/resend`;
    return this.#caller.call(path, ResendAnswer, {
      ...options,
      method: 'POST',
      headers: { 'Booking-Token': bookingToken },
    });
  }

  #times<T>(query: SlotsQuery, schema: Schema<T>, options: TimesOptions = {}): Promise<T> {
    const { holdToken, signal } = options;
    return this.#carry(needOf(query), (session) =>
      this.#caller.call('/slots', schema, {
        signal,
        searchParams: query,
        // As a preload of the page asks, so that the browser takes its answer. To another origin this sends no cookies.
        credentials: 'same-origin',
        // Without a header of ours a GET needs no preflight.
        headers: { ...(holdToken ? { 'Hold-Token': holdToken } : {}), ...bearer(session) },
      }),
    );
  }

  async alerts(): Promise<AlertsApi> {
    const { HttpAlertsApi } = await import('./http-alerts-api.js').catch((cause: unknown) => {
      throw unreachable(cause);
    });
    return new HttpAlertsApi(this.#caller, () => this.sessionProvider);
  }

  #carry<T>(need: SessionNeed, call: (bearer?: string) => Promise<T>): Promise<T> {
    return this.sessionProvider ? this.sessionProvider.carry(need, call) : call();
  }
}

/** What is about a patient's own appointment or recall needs their session. */
function needOf({ appointment, recall }: SlotsQuery | HoldRequest): SessionNeed {
  return appointment || recall ? 'required' : 'optional';
}
