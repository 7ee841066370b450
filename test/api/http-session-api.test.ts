import { expect } from '@open-wc/testing';
import type { BookingError } from '../../src/api/booking-error.js';
import { HttpBookingApi } from '../../src/api/http-booking-api.js';
import { HttpSessionApi } from '../../src/api/http-session-api.js';
import { sessionOf } from '../state/support/scripted-session-api.js';

const prefix = 'https://booking.example/v1/accounts/opusdentalklinikken';

function json(body: unknown, status = 200): Response {
  return new Response(body === null ? null : JSON.stringify(body), { status });
}

/** An account's service that answers the one call, and what was asked of it. */
function service(answer: Response) {
  const requests: Request[] = [];
  const options = {
    account: 'opusdentalklinikken',
    url: 'https://booking.example',
    fetch: async (input: RequestInfo | URL, init?: RequestInit) => {
      requests.push(new Request(input, init));
      return answer.clone();
    },
  };
  return { own: new HttpSessionApi(options), booking: new HttpBookingApi(options), requests };
}

describe('HttpSessionApi', () => {
  it('[P-33] asks for a login code, and logs in with it: the secret in a header', async () => {
    const started = { id: 'login-1', token: 'secret', resendAfter: 30, expiresIn: 600 };
    const first = service(json(started, 202));
    const request = { nationalId: '19847649954', mobile: '98765432', lang: 'nb' as const };
    expect(await first.own.login(request)).to.deep.equal(started);
    expect(await first.requests[0]?.json()).to.deep.equal(request);
    const { own, requests } = service(json(sessionOf()));
    expect(await own.loginCode('login-1', 'secret', '123456')).to.deep.equal(sessionOf());
    expect(requests[0]?.url).to.equal(`${prefix}/logins/login-1/code`);
    expect(requests[0]?.headers.get('Login-Token')).to.equal('secret');
  });

  it('[P-33] an e-ID login that is not through yet gives nothing, one that is the session', async () => {
    expect(await service(json(null, 202)).own.eidExchange('eid-1', 'secret')).to.equal(undefined);
    const { own, requests } = service(json(sessionOf()));
    expect(await own.eidExchange('eid-1', 'secret')).to.deep.equal(sessionOf());
    expect(requests[0]?.headers.get('Login-Token')).to.equal('secret');
    expect(requests[0]?.method).to.equal('POST');
  });

  it('[P-33] [N-02] only the calls around a whole page’s way to the provider carry cookies, and only of this origin', async () => {
    const leaving = service(json({ url: 'https://eid.example/authorize' }));
    const request = { idp: 'bankid', returnPath: '/?eid-return=done' };
    expect((await leaving.own.eidRedirect(request)).url).to.equal('https://eid.example/authorize');
    const back = service(json(sessionOf()));
    expect(await back.own.eidReturn()).to.deep.equal(sessionOf());
    for (const [sent] of [leaving.requests, back.requests]) {
      expect(sent?.method).to.equal('POST');
      expect(sent?.credentials).to.equal('same-origin');
    }
    const other = service(json(null, 202));
    await other.own.eidExchange('eid-1', 'secret');
    expect(other.requests[0]?.credentials).to.equal('omit');
  });

  it('[N-02] the bearer travels in Authorization, never in an address', async () => {
    const calls: ((own: HttpSessionApi) => Promise<unknown>)[] = [
      (own) => own.session('bearer'),
      (own) => own.logout('bearer'),
      (own) => own.appointments('bearer'),
      (own) => own.sendSessionCode('bearer', {}),
      (own) => own.confirmSession('bearer', '123456'),
      (own) => own.moveAppointment('bearer', 'a/1', 'h', { holdToken: 't', idempotencyKey: 'k' }),
      (own) => own.cancelAppointment('bearer', 'a/1', 'k'),
    ];
    for (const call of calls) {
      const { own, requests } = service(json({}));
      await call(own).catch(() => undefined);
      expect(requests[0]?.headers.get('Authorization')).to.equal('Bearer bearer');
      expect(requests[0]?.url).not.to.include('bearer');
      expect(requests[0]?.credentials).to.equal('omit');
    }
  });

  it('refuses an answer that is not of the contract', async () => {
    const { own } = service(json({ ...sessionOf(), access: 'everything' }));
    const error = (await own.session('bearer').catch((cause: unknown) => cause)) as BookingError;
    expect(error.kind).to.equal('invalid-answer');
  });
});

describe('HttpBookingApi with a session', () => {
  const list = { slots: [], first: null, nextDate: null, next: null };
  const week = { from: '2026-11-23', to: '2026-11-30' };

  it('[N-02] times carry the bearer in a header where there is one, and no such header else', async () => {
    const { booking, requests } = service(json(list));
    booking.sessionProvider = { carry: (_need, call) => call('bearer') };
    await booking.slots(week);
    booking.sessionProvider = undefined;
    await booking.slots(week);
    expect(requests[0]?.headers.get('Authorization')).to.equal('Bearer bearer');
    expect(requests[0]?.url).not.to.include('bearer');
    expect(requests[1]?.headers.has('Authorization')).to.equal(false);
  });
});
