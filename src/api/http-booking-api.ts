import ky, { HTTPError, type KyInstance, type Options } from 'ky';
import { Account } from '../contract/account.js';
import {
  BookingAnswer,
  BookingState,
  ConfirmedBooking,
  PendingBooking,
  ResendAnswer,
} from '../contract/booking.js';
import type {
  BookingRequest,
  ContactCorrection,
  HoldRequest,
  SlotsQuery,
} from '../contract/requests.js';
import { DayList, Hold, SlotList, StartList } from '../contract/slot.js';
import { withAbsoluteImages } from './account-images.js';
import { addressOf, type Address } from './address.js';
import type { BookingApi, CallOptions, TimesQuery } from './booking-api.js';
import { BookingError } from './booking-error.js';
import { toBookingError } from './failure.js';

/** Where the service is and how it is reached. */
export interface HttpBookingApiOptions {
  readonly account: string;
  /** Root of the API, such as `https://booking.example`; else the page's own origin. */
  readonly url?: string;
  /** Something else than the network, such as a service inside the page. */
  readonly fetch?: typeof fetch;
  /** Milliseconds for a whole call, repeats included; 10,000 unless told. */
  readonly timeout?: number;
  /** Milliseconds before the first repeat of a GET, doubled for the second; 300 unless told. */
  readonly retryDelay?: number;
}

/** What the check of an answer needs of a schema of the contract. */
interface Schema<T> {
  safeParse(value: unknown): { success: true; data: T } | { success: false; error: unknown };
}

type TimesOptions = CallOptions & { holdToken?: string | undefined };

/** The booking API over HTTP. Only GETs are repeated on their own, and only when nobody has considered them. */
export class HttpBookingApi implements BookingApi {
  private readonly address: Address;
  private readonly http: KyInstance;
  private readonly timeout: number;
  private readonly fetch: typeof fetch | undefined;

  constructor(options: HttpBookingApiOptions) {
    this.address = addressOf(options);
    this.timeout = options.timeout ?? 10_000;
    this.fetch = options.fetch;
    const firstDelay = options.retryDelay ?? 300;
    this.http = ky.create({
      ...(options.fetch ? { fetch: options.fetch } : {}),
      credentials: 'omit',
      // One signal bounds the whole call, the body included: ky's own limit ends with the headers.
      timeout: false,
      retry: {
        limit: 2,
        methods: ['get'],
        statusCodes: [502, 503, 504],
        afterStatusCodes: [],
        delay: (attempt) => firstDelay * 2 ** (attempt - 1),
        shouldRetry: ({ error }) => (isWorthRepeating(error) ? undefined : false),
      },
    });
  }

  /** `first` is an attempt that is under way already. */
  async account(options: CallOptions & { first?: Promise<Response> } = {}): Promise<Account> {
    let { first } = options;
    const account = await this.call('', Account, {
      signal: options.signal,
      fetch: (input, init) => {
        const attempt = first ?? (this.fetch ?? fetch)(input, init);
        first = undefined;
        return attempt;
      },
    });
    return withAbsoluteImages(account, this.address.root);
  }

  /** Throws a `BookingError` of kind `invalid-answer` for what is not an account of the contract. */
  check(account: unknown): void {
    checked(Account, account);
  }

  slots(query: TimesQuery, options?: TimesOptions): Promise<SlotList> {
    return this.times({ ...query, view: 'slots' }, SlotList, options);
  }

  starts(query: TimesQuery, options?: TimesOptions): Promise<StartList> {
    return this.times({ ...query, view: 'starts' }, StartList, options);
  }

  days(query: TimesQuery, options?: TimesOptions): Promise<DayList> {
    return this.times({ ...query, view: 'days' }, DayList, options);
  }

  hold(request: HoldRequest, holdToken: string, options?: CallOptions): Promise<Hold> {
    return this.call('/holds', Hold, {
      ...options,
      method: 'post',
      json: request,
      headers: { 'Hold-Token': holdToken },
    });
  }

