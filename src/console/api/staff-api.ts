import type * as z from 'zod/mini';
import type { Account, Endpoint } from '../../contract/index.js';
import {
  demoCalls,
  isReadTogether,
  prefix,
  staffEndpoints,
  StaffProblem,
} from '../../contract/index.js';
import { AccountMemory } from './account-memory.js';
import { Gathering } from './gathering.js';
import { StaffError } from './staff-error.js';

/** Those of a demo answer `not-found` elsewhere. */
const calls = { ...staffEndpoints, ...demoCalls };
type Calls = typeof calls;
export type CallName = keyof Calls;

type Parsed<Schema> = Schema extends readonly unknown[]
  ? Parsed<Schema[number]>
  : Schema extends z.ZodMiniType
    ? z.output<Schema>
    : undefined;
/** What a call answers with: of all that it may, the body of a success. */
type AnswerOf<E> = E extends { answers: infer Answers }
  ? { [Status in keyof Answers]: Parsed<Answers[Status]> }[keyof Answers]
  : undefined;
type BodyOf<E> = E extends { body: infer Schema extends z.ZodMiniType } ? z.input<Schema> : unknown;

/** What calls of these methods are answered is stored; of the others only two change settings. */
const changing: ReadonlySet<string> = new Set(['PUT', 'PATCH', 'DELETE']);

/** What a call sends. */
export interface CallOptions<Name extends CallName = CallName> {
  /** What stands in the path, an id or a name. */
  readonly id?: string;
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly body?: BodyOf<Calls[Name]>;
  /** `ETag` of what is changed, so that it is changed only if nobody else has (RFC 9110, 13.1.1). */
  readonly version?: string | undefined;
  /** Stores only what is not there yet (`If-None-Match: *`). */
  readonly isNew?: boolean;
  /** What is sent again under the same key is done once. */
  readonly idempotencyKey?: string;
  /** The secret of a sign-in under way. */
  readonly loginToken?: string;
  /** The page asks by itself, which must not keep a session open that nobody uses. */
  readonly isBackground?: boolean;
  readonly signal?: AbortSignal;
}

/** An answer with the version of what it holds. */
export interface Versioned<T> {
  readonly data: T;
  readonly version: string | undefined;
}

export interface StaffApiOptions {
  readonly account: string;
  /** Root of the API, such as `https://console.example`; else the page's own origin. */
  readonly url?: string | undefined;
  /** Something else than the network, such as a service inside the page. */
  readonly fetch?: typeof fetch | undefined;
}

