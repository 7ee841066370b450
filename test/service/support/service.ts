import { createApp } from '../../../service/http/create-app.js';
import type { AppOptions } from '../../../service/http/create-app.js';
import type { OutgoingMessage } from '../../../service/messages/transport.js';
import { randomToken } from '../../../service/store/secrets.js';
import type {
  BookingRequest,
  Hold,
  HoldRequest,
  PendingBooking,
  Problem,
} from '../../../src/contract/index.js';
import type { TestDatabase } from './test-database.js';

export const serverKey = 'a key for tests that is long enough';

/** What an HTTP answer was. */
export interface Answer<Body = unknown> {
  status: number;
  headers: Headers;
  body: Body;
}

/** Everything that `POST /bookings` may answer. */
export type BookAnswer = Omit<PendingBooking, 'status'> &
  Omit<Problem, 'status'> & { status: string; appointment: { id: string } };

/** A request that a test makes. */
export interface TestRequest {
  method?: string;
  json?: unknown;
  text?: string;
  headers?: Record<string, string>;
  /** The caller's network address. */
  from?: string;
  /** Aborted when the caller has left. */
  signal?: AbortSignal;
}

/** A service over a test's database, with a clock that the test sets. */
export interface TestService {
  /** Epoch milliseconds. */
  now: number;
  /** What went out, oldest first. */
  sent: OutgoingMessage[];
  /** Failures that nobody expected. */
  errors: unknown[];
  /** What goes on after the last answer. */
  background: Promise<unknown>;
  /** Makes the next sendings fail. */
  gatewayIsDown: boolean;
  request: <Body = unknown>(path: string, request?: TestRequest) => Promise<Answer<Body>>;
  /** Answers any request. */
  fetch: (request: Request) => Response | Promise<Response>;
  /** The same below `/v1/accounts/demo`. */
  call: <Body = unknown>(path: string, request?: TestRequest) => Promise<Answer<Body>>;
  hold: (
    request?: Partial<HoldRequest>,
    options?: { token?: string; from?: string; account?: string },
  ) => Promise<Answer<Hold & Problem>>;
  book: (
    hold: Hold,
    change?: Partial<BookingRequest>,
    options?: { key?: string; from?: string; token?: string; account?: string },
  ) => Promise<Answer<BookAnswer>>;
  /** The newest code that went to a patient. */
  lastCode: () => string;
}

/** Friday, eight in the morning in Oslo. */
export const friday = Date.parse('2026-11-20T08:00:00+01:00');

/** The national ID of a made-up person: Tenor's series, month + 80, so that it belongs to nobody. */
export function testId(index = 0): string {
  const digits = `1591${String(50 + (index % 50))}${String(100 + Math.floor(index / 50)).padStart(3, '0')}`;
  for (let individual = Number(digits.slice(6)); individual < 500; individual += 1) {
    const nine = digits.slice(0, 6) + String(individual).padStart(3, '0');
    const first = control(nine, [3, 7, 6, 1, 8, 9, 4, 5, 2]);
    const second = control(`${nine}${first}`, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]);
    if (first < 10 && second < 10) return `${nine}${first}${second}`;
  }
  throw new Error('No such test person.');
}

function control(digits: string, weights: readonly number[]): number {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return (11 - (sum % 11)) % 11;
}

/** Somebody who books. */
export const ola = { firstName: 'Ola', lastName: 'Nordmann', nationalId: testId(0) };

/** A service over a database, called without a network. */
export function startService(
  database: TestDatabase,
  options: Partial<AppOptions> = {},
): TestService {
  const service: TestService = {
    now: friday,
    sent: [],
    errors: [],
    background: Promise.resolve(),
    gatewayIsDown: false,
    request,
    fetch: (one) => app.fetch(one),
    call: (path, init) => request(`/v1/accounts/demo${path}`, init),
    hold: (change = {}, { token = randomToken(), from, account = 'demo' } = {}) =>
      request(`/v1/accounts/${account}/holds`, {
        json: { start: '2026-11-23T08:00:00+01:00', treatment: 'check', ...change },
        headers: { 'Hold-Token': token },
        ...(from ? { from } : {}),
      }),
    book: (hold, change = {}, { key = randomToken(), from, token, account = 'demo' } = {}) =>
      request(`/v1/accounts/${account}/bookings`, {
        json: { ...bookingOf(hold), ...change },
        headers: { 'Hold-Token': token ?? hold.token, 'Idempotency-Key': key },
        ...(from ? { from } : {}),
      }),
    lastCode: () =>
      /\b\d{6}\b/.exec(
        service.sent.findLast(({ text }) => /^\d{6} /.test(text))?.text ?? '',
      )?.[0] ?? '',
  };
  const send = async (message: OutgoingMessage) => {
    if (service.gatewayIsDown) throw new Error('down');
    service.sent.push(message);
    return { messageId: message.id };
  };
  const app = createApp({
    db: database.db,
    clock: () => service.now,
    transports: { sms: send, email: send },
    serverKey,
    addressOf: (environment) => (environment as { from?: string } | undefined)?.from,
    later: (work) => {
      service.background = work();
    },
    onError: (error) => service.errors.push(error),
    ...options,
  });

  async function request<Body>(path: string, init: TestRequest = {}): Promise<Answer<Body>> {
    const { json, text, headers = {}, from = '198.51.100.7', signal } = init;
    const body = json === undefined ? text : JSON.stringify(json);
    const method = init.method ?? (body === undefined ? 'GET' : 'POST');
    const response = await app.fetch(
      new Request(`http://service.test${path}`, {
        method,
        headers: {
          ...(json === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body }),
        ...(signal ? { signal } : {}),
      }),
      { from },
    );
    const answer = await response.text();
    const isJson = /json/.test(response.headers.get('Content-Type') ?? '');
    return {
      status: response.status,
      headers: response.headers,
      body: (isJson ? JSON.parse(answer) : answer) as Body,
    };
  }
  return service;
}

/** A complete booking of a hold. */
export function bookingOf(hold: Pick<Hold, 'id'>): BookingRequest {
  return {
    hold: hold.id,
    patient: { ...ola, mobile: '41234567', email: 'ola@example.com' },
    consent: { version: '1' },
    lang: 'nb',
  };
}
