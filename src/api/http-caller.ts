import { addressOf, type Address } from './address.js';
import type { CallOptions } from './booking-api.js';
import { BookingError } from './booking-error.js';
import { toBookingError, toProblemError } from './failure.js';
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

/** What a call sends: a GET unless told. */
export interface CallRequest extends CallOptions {
  readonly method?: 'POST' | 'PATCH' | 'DELETE';
  readonly json?: unknown;
  readonly searchParams?: object;
  readonly headers?: Readonly<Record<string, string>>;
  /** Cookies are left out unless told. */
  readonly credentials?: RequestCredentials;
  readonly keepalive?: boolean;
  /** An attempt that is under way already. */
  readonly first?: Promise<Response> | undefined;
}

/** Calls one account's service. Only GETs are repeated on their own, and only when nobody has considered them. */
export class HttpCaller {
  readonly address: Address;
  readonly fetch: typeof fetch | undefined;
  readonly #timeout: number;
  readonly #retryDelay: number;

  constructor(options: HttpOptions) {
    this.address = addressOf(options);
    this.fetch = options.fetch;
    this.#timeout = options.timeout ?? 10_000;
    this.#retryDelay = options.retryDelay ?? 300;
  }

  /** The answer, checked against `schema`; with null it is of no matter. Rejects with a `BookingError`, or as the signal says. */
  async call<T>(path: string, schema: Schema<T> | null, request: CallRequest = {}): Promise<T> {
    // One signal bounds the whole call, repeats and the body included.
    const limit = timeLimit(this.#timeout, request.signal);
    try {
      const response = await this.#send(path, request, limit.signal);
      const answer = parseJson(await response.text());
      // A service inside the page may not look at signals.
      request.signal?.throwIfAborted();
      if (!response.ok) throw toProblemError(response, answer);
      learnTime(response);
      return schema ? checked(schema, answer) : (undefined as T);
    } catch (cause) {
      // Given up by the caller: the signal's own reason, never a BookingError.
      request.signal?.throwIfAborted();
      throw toBookingError(cause, limit.isOver);
    } finally {
      limit.end();
    }
  }

  async #send(
    path: string,
    { json, searchParams = {}, first, ...request }: CallRequest,
    signal: AbortSignal,
  ): Promise<Response> {
    const given = Object.entries(searchParams).filter(([, value]) => value !== undefined);
    const query = String(new URLSearchParams(given as [string, string][]));
    const url = this.address.prefix + path + (query && `?${query}`);
    const init: RequestInit = { credentials: 'omit', ...request, signal };
    if (json !== undefined) {
      init.headers = { 'Content-Type': 'application/json', ...request.headers };
      init.body = JSON.stringify(json);
    }
    const send = this.fetch ?? fetch;
    const attempt = first ?? send(url, init);
    const isWorthRepeating =
      !request.method &&
      (await attempt.then(isUnconsidered, () => navigator.onLine && !signal.aborted));
    // What repeats comes with the first need: without a way to it, there is none to the service either.
    const repeats = isWorthRepeating && (await import('./repeats.js').catch(() => undefined));
    return repeats
      ? repeats.withRepeats(url, init, { first: attempt, fetch: send, delay: this.#retryDelay })
      : attempt;
  }
}

/** The header of an open session's bearer, if there is one. */
export function bearer(session: string | undefined): Record<string, string> {
  return session ? { Authorization: `Bearer ${session}` } : {};
}

/** True for what a proxy on the way answers; not for what the service meant (a problem of the contract). */
export function isUnconsidered({ status, headers }: Response): boolean {
  const type = headers.get('Content-Type');
  return [502, 503, 504].includes(status) && !type?.startsWith('application/problem+json');
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
