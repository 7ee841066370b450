import type {
  Account,
  BookingAnswer,
  BookingRequest,
  BookingState,
  ConfirmedBooking,
  ContactCorrection,
  DayList,
  FirstTimes,
  FirstTimesQuery,
  Hold,
  HoldRequest,
  KnownPatient,
  PendingBooking,
  ResendAnswer,
  SlotList,
  SlotsQuery,
  StartList,
} from '../contract/index.js';

import type { AlertsApi } from './alerts-api.js';

/** What every call takes: a signal to give up with. */
export interface CallOptions {
  readonly signal?: AbortSignal;
}

/**
 * When a call carries the session: `required`, or it waits for a login; `optional`, where there is one; `kept`, as long as
 * nobody logs out: it waits for a login where the session is over.
 */
export type SessionNeed = 'required' | 'optional' | 'kept';

/** The session of a patient who may be logged in: supplies the bearer of calls, and repeats them after a login. */
export interface SessionProvider {
  /** Who is logged in. */
  readonly current?: { readonly patient: KnownPatient } | undefined;
  /** Makes a call with the bearer that it needs. Rejects as the call, or with `login-required`. */
  carry<T>(need: SessionNeed, call: (bearer: string | undefined) => Promise<T>): Promise<T>;
}

/** Of a query of free times: the token of the own hold, whose time counts as free. */
export interface TimesOptions extends CallOptions {
  readonly holdToken?: string | undefined;
}

/** A query of free times without its view. */
export type TimesQuery = Omit<SlotsQuery, 'view'>;

/**
 * The booking API as the widget uses it. Every method rejects with a `BookingError`, or with the signal's
 * `AbortError` when given up. Tokens are secrets: they are kept in memory and travel in headers only (N-02).
 */
export interface BookingApi {
  /** Set once somebody may log in: from then on the calls for times, holds and bookings carry it (P-34, P-38, P-42). */
  sessionProvider?: SessionProvider | undefined;
  account(options?: CallOptions): Promise<Account>;
  slots(query: TimesQuery, options?: TimesOptions): Promise<SlotList>;
  starts(query: TimesQuery, options?: TimesOptions): Promise<StartList>;
  days(query: TimesQuery, options?: TimesOptions): Promise<DayList>;
  /** The first free time of each clinic, treatment and clinician, whoever asks (P-47). */
  firstTimes(query: FirstTimesQuery, options?: CallOptions): Promise<FirstTimes>;
  /** `holdToken` is the caller's own (32 random bytes, base64url): the same request repeats, another swaps. */
  hold(request: HoldRequest, holdToken: string, options?: CallOptions): Promise<Hold>;
  extendHold(id: string, holdToken: string, options?: CallOptions): Promise<Hold>;
  releaseHold(id: string, holdToken: string, options?: CallOptions): Promise<void>;
  /** For a page that is closing: by `sendBeacon`; false when the browser refused to queue it. */
  releaseHoldOnLeave(id: string, holdToken: string): boolean;
  book(
    request: BookingRequest,
    secrets: { holdToken: string; idempotencyKey: string },
    options?: CallOptions,
  ): Promise<BookingAnswer>;
  booking(id: string, bookingToken: string, options?: CallOptions): Promise<BookingState>;
  correctContact(
    id: string,
    bookingToken: string,
    contact: ContactCorrection,
    options?: CallOptions,
  ): Promise<PendingBooking>;
  giveUp(id: string, bookingToken: string, options?: CallOptions): Promise<void>;
  confirm(
    id: string,
    bookingToken: string,
    code: string,
    options?: CallOptions,
  ): Promise<ConfirmedBooking>;
  resendCode(id: string, bookingToken: string, options?: CallOptions): Promise<ResendAnswer>;
  /** Alerts of earlier times (P-48), whose code is loaded when they are asked for; a client without them offers none. */
  alerts?(): Promise<AlertsApi>;
}
