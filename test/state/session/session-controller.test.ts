import { aTimeout, expect, fixture, html, nextFrame } from '@open-wc/testing';
import { LitElement } from 'lit';
import { BookingError } from '../../../src/api/booking-error.js';
import { HttpBookingApi } from '../../../src/api/http-booking-api.js';
import type { Hold, PendingBooking } from '../../../src/contract/index.js';
import { SessionController } from '../../../src/state/session/session-controller.js';
import { nextMonday } from '../support/scripted-api.js';
import { ScriptedSessionApi, sessionOf } from '../support/scripted-session-api.js';
import { waitUntil } from '../../support/wait-until.js';

class Watcher extends LitElement {
  session?: SessionController;
  renders = 0;
  begin(session: SessionController) {
    this.session = session;
    session.watch(this);
  }
  protected override render() {
    this.renders += 1;
    return html`${this.session?.current?.patient.firstName}`;
  }
}
customElements.define('test-session-watcher', Watcher);

const week = { from: '2026-11-23', to: '2026-11-30' };

function logged() {
  const api = new ScriptedSessionApi();
  const session = new SessionController(api);
  session.take(api.open());
  return { api, session };
}

async function errorOf(work: Promise<unknown>): Promise<BookingError> {
  const error = await work.catch((cause: unknown) => cause);
  expect(error).to.be.instanceOf(BookingError);
  return error as BookingError;
}

describe('SessionController', () => {
  it('[P-33] knows who is logged in, and tells those who watch', async () => {
    const watcher = await fixture<Watcher>(html`<test-session-watcher></test-session-watcher>`);
    const api = new ScriptedSessionApi();
    const session = new SessionController(api);
    watcher.begin(session);
    session.take(api.open());
    await watcher.updateComplete;
    expect(watcher.shadowRoot?.textContent).to.equal('Kari');
    expect(JSON.stringify(session.current)).not.to.include('session-1');
    watcher.remove();
    const { renders } = watcher;
    await session.logOut();
    await nextFrame();
    expect(watcher.renders).to.equal(renders);
  });

  it('[P-33] logs out: forgets at once and revokes at the service', async () => {
    const { api, session } = logged();
    const done = session.logOut();
    expect(session.current).to.equal(undefined);
    await done;
    expect(api.last('logout')).to.deep.equal(['session-1']);
    expect(session.isOver).to.equal(false);
    const kept = Object.entries(session).filter(([name]) => name !== 'api');
    expect(JSON.stringify(kept)).not.to.match(/session-1|Kari|190476/);
  });

  it('logs out also where the service cannot be reached', async () => {
    const { api, session } = logged();
    api.next('logout', 'offline');
    await session.logOut();
    expect(session.current).to.equal(undefined);
  });

  it('[P-44] a call without a session waits for the login, then is made', async () => {
    const api = new ScriptedSessionApi();
    const session = new SessionController(api);
    const list = session.call((token) => api.appointments(token));
    expect(session.isWanted).to.equal(true);
    expect(api.count('appointments')).to.equal(0);
    session.take(api.open());
    expect(await list).to.deep.equal(api.list);
    expect(session.isWanted).to.equal(false);
  });

  it('a session that proves to be over ends, and what was asked is asked again after the login', async () => {
    const { api, session } = logged();
    api.endAll();
    const list = session.call((token) => api.appointments(token));
    await nextFrame();
    expect(session.current).to.equal(undefined);
    expect(session.isOver).to.equal(true);
    expect(session.isWanted).to.equal(true);
    session.take(api.open());
    await list;
    expect(
      api.calls.filter(({ name }) => name === 'appointments').map(({ args }) => args[0]),
    ).to.deep.equal(['session-1', 'session-2']);
    expect(session.isOver).to.equal(false);
  });

  it('refuses what waits when the patient does not want to log in', async () => {
    const api = new ScriptedSessionApi();
    const session = new SessionController(api);
    const list = session.call((token) => api.appointments(token));
    session.giveUp();
    expect((await errorOf(list)).kind).to.equal('login-required');
    expect(session.isWanted).to.equal(false);
  });

  it('[N-04] what one patient asked for is never asked as another', async () => {
    const { api, session } = logged();
    api.endAll();
    const cancelled = session.call((token) => api.cancelAppointment(token, 'a-1', 'key'));
    await nextFrame();
    const other = { ...sessionOf().patient, firstName: 'Ola', nationalIdMasked: '010180-*****' };
    session.take(api.open({ patient: other }));
    expect((await errorOf(cancelled)).kind).to.equal('login-required');
    expect(api.count('cancelAppointment')).to.equal(1);
    expect(session.current?.patient.firstName).to.equal('Ola');
  });

  it('ends by a clock that nobody sets, put off by each call that carries it', async () => {
    const api = new ScriptedSessionApi();
    const session = new SessionController(api);
    const clock = Date.now;
    try {
      session.take(api.open({ expiresIn: 2 }));
      // Somebody sets the browser's clock an hour ahead.
      Date.now = () => clock() + 3_600_000;
      await aTimeout(1400);
      await session.call((token) => api.appointments(token));
      await aTimeout(1400);
      expect(session.current, 'put off by the call').not.to.equal(undefined);
      await waitUntil(() => !session.current, 'over');
      expect(session.isOver).to.equal(true);
    } finally {
      Date.now = clock;
    }
  });

  it('[P-43] confirms the session with a code', async () => {
    const api = new ScriptedSessionApi();
    api.opens = sessionOf({ needsCode: true });
    const session = new SessionController(api);
    session.take(api.open());
    expect(session.current?.needsCode).to.equal(true);
    await session.sendCode({ lang: 'nb' });
    expect((await errorOf(session.confirm('000000'))).kind).to.equal('code-wrong');
    expect(session.current?.needsCode).to.equal(true);
    await session.confirm('123456');
    expect(session.current?.needsCode).to.equal(false);
  });
});