/** Makes the calls of the staff API for one account. The session is in a cookie that no script reads. */
export class StaffApi {
  readonly account: string;
  /** Root of the API; empty: the page's own origin. */
  readonly url: string;
  readonly fetch: typeof fetch;
  /** Is told of each call that nobody was signed in for: one that the page made by itself, or one that somebody waits for. */
  signedOut: (isBackground: boolean) => void = () => undefined;
  readonly #root: string;
  readonly #isInPage: boolean;
  /** Of a service inside the page, which has no cookies. */
  #bearer: string | undefined;
  readonly #memory = new AccountMemory(() => this.#readAccount());
  /** What is asked for at once is asked for in one call: each costs a way to the service and a look at who asks. */
  readonly #gathering = new Gathering((query, isBackground) =>
    this.#call('readings', { query, isBackground }),
  );

  constructor({ account, url = '', fetch: given }: StaffApiOptions) {
    this.account = account;
    this.url = url;
    this.#root = url.replace(/\/$/, '') + prefix.staff.replace('{account}', account);
    this.#isInPage = given !== undefined;
    this.fetch = given ?? ((...request) => fetch(...request));
  }

  /** Goes with each call from now on, where the service is inside the page; elsewhere the browser has a cookie instead. */
  set bearer(token: string | undefined) {
    if (this.#isInPage) this.#bearer = token;
  }

  /** What a request beside the calls sends to be admitted; in a browser the cookie goes along by itself. */
  get authorization(): Record<string, string> {
    return this.#bearer === undefined ? {} : { Authorization: `Bearer ${this.#bearer}` };
  }

  /** The account's public description; rejects with a `StaffError`. */
  describeAccount(): Promise<Account> {
    return this.#memory.get();
  }

  /** Makes a call; rejects with a `StaffError`, or as the signal says. */
  async call<Name extends CallName>(
    name: Name,
    options: CallOptions<Name> = {},
  ): Promise<Versioned<AnswerOf<Calls[Name]>>> {
    const isPlain = Object.keys(options).every((key) => key === 'isBackground' || key === 'signal');
    if (this.#isInPage || !isReadTogether(name) || !isPlain) return this.#call(name, options);
    const { isBackground = false, signal } = options;
    const others = await this.#gathering.add(name, isBackground);
    signal?.throwIfAborted();
    // Nothing else is asked for at this moment.
    if (!others) return this.#call(name, options);
    return others as Versioned<AnswerOf<Calls[Name]>>;
  }

  async #readAccount(): Promise<Account> {
    const response = await this.fetch(
      `${this.url.replace(/\/$/, '')}/v1/accounts/${this.account}`,
    ).catch(() => undefined);
    if (!response?.ok) throw new StaffError('unreachable');
    return (await response.json()) as Account;
  }

  async #call<Name extends CallName>(
    name: Name,
    options: CallOptions<Name>,
  ): Promise<Versioned<AnswerOf<Calls[Name]>>> {
    const endpoint: Endpoint = calls[name];
    const { signal } = options;
    let response: Response;
    let answer: unknown;
    try {
      response = await this.#send(endpoint, options);
      answer = await readJson(response);
    } catch (cause) {
      signal?.throwIfAborted();
      throw new StaffError(navigator.onLine ? 'unreachable' : 'offline', {
        detail: String(cause),
      });
    }
    signal?.throwIfAborted();
    if (!response.ok) {
      const error = toError(response, answer);
      if (error.code === 'login-required') this.signedOut(options.isBackground ?? false);
      throw error;
    }
    if (changing.has(endpoint.method) || name === 'undo' || name === 'importAccount') {
      this.#memory.forget();
    }
    return {
      data: answer as AnswerOf<Calls[Name]>,
      version: response.headers.get('ETag') ?? undefined,
    };
  }

  #send({ method, path }: Endpoint, options: CallOptions): Promise<Response> {
    const { id = '', query = {}, body, version, isNew, loginToken, isBackground, signal } = options;
    const { idempotencyKey } = options;
    const given = Object.entries(query).filter(
      (pair): pair is [string, string] => pair[1] !== undefined,
    );
    const search = String(new URLSearchParams(given));
    const url =
      this.#root + path.replace(/\{(id|name)\}/, encodeURIComponent(id)) + (search && `?${search}`);
    const headers = new Headers();
    if (body !== undefined) headers.set('Content-Type', 'application/json');
    if (version !== undefined) headers.set('If-Match', version);
    if (isNew) headers.set('If-None-Match', '*');
    if (idempotencyKey !== undefined) headers.set('Idempotency-Key', idempotencyKey);
    if (loginToken !== undefined) headers.set('Login-Token', loginToken);
    if (isBackground) headers.set('Opus-Background', 'true');
    for (const [name, value] of Object.entries(this.authorization)) headers.set(name, value);
    return this.fetch(url, {
      method,
      headers,
      credentials: 'same-origin',
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    });
  }
}

async function readJson(response: Response): Promise<unknown> {
  const text = await response.text();
  return text === '' ? undefined : JSON.parse(text);
}

function toError(response: Response, answer: unknown): StaffError {
  const problem = StaffProblem.safeParse(answer);
  if (!problem.success) return new StaffError('invalid-answer');
  const retryAfter = Number(response.headers.get('Retry-After') ?? NaN);
  return new StaffError(problem.data.code, {
    ...problem.data,
    retryAfter: Number.isFinite(retryAfter) ? retryAfter : undefined,
  });
}
