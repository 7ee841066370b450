import { expect } from '@open-wc/testing';
import { BookingError } from '../../src/api/booking-error.js';
import { EarlyBookingApi } from '../../src/api/early-booking-api.js';
import { accentPalette } from '../../src/domain/accent-palette.js';
import { clinicsOfAsker } from '../domain/support/catalogue.js';

type Answer = (request: Request) => Response | Promise<Response>;

/** A service of prepared answers, one after another; the last one repeats. */
function service(...answers: Answer[]) {
  const requests: Request[] = [];
  const api = new EarlyBookingApi({
    account: 'opusdentalklinikken',
    url: 'https://booking.example/base/',
    retryDelay: 1,
    // Milliseconds: short where nothing comes, else longer than a busy machine takes.
    timeout: answers.includes(stalling) ? 200 : 10_000,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      requests.push(request);
      const answer = answers[Math.min(requests.length, answers.length) - 1];
      if (!answer) throw new TypeError('Failed to fetch');
      return answer(request);
    },
  });
  return { api, requests };
}

const json = (body: unknown, status = 200) => Response.json(body, { status });
const problem = (code: string, status: number) =>
  new Response(JSON.stringify({ type: `urn:opus-booking:${code}`, code, title: code, status }), {
    status,
    headers: { 'Content-Type': 'application/problem+json', 'Retry-After': '7' },
  });
const stalling: Answer = ({ signal }) =>
  new Promise((_, give) => signal.addEventListener('abort', () => give(signal.reason as Error)));

async function errorOf(work: Promise<unknown>): Promise<BookingError> {
  const error = await work.then(
    () => undefined,
    (cause: unknown) => cause,
  );
  expect(error).to.be.instanceOf(BookingError);
  return error as BookingError;
}

describe('EarlyBookingApi', () => {
  it('reads the account with one plain GET and absolute image addresses, and checks it with the client', async () => {
    const account = {
      ...clinicsOfAsker(),
      theme: { logo: { url: '/l.svg', width: 9, height: 9 } },
    };
    const { api, requests } = service(() => json(account));
    const read = await api.account();
    expect(read.theme.logo?.url).to.equal('https://booking.example/l.svg');
    const whole = await api.whole();
    expect(requests.map(({ url }) => url)).to.deep.equal([
      'https://booking.example/base/v1/accounts/opusdentalklinikken',
    ]);
    expect(requests[0]?.credentials, 'as a preload asks').to.equal('same-origin');
    expect([...(requests[0]?.headers.keys() ?? [])]).to.deep.equal([]);
    expect(await whole.account()).to.deep.equal(read);
  });

  it('an account that could be drawn but is not of the contract is an invalid answer of the whole', async () => {
    const palette = { ...accentPalette(), accent: 'red;}*{display:none' };
    for (const wrong of [{ timeZone: 7 }, { theme: { palette } }]) {
      const { api } = service(() => json({ ...clinicsOfAsker(), ...wrong }));
      await api.account();
      expect((await errorOf(api.whole())).kind).to.equal('invalid-answer');
    }
  });

  it('what cannot be drawn is an invalid answer at once', async () => {
    for (const answer of [{}, null, [], 'text', { ...clinicsOfAsker(), offers: null }]) {
      expect((await errorOf(service(() => json(answer)).api.account())).kind).to.equal(
        'invalid-answer',
      );
    }
    const broken = service(() => new Response('<html>'));
    expect((await errorOf(broken.api.account())).kind).to.equal('invalid-answer');
    expect(broken.requests).to.have.length(1);
  });

  it('a problem of the service becomes its kind, from the one answer there was', async () => {
    const { api, requests } = service(() => problem('closed', 503));
    const error = await errorOf(api.account());
    expect([error.kind, error.retryAfter]).to.deep.equal(['closed', 7]);
    expect(requests).to.have.length(1);
  });

  it('is repeated as any GET is: three times in all, the first one counted', async () => {
    const { api, requests } = service(
      () => new Response('Bad gateway', { status: 502 }),
      () => Promise.reject(new TypeError('Failed to fetch')),
      () => json(clinicsOfAsker()),
    );
    expect((await api.account()).id).to.equal(clinicsOfAsker().id);
    expect(requests).to.have.length(3);
    const down = service(() => Promise.reject(new TypeError('Failed to fetch')));
    expect((await errorOf(down.api.account())).kind).to.equal('unreachable');
    expect(down.requests).to.have.length(3);
  });

  it('an answer that does not come in time is a time-out', async () => {
    expect((await errorOf(service(stalling).api.account())).kind).to.equal('timeout');
  });

  it('giving up is no error: the signal keeps its own reason', async () => {
    const control = new AbortController();
    const asked = service(stalling).api.account({ signal: control.signal });
    control.abort(new DOMException('other account', 'AbortError'));
    const error = await asked.catch((cause: unknown) => cause);
    expect((error as Error).name).to.equal('AbortError');
  });
});
