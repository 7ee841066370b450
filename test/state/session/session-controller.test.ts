import { aTimeout, expect, fixture, html, nextFrame } from '@open-wc/testing';
import { LitElement } from 'lit';
import { BookingError } from '../../../src/api/booking-error.js';
import { SessionController } from '../../../src/state/session/session-controller.js';
import { withSession } from '../../../src/state/session/with-session.js';
import { nextMonday, ScriptedApi } from '../support/scripted-api.js';
import { ScriptedOwnApi, sessionOf } from '../support/scripted-own-api.js';
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
  const api = new ScriptedOwnApi();
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
    const api = new ScriptedOwnApi();
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
    const api = new ScriptedOwnApi();
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
    const api = new ScriptedOwnApi();
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
    const api = new ScriptedOwnApi();
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
    const api = new ScriptedOwnApi();
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

describe('withSession', () => {
  const start = nextMonday();

  it('[P-42] times and holds carry the session while there is one, and nothing before', async () => {
    const own = new ScriptedOwnApi();
    const session = new SessionController(own);
    const api = new ScriptedApi();
    const both = withSession(api, session);
    await both.slots(week, { holdToken: 'hold' });
    expect(api.last('slots')).to.deep.equal([week, 'hold', undefined]);
    session.take(own.open());
    await both.slots(week, { holdToken: 'hold' });
    expect(api.last('slots')).to.deep.equal([week, 'hold', 'session-1']);
    await both.hold({ start }, 'hold');
    expect(api.last('hold')).to.deep.equal([{ start }, 'hold', 'session-1']);
  });

  it('[P-34] choosing stays open when the session is over', async () => {
    const { api: own, session } = logged();
    own.endAll();
    const api = new ScriptedApi();
    api.next('slots', 'login-required');
    await withSession(api, session).slots(week);
    expect(api.last('slots')).to.deep.equal([week, undefined, undefined]);
    expect(session.isOver).to.equal(true);
    expect(session.isWanted).to.equal(false);
  });

  it('[P-44] times for an own appointment wait for the login', async () => {
    const own = new ScriptedOwnApi();
    const session = new SessionController(own);
    const api = new ScriptedApi();
    const list = withSession(api, session).slots({ ...week, appointment: 'a-1' });
    await nextFrame();
    expect(api.count('slots')).to.equal(0);
    session.take(own.open());
    await list;
    expect(api.last('slots')[2]).to.equal('session-1');
  });

  it('[P-39] a booking whose session is over waits for the login, then goes on with the same key', async () => {
    const { api: own, session } = logged();
    const api = new ScriptedApi();
    const both = withSession(api, session);
    const { id } = await both.hold({ start }, 'hold');
    const request = { hold: id, patient: {}, consent: { version: '1' }, lang: 'nb' as const };
    api.next('book', 'login-required');
    const booked = both.book(request, { holdToken: 'hold', idempotencyKey: 'key' });
    await nextFrame();
    expect(session.isWanted).to.equal(true);
    session.take(own.open());
    await booked;
    expect(api.last('book')).to.deep.equal([
      request,
      { holdToken: 'hold', idempotencyKey: 'key' },
      'session-2',
    ]);
  });

  it('[P-34] what a stranger typed is not sent again in the name of whoever logs in', async () => {
    const own = new ScriptedOwnApi();
    const session = new SessionController(own);
    const api = new ScriptedApi();
    api.next('book', 'login-required');
    const both = withSession(api, session);
    const { id } = await both.hold({ start }, 'hold');
    const patient = { nationalId: '19847600031', firstName: 'Kari', lastName: 'Nordmann' };
    const request = { hold: id, patient, consent: { version: '1' }, lang: 'nb' as const };
    const refused = both.book(request, { holdToken: 'hold', idempotencyKey: 'key' });
    const kind = await refused.catch((cause: unknown) => (cause as BookingError).kind);
    expect(kind).to.equal('login-required');
    expect(session.isWanted).to.equal(false);
    session.take(own.open());
    await nextFrame();
    expect(api.count('book')).to.equal(1);
  });
});