interface Service {
  readonly client: HttpBookingApi;
  /** The bearers that calls to a path carried, oldest first. */
  bearersOf(path: string): (string | null)[];
  readonly requests: Request[];
  /** The next call is refused: it needs another login. */
  refuseNext(): void;
}

/** A client whose calls carry a session, before a service that answers everything. */
function clientWith(session: SessionController): Service {
  const requests: Request[] = [];
  let isRefused = false;
  const answers: Record<string, unknown> = {
    slots: { slots: [], first: null, nextDate: null, next: null },
    holds: holdAnswer,
    bookings: pendingAnswer,
  };
  const client = new HttpBookingApi({
    account: 'clinic',
    url: 'https://booking.example',
    fetch: async (input, init) => {
      const request = new Request(input, init);
      requests.push(request);
      const problem = { type: 'about:blank', title: 'Log in', status: 401, code: 'login-required' };
      if (isRefused) {
        isRefused = false;
        const headers = { 'Content-Type': 'application/problem+json' };
        return new Response(JSON.stringify(problem), { status: 401, headers });
      }
      const path = new URL(request.url).pathname.split('/').at(-1) ?? '';
      return new Response(JSON.stringify(answers[path]));
    },
  });
  client.sessionProvider = session;
  return {
    client,
    requests,
    refuseNext: () => (isRefused = true),
    bearersOf: (path) =>
      requests
        .filter(({ url }) => new URL(url).pathname.endsWith(`/${path}`))
        .map(({ headers }) => headers.get('Authorization')),
  };
}