  extendHold(id: string, holdToken: string, options?: CallOptions): Promise<Hold> {
    return this.call(`/holds/${encodeURIComponent(id)}`, Hold, {
      ...options,
      method: 'patch',
      headers: { 'Hold-Token': holdToken },
    });
  }

  releaseHold(id: string, holdToken: string, options?: CallOptions): Promise<void> {
    return this.call(`/holds/${encodeURIComponent(id)}`, null, {
      ...options,
      method: 'delete',
      headers: { 'Hold-Token': holdToken },
    });
  }

  releaseHoldOnLeave(id: string, holdToken: string): boolean {
    const url = `${this.address.prefix}/holds/${encodeURIComponent(id)}/release`;
    if (!this.fetch) return navigator.sendBeacon(url, holdToken);
    this.fetch(url, { method: 'POST', body: holdToken, keepalive: true }).catch(() => undefined);
    return true;
  }

  book(
    request: BookingRequest,
    secrets: { holdToken: string; idempotencyKey: string },
    options?: CallOptions,
  ): Promise<BookingAnswer> {
    return this.call('/bookings', BookingAnswer, {
      ...options,
      method: 'post',
      json: request,
      headers: { 'Hold-Token': secrets.holdToken, 'Idempotency-Key': secrets.idempotencyKey },
    });
  }

  booking(id: string, bookingToken: string, options?: CallOptions): Promise<BookingState> {
    return this.call(`/bookings/${encodeURIComponent(id)}`, BookingState, {
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
    return this.call(path, PendingBooking, {
      ...options,
      method: 'patch',
      json: contact,
      headers: { 'Booking-Token': bookingToken },
    });
  }

  giveUp(id: string, bookingToken: string, options?: CallOptions): Promise<void> {
    return this.call(`/bookings/${encodeURIComponent(id)}`, null, {
      ...options,
      method: 'delete',
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
    return this.call(path, ConfirmedBooking, {
      ...options,
      method: 'post',
      json: { code },
      headers: { 'Booking-Token': bookingToken },
    });
  }

  resendCode(id: string, bookingToken: string, options?: CallOptions): Promise<ResendAnswer> {
    const path = `/bookings/${encodeURIComponent(id)}/code/resend`;
    return this.call(path, ResendAnswer, {
      ...options,
      method: 'post',
      headers: { 'Booking-Token': bookingToken },
    });
  }

  private times<T>(query: SlotsQuery, schema: Schema<T>, options: TimesOptions = {}): Promise<T> {
    const { holdToken, signal } = options;
    return this.call('/slots', schema, {
      signal,
      searchParams: query,
      // Without the header a GET needs no preflight.
      ...(holdToken ? { headers: { 'Hold-Token': holdToken } } : {}),
    });
  }

  private async call<T>(path: string, schema: Schema<T> | null, options: Options = {}): Promise<T> {
    const timeUp = AbortSignal.timeout(this.timeout);
    const signal = options.signal ? AbortSignal.any([options.signal, timeUp]) : timeUp;
    try {
      const response = await this.http(this.address.prefix + path, { ...options, signal });
      const text = await response.text();
      // A service inside the page may not look at signals.
      options.signal?.throwIfAborted();
      return schema ? checked(schema, parseJson(text)) : (undefined as T);
    } catch (cause) {
      // Given up by the caller: the signal's own reason, never a BookingError.
      options.signal?.throwIfAborted();
      throw await toBookingError(cause, timeUp.aborted);
    }
  }
}

/** False for answers that the service meant (a problem of the contract), and while there is no connection. */
function isWorthRepeating(error: Error): boolean {
  const type = error instanceof HTTPError ? error.response.headers.get('Content-Type') : '';
  return navigator.onLine && !type?.startsWith('application/problem+json');
}

/** What a schema makes of an answer; throws `invalid-answer` when it is none of it. */
function checked<T>(schema: Schema<T>, answer: unknown): T {
  const result = schema.safeParse(answer);
  if (result.success) return result.data;
  throw new BookingError('invalid-answer', { cause: result.error });
}

/** The value of a JSON text; undefined when it is none, which no schema takes. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
