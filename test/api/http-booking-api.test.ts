import { expect } from '@open-wc/testing';
import { BookingError } from '../../src/api/booking-error.js';
import { HttpBookingApi } from '../../src/api/http-booking-api.js';
import { clinicsOfAsker } from '../domain/support/catalogue.js';

const slot = {
  start: '2026-11-23T08:00:00+01:00',
  minutes: 30,
  clinic: 'hvalstad',
  clinician: 'lise',
  treatment: 'exam',
};
const list = { slots: [slot], first: slot, nextDate: null, next: null };
const week = { from: '2026-11-23', to: '2026-11-30' };

function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/json', ...headers },
  });
}

function problem(code: string, status: number, extras: object = {}, headers = {}): Response {
  const body = { type: `urn:opus-booking:${code}`, code, title: code, status, ...extras };
  return json(body, status, { 'Content-Type': 'application/problem+json', ...headers });
}

type PreparedAnswer = (request: Request) => Response | Promise<Response>;

/** A service of prepared answers, one after another; the last one repeats. */
function service(...answers: PreparedAnswer[]) {
  return serviceWithin(200, ...answers);
}

/** The same with so many milliseconds for a call. */
function serviceWithin(timeout: number, ...answers: PreparedAnswer[]) {
  const requests: Request[] = [];
  const api = new HttpBookingApi({
    account: 'opusdentalklinikken',
    url: 'https://booking.example/base/',
    retryDelay: 1,
    timeout,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      requests.push(request.clone());
      const answer = answers[Math.min(requests.length, answers.length) - 1];
      if (!answer) throw new TypeError('Failed to fetch');
      return answer(request);
    },
  });
  return { api, requests };
}

async function errorOf(work: Promise<unknown>): Promise<BookingError> {
  const error = await work.then(
    () => undefined,
    (cause: unknown) => cause,
  );
  expect(error).to.be.instanceOf(BookingError);
  return error as BookingError;
}

function setOnline(isOnline: boolean) {
  Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => isOnline });
}

