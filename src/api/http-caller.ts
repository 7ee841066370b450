import ky, { HTTPError, type KyInstance, type Options } from 'ky';
import { addressOf, type Address } from './address.js';
import { BookingError } from './booking-error.js';
import { toBookingError } from './failure.js';
import { learnTime } from './service-clock.js';
import { timeLimit } from './time-limit.js';

/** Where the service is and how it is reached. */
export interface HttpOptions {
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
export interface Schema<T> {
  safeParse(value: unknown): { success: true; data: T } | { success: false; error: unknown };
}

/** Calls one account's service. Only GETs are repeated on their own, and only when nobody has considered them. */
export class HttpCaller {
  readonly address: Address;
  readonly fetch: typeof fetch | undefined;
  readonly #http: KyInstance;
  readonly #timeout: number;

  constructor(options: HttpOptions) {
    this.address = addressOf(options);
    this.#timeout = options.timeout ?? 10_000;
    this.fetch = options.fetch;
    const firstDelay = options.retryDelay ?? 300;
    this.#http = ky.create({
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

  /** The answer, checked against `schema`; with null it is of no matter. Rejects with a `BookingError`, or as the signal says. */
  async call<T>(path: string, schema: Schema<T> | null, options: Options = {}): Promise<T> {
    const limit = timeLimit(this.#timeout, options.signal);
    const { signal } = limit;
    try {
      const response = await this.#http(this.address.prefix + path, { ...options, signal });
      learnTime(response);
      const text = await response.text();
      // A service inside the page may not look at signals.
      options.signal?.throwIfAborted();
      return schema ? checked(schema, parseJson(text)) : (undefined as T);
    } catch (cause) {
      // Given up by the caller: the signal's own reason, never a BookingError.
      options.signal?.throwIfAborted();
      throw await toBookingError(cause, limit.isOver);
    } finally {
      limit.end();
    }
  }
}

/** The header of an open session's bearer, if there is one. */
export function bearer(session: string | undefined): Record<string, string> {
  return session ? { Authorization: `Bearer ${session}` } : {};
}

/** False for answers that the service meant (a problem of the contract), and while there is no connection. */
function isWorthRepeating(error: Error): boolean {
  const type = error instanceof HTTPError ? error.response.headers.get('Content-Type') : '';
  return navigator.onLine && !type?.startsWith('application/problem+json');
}

/** What a schema makes of an answer; throws `invalid-answer` when it is none of it. */
export function checked<T>(schema: Schema<T>, answer: unknown): T {
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