const start = nextMonday();
const slot = { start, minutes: 30, clinic: 'one', clinician: 'ann', treatment: 'exam' };
const holdAnswer: Hold = {
  id: 'hold-1',
  token: 'hold',
  slot,
  expiresAt: nextMonday(10),
  expiresIn: 600,
  extensionsLeft: 10,
};
const pendingAnswer: PendingBooking = {
  status: 'code-required',
  id: 'booking-1',
  token: 'booking-token',
  sentTo: { sms: '*** ** 881' },
  resendAfter: 60,
  expiresIn: 600,
  expiresAt: nextMonday(10),
};
const request = { hold: 'hold-1', patient: {}, consent: { version: '1' }, lang: 'nb' as const };
const secrets = { holdToken: 'hold', idempotencyKey: 'key' };

describe('a client that carries the session', () => {
  it('[P-42] times and holds carry the session while there is one, and nothing before', async () => {
    const own = new ScriptedSessionApi();
    const session = new SessionController(own);
    const { client, bearersOf } = clientWith(session);
    await client.slots(week, { holdToken: 'hold' });
    session.take(own.open());
    await client.slots(week, { holdToken: 'hold' });
    await client.hold({ start }, 'hold');
    expect(bearersOf('slots')).to.deep.equal([null, 'Bearer session-1']);
    expect(bearersOf('holds')).to.deep.equal(['Bearer session-1']);
  });

  it('[P-34] choosing stays open when the session is over', async () => {
    const { session } = logged();
    const { client, bearersOf, refuseNext } = clientWith(session);
    refuseNext();
    await client.slots(week);
    expect(bearersOf('slots')).to.deep.equal(['Bearer session-1', null]);
    expect(session.isOver).to.equal(true);
    expect(session.isWanted).to.equal(false);
  });

  it('[P-44] times for an own appointment wait for the login', async () => {
    const own = new ScriptedSessionApi();
    const session = new SessionController(own);
    const { client, bearersOf } = clientWith(session);
    const list = client.slots({ ...week, appointment: 'a-1' });
    await nextFrame();
    expect(bearersOf('slots')).to.deep.equal([]);
    session.take(own.open());
    await list;
    expect(bearersOf('slots')).to.deep.equal(['Bearer session-1']);
  });

  it('[P-38] so does a hold for a recall', async () => {
    const own = new ScriptedSessionApi();
    const session = new SessionController(own);
    const { client, bearersOf } = clientWith(session);
    const hold = client.hold({ start, recall: 'r-1' }, 'hold');
    await nextFrame();
    expect(bearersOf('holds')).to.deep.equal([]);
    session.take(own.open());
    await hold;
    expect(bearersOf('holds')).to.deep.equal(['Bearer session-1']);
  });

  it('[P-39] a booking whose session is over waits for the login, then goes on with the same key', async () => {
    const { api: own, session } = logged();
    const { client, bearersOf, refuseNext, requests } = clientWith(session);
    refuseNext();
    const booked = client.book(request, secrets);
    await waitUntil(() => session.isWanted);
    session.take(own.open());
    await booked;
    expect(bearersOf('bookings')).to.deep.equal(['Bearer session-1', 'Bearer session-2']);
    const bodies = await Promise.all(requests.map((each) => each.json() as Promise<unknown>));
    expect(bodies).to.deep.equal([request, request]);
    expect(requests.map(({ headers }) => headers.get('Idempotency-Key'))).to.deep.equal([
      'key',
      'key',
    ]);
  });

  it('[P-34] what a stranger typed is not sent again in the name of whoever logs in', async () => {
    const own = new ScriptedSessionApi();
    const session = new SessionController(own);
    const { client, bearersOf, refuseNext } = clientWith(session);
    refuseNext();
    const patient = { nationalId: '19847600031', firstName: 'Kari', lastName: 'Nordmann' };
    const refused = client.book({ ...request, patient }, secrets);
    const kind = await refused.catch((cause: unknown) => (cause as BookingError).kind);
    expect(kind).to.equal('login-required');
    expect(session.isWanted).to.equal(false);
    session.take(own.open());
    await nextFrame();
    expect(bearersOf('bookings')).to.deep.equal([null]);
  });
});