describe('HttpBookingApi', () => {
  afterEach(() => {
    delete (navigator as { onLine?: boolean }).onLine;
  });

  it('reads the account, with image addresses that hold on any page', async () => {
    const account = clinicsOfAsker();
    const { api, requests } = service(() =>
      json({
        ...account,
        theme: { logo: { url: '/media/logo.svg', width: 120, height: 40 } },
        offers: [{ ...account.offers[0], photo: 'media/lise.webp' }],
      }),
    );
    const read = await api.account();
    expect(requests[0]?.url).to.equal(
      'https://booking.example/base/v1/accounts/opusdentalklinikken',
    );
    expect(read.theme.logo?.url).to.equal('https://booking.example/media/logo.svg');
    expect(read.offers[0]?.photo).to.equal('https://booking.example/base/media/lise.webp');
  });

  it('asks for times with its filters alone, so that a plain GET needs no preflight', async () => {
    const { api, requests } = service(() => json(list));
    expect(await api.slots({ ...week, clinic: 'hvalstad', treatment: 'exam' })).to.deep.equal(list);
    const url = new URL(requests[0]?.url ?? '');
    expect(url.search).to.equal(
      '?from=2026-11-23&to=2026-11-30&clinic=hvalstad&treatment=exam&view=slots',
    );
    expect([...(requests[0]?.headers.keys() ?? [])]).not.to.include('hold-token');
    expect(requests[0]?.credentials).to.equal('same-origin');
  });

  it('[N-02] tokens and keys travel in headers, never in an address', async () => {
    const hold = { id: 'h1', token: 't', slot, expiresAt: slot.start, expiresIn: 600 };
    const { api, requests } = service(
      () => json({ ...hold, extensionsLeft: 10 }, 201),
      () => json(list),
      () => new Response(null, { status: 204 }),
      () => problem('hold-expired', 410),
    );
    await api.hold({ start: slot.start, clinic: 'hvalstad' }, 'SECRET-HOLD');
    await api.slots(week, { holdToken: 'SECRET-HOLD' });
    await api.releaseHold('h1', 'SECRET-HOLD');
    await errorOf(
      api.book(
        { hold: 'h1', patient: { nationalId: 'SECRET-ID' }, consent: { version: '1' }, lang: 'nb' },
        { holdToken: 'SECRET-HOLD', idempotencyKey: 'SECRET-KEY' },
      ),
    );
    for (const request of requests) {
      expect(request.url).not.to.contain('SECRET');
      expect(request.headers.get('Hold-Token')).to.equal('SECRET-HOLD');
    }
    expect(requests[3]?.headers.get('Idempotency-Key')).to.equal('SECRET-KEY');
  });

  it('a problem of the service becomes its kind, with its extras', async () => {
    const { api } = service(() => problem('slot-taken', 409, { alternatives: [slot] }));
    const error = await errorOf(api.hold({ start: slot.start }, 't'));
    expect(error.kind).to.equal('slot-taken');
    expect(error.alternatives).to.deep.equal([slot]);
  });

  it('reads Retry-After as seconds and as a date', async () => {
    const date = new Date(Date.now() + 90_000).toUTCString();
    const { api } = service(
      () => problem('rate-limited', 429, {}, { 'Retry-After': '30' }),
      () => problem('too-many-tries', 429, {}, { 'Retry-After': date }),
    );
    const first = await errorOf(api.resendCode('b1', 't'));
    const second = await errorOf(api.resendCode('b1', 't'));
    expect([first.kind, first.retryAfter]).to.deep.equal(['rate-limited', 30]);
    expect(second.kind).to.equal('too-many-tries');
    expect(second.retryAfter).to.be.within(88, 91);
  });

  it('carries the tries that are left and the fields that are wrong', async () => {
    const fields = [{ path: 'patient.email', code: 'format' }];
    const { api } = service(
      () => problem('code-wrong', 422, { triesLeft: 3 }),
      () => problem('invalid', 422, { fields }),
    );
    expect((await errorOf(api.confirm('b1', 't', '123456'))).triesLeft).to.equal(3);
    expect((await errorOf(api.correctContact('b1', 't', {}))).fields).to.deep.equal(fields);
  });

  it('an answer that is not of the contract is an invalid answer', async () => {
    const { api } = service(
      () => json({ slots: 'many' }),
      () => new Response('<html>Welcome to nginx</html>'),
    );
    expect((await errorOf(api.slots(week))).kind).to.equal('invalid-answer');
    expect((await errorOf(api.slots(week))).kind).to.equal('invalid-answer');
  });

  it('reads the `id` of a booking, which a service of version 0.1 calls `booking`', async () => {
    const secrets = { holdToken: 'hold-token', idempotencyKey: 'key' };
    const request = { hold: 'hold-1', patient: {}, consent: { version: '1' }, lang: 'nb' } as const;
    const waiting = {
      status: 'code-required',
      token: 'booking-token',
      sentTo: {},
      resendAfter: 60,
      expiresIn: 600,
      expiresAt: '2026-11-20T12:10:00+01:00',
      triesLeft: 5,
    };
    for (const ids of [{ id: 'b-1' }, { booking: 'b-1' }, { id: 'b-1', booking: 'old' }]) {
      const { api } = service(() => json({ ...waiting, ...ids }));
      for (const answer of [
        await api.book(request, secrets),
        await api.correctContact('b-1', 'booking-token', { mobile: '41234567' }),
        await api.booking('b-1', 'booking-token'),
      ]) {
        expect(answer).to.have.property('id', 'b-1');
      }
      const gone = service(() => json({ status: 'released', ...ids }));
      expect(await gone.api.booking('b-1', 'booking-token')).to.have.property('id', 'b-1');
    }
    const { api } = service(() => json(waiting));
    expect((await errorOf(api.book(request, secrets))).kind).to.equal('invalid-answer');
  });

  it('an answer that does not come in time is a time-out, also when only its body stalls', async () => {
    const { api } = service(
      (request) =>
        new Promise((_, reject) =>
          request.signal.addEventListener('abort', () => reject(request.signal.reason as Error)),
        ),
      ({ signal }) =>
        new Response(
          new ReadableStream({
            start(controller) {
              signal.addEventListener('abort', () => controller.error(signal.reason));
            },
          }),
        ),
    );
    expect((await errorOf(api.slots(week))).kind).to.equal('timeout');
    expect((await errorOf(api.slots(week))).kind).to.equal('timeout');
  });

  it('nobody listening is unreachable, and offline when the browser says so', async () => {
    const api = new HttpBookingApi({ account: 'a', url: 'http://127.0.0.1:1', retryDelay: 1 });
    expect((await errorOf(api.account())).kind).to.equal('unreachable');
    setOnline(false);
    expect((await errorOf(api.account())).kind).to.equal('offline');
  });

  it('repeats a GET that a proxy failed, twice', async () => {
    const { api, requests } = service(
      () => new Response('bad gateway', { status: 502 }),
      () => new Response('', { status: 503 }),
      () => json(list),
    );
    expect(await api.slots(week)).to.deep.equal(list);
    expect(requests).to.have.length(3);
  });

  it('does not repeat a GET that the service itself refused, such as during maintenance', async () => {
    const { api, requests } = service(() => problem('closed', 503, {}, { 'Retry-After': '600' }));
    const error = await errorOf(api.slots(week));
    expect([error.kind, error.retryAfter]).to.deep.equal(['closed', 600]);
    expect(requests).to.have.length(1);
  });

  it('[N-07] repeats a GET for which the service was busy, when it asks to', async () => {
    const busy = () => problem('busy', 503, {}, { 'Retry-After': '1' });
    const { api, requests } = serviceWithin(5000, busy, () => json(list), busy);
    const begin = performance.now();
    expect(await api.slots(week)).to.deep.equal(list);
    expect(performance.now() - begin).to.be.above(900);
    expect(requests).to.have.length(2);
  });

  it('[N-07] a service that stays busy is one that cannot be reached now', async () => {
    const { api } = service(() => problem('busy', 503, {}, { 'Retry-After': '0' }));
    const failures = [errorOf(api.slots(week)), errorOf(api.hold({ start: slot.start }, 't'))];
    for (const { kind } of await Promise.all(failures)) expect(kind).to.equal('unreachable');
  });

  it('never repeats a POST by itself', async () => {
    for (const answer of [
      () => new Response('', { status: 503 }),
      () => problem('busy', 503, {}, { 'Retry-After': '1' }),
    ]) {
      const { api, requests } = service(answer);
      expect((await errorOf(api.hold({ start: slot.start }, 't'))).kind).to.equal('unreachable');
      expect(requests).to.have.length(1);
    }
  });

  it('giving up is no error: the signal keeps its own reason', async () => {
    const { api } = service(() => json(list));
    const abort = new AbortController();
    const reason = new Error('left the page');
    abort.abort(reason);
    const cause: unknown = await api.slots(week, { signal: abort.signal }).catch((e: unknown) => e);
    expect(cause).to.equal(reason);
  });
});
