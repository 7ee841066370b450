import type {
  Account,
  BookingAnswer,
  BookingRequest,
  BookingState,
  ConfirmedBooking,
  ContactCorrection,
  DayList,
  Hold,
  HoldRequest,
  PendingBooking,
  ResendAnswer,
  SlotList,
  SlotsQuery,
  StartList,
} from '../contract/index.js';

/** What every call takes: a signal to give up with. */
export interface CallOptions {
  readonly signal?: AbortSignal;
}

/** Of a call that a patient may also make logged in: `session` is the bearer of the open session. */
export interface OwnOptions extends CallOptions {
  readonly session?: string | undefined;
}

/** Of a query of free times: the token of the own hold, whose time counts as free. */
export interface TimesOptions extends OwnOptions {
  readonly holdToken?: string | undefined;
}

/** A query of free times without its view. */
export type TimesQuery = Omit<SlotsQuery, 'view'>;

/**
 * The booking API as the widget uses it. Every method rejects with a `BookingError`, or with the signal's
 * `AbortError` when given up. Tokens are secrets: they are kept in memory and travel in headers only (N-02).
 */
export interface BookingApi {
  account(options?: CallOptions): Promise<Account>;
  slots(query: TimesQuery, options?: TimesOptions): Promise<SlotList>;
  starts(query: TimesQuery, options?: TimesOptions): Promise<StartList>;
  days(query: TimesQuery, options?: TimesOptions): Promise<DayList>;
  /** `holdToken` is the caller's own (32 random bytes, base64url): the same request repeats, another swaps. */
  hold(request: HoldRequest, holdToken: string, options?: OwnOptions): Promise<Hold>;
  extendHold(id: string, holdToken: string, options?: CallOptions): Promise<Hold>;
  releaseHold(id: string, holdToken: string, options?: CallOptions): Promise<void>;
  /** For a page that is closing: by `sendBeacon`; false when the browser refused to queue it. */
  releaseHoldOnLeave(id: string, holdToken: string): boolean;
  book(
    request: BookingRequest,
    secrets: { holdToken: string; idempotencyKey: string },
    options?: OwnOptions,
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
}
