import { aTimeout, expect } from '@open-wc/testing';
import { BookingError } from '../../../src/api/booking-error.js';
import type { EidStarted, Session } from '../../../src/contract/index.js';
import {
  startEidLogin,
  type EidCalls,
  type EidLogin,
} from '../../../src/state/session/eid-login.js';
import { waitUntil } from '../../support/wait-until.js';

const session: Session = {
  token: 'session-token',
  expiresIn: 1200,
  patient: { firstName: 'Kari', lastName: 'Nordmann', nationalIdMasked: '010190-*****' },
  access: 'record',
  needsCode: true,
};

/** A page that does what the service's does, on another origin than none of the tests' own messages claim. */
const pageUrl = (query: string) =>
  new URL(`/test/state/support/eid-window.html?${query}`, location.origin).href;

const startedAs = (id: string, then = ''): EidStarted => ({
  id,
  token: `token-of-${id}`,
  url: pageUrl(`id=${id}&then=${then}`),
});

type Answer = Session | BookingError | undefined;

/** The calls of a login whose answers are told beforehand; the last one is repeated. */
function callsWith(started: EidStarted, answers: Answer[] = [undefined]) {
  const asked: string[] = [];
  const calls: EidCalls = {
    begin: () => Promise.resolve(started),
    exchange: async ({ token }) => {
      asked.push(token);
      const answer = answers.length > 1 ? answers.shift() : answers[0];
      if (answer instanceof BookingError) throw answer;
      return answer;
    },
  };
  return { calls, asked };
}

const openWindows: Window[] = [];
const openLogins: EidLogin[] = [];
const { open } = window;

/** Lets windows be opened and looked at, or blocks the first ones as a browser would. */
function watchWindows({ isBlocked = false } = {}): void {
  window.open = (...options) => {
    const opened = isBlocked ? null : open.apply(window, options);
    if (opened) openWindows.push(opened);
    return opened;
  };
}

function start(calls: EidCalls, changed: () => void = () => undefined, pace = 60_000): EidLogin {
  const login = startEidLogin(calls, changed, pace);
  openLogins.push(login);
  return login;
}

const titleOf = (popup: Window | undefined) => popup?.document.title;

describe('EidLogin', () => {
  beforeEach(() => watchWindows());
  afterEach(() => {
    window.open = open;
    for (const login of openLogins.splice(0)) login.giveUp();
    for (const popup of openWindows.splice(0)) popup.close();
  });

  it('[P-33] opens the window in the click, and asks at once when the window is done', async () => {
    const { calls, asked } = callsWith(startedAs('a', 'done'), [session]);
    const login = start(calls);
    expect(openWindows).to.have.lengthOf(1);
    expect(await login.session).to.equal(session);
    expect(asked).to.deep.equal(['token-of-a']);
    await waitUntil(() => openWindows[0]?.closed, 'the window is closed');
  });

  it('[P-33] gets the session by asking alone when the window never says a word', async () => {
    const { calls, asked } = callsWith(startedAs('b'), [undefined, undefined, session]);
    expect(await start(calls, undefined, 20).session).to.equal(session);
    expect(asked).to.have.lengthOf(3);
  });

  it('[P-33] goes on asking after a window that seems closed, which may still be at the provider', async () => {
    const told: boolean[] = [];
    const { calls } = callsWith(startedAs('c', 'close'), [
      undefined,
      undefined,
      undefined,
      session,
    ]);
    const login: EidLogin = start(calls, () => told.push(login.isWindowGone), 400);
    expect(await login.session).to.equal(session);
    expect(told).to.include(true);
  });

  it('[N-02] hands the token to nobody but the page of the service in its own window', async () => {
    const { calls } = callsWith(startedAs('d'));
    start(calls);
    await waitUntil(() => titleOf(openWindows[0]) === 'token-of-d', 'the page has the token');

    const heard: unknown[] = [];
    const frame = document.body.appendChild(document.createElement('iframe'));
    const inFrame = frame.contentWindow!;
    inFrame.postMessage = (data: unknown) => void heard.push(data);
    const popup = openWindows[0]!;
    const ready = { type: 'opus-eid-ready', id: 'd' };
    for (const [source, origin, data] of [
      [inFrame, location.origin, ready],
      [popup, 'https://evil.example', ready],
      [popup, location.origin, { ...ready, id: 'other' }],
      [popup, location.origin, 'opus-eid-ready'],
      [popup, location.origin, null],
    ] as const) {
      popup.document.title = '';
      dispatchEvent(new MessageEvent('message', { source, origin, data }));
      await aTimeout(20);
      expect(titleOf(popup), `${origin} ${JSON.stringify(data)}`).to.equal('');
    }
    expect(heard).to.deep.equal([]);
    frame.remove();
  });

  it('[P-33] is not woken by other windows, and asks for one answer at a time', async () => {
    let inFlight = 0;
    let most = 0;
    let count = 0;
    const started = startedAs('e');
    const login = start({
      begin: () => Promise.resolve(started),
      async exchange() {
        count += 1;
        most = Math.max(most, (inFlight += 1));
        await aTimeout(50);
        inFlight -= 1;
        return count < 2 ? undefined : session;
      },
    });
    await waitUntil(() => titleOf(openWindows[0]) === 'token-of-e', 'the page has the token');
    const done = { origin: location.origin, data: { type: 'opus-eid-done' } };
    dispatchEvent(new MessageEvent('message', { ...done, source: window }));
    await aTimeout(50);
    expect(count).to.equal(0);
    for (let time = 0; time < 3; time += 1) {
      dispatchEvent(new MessageEvent('message', { ...done, source: openWindows[0]! }));
      await aTimeout(10);
    }
    expect(await login.session).to.equal(session);
    expect(most).to.equal(1);
  });

  it('[P-33] takes in the window that a link opened where the browser blocked its own', async () => {
    watchWindows({ isBlocked: true });
    let changes = 0;
    const { calls } = callsWith(startedAs('f', 'done'), [session]);
    const login = start(calls, () => (changes += 1));
    await waitUntil(() => login.link, 'there is a link');
    expect(changes).to.equal(1);
    const link = document.body.appendChild(document.createElement('a'));
    Object.assign(link, { href: login.link, target: '_blank', rel: 'opener' });
    link.click();
    expect(await login.session).to.equal(session);
    expect(login.link).to.equal(undefined);
    link.remove();
  });

  describe('where the page may be left', () => {
    const providerUrl = 'https://eid.example/authorize';
    const page = { leftFor: '' };
    const leave = (url: string) => void (page.leftFor = url);
    const begin = (calls: EidCalls, redirect: EidCalls['redirect']) => {
      let begun = 0;
      const counted = () => {
        begun += 1;
        return calls.begin(new AbortController().signal);
      };
      const all = { ...calls, begin: counted, redirect: redirect! };
      const login = startEidLogin(all, () => undefined, 60_000, leave);
      openLogins.push(login);
      return { login, begun: () => begun };
    };
    beforeEach(() => (page.leftFor = ''));

    it('[P-33] the whole page goes to the provider when no window opens', async () => {
      watchWindows({ isBlocked: true });
      const { calls } = callsWith(startedAs('r'));
      const { login, begun } = begin(calls, () => Promise.resolve(providerUrl));
      await waitUntil(() => page.leftFor === providerUrl, 'the page leaves');
      expect(begun()).to.equal(0);
      expect(login.link).to.equal(undefined);
      // The browser's way back shows the page as it was.
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      const error = await login.session.catch((reason: unknown) => reason);
      expect(error).to.be.instanceOf(BookingError).with.property('kind', 'not-allowed');
    });

    it('[P-33] it stays where a window opens', async () => {
      const { calls } = callsWith(startedAs('s', 'done'), [session]);
      const { login } = begin(calls, () => Promise.reject(new Error('asked')));
      expect(await login.session).to.equal(session);
      expect(page.leftFor).to.equal('');
    });

    it('[P-33] it shows the link where the service does not let it leave', async () => {
      watchWindows({ isBlocked: true });
      const { calls } = callsWith(startedAs('t'));
      const { login } = begin(calls, () => Promise.reject(new BookingError('not-allowed')));
      await waitUntil(() => login.link, 'there is a link');
      expect(page.leftFor).to.equal('');
    });

    it('[P-33] other refusals are told', async () => {
      watchWindows({ isBlocked: true });
      const { calls } = callsWith(startedAs('u'));
      const refusal = new BookingError('rate-limited');
      const { login, begun } = begin(calls, () => Promise.reject(refusal));
      expect(await login.session.catch((reason: unknown) => reason)).to.equal(refusal);
      expect(begun()).to.equal(0);
    });

    it('[P-33] given up in time, it does not leave', async () => {
      watchWindows({ isBlocked: true });
      const { calls } = callsWith(startedAs('v'));
      let go: (url: string) => void = () => undefined;
      const { login } = begin(calls, () => new Promise((resolve) => (go = resolve)));
      login.giveUp();
      go(providerUrl);
      const error = await login.session.catch((reason: unknown) => reason);
      expect(error).to.have.property('name', 'AbortError');
      expect(page.leftFor).to.equal('');
    });
  });

  it('[P-33] survives a lost connection, and ends with what the service says', async () => {
    const { calls, asked } = callsWith(startedAs('g'), [
      new BookingError('offline'),
      new BookingError('timeout'),
      new BookingError('not-allowed'),
    ]);
    const error = await start(calls, undefined, 10).session.catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(BookingError).with.property('kind', 'not-allowed');
    expect(asked).to.have.lengthOf(3);
  });

  it('[P-33] tells that the login could not begin, and leaves no window behind', async () => {
    const { calls } = callsWith(startedAs('h'));
    const refusal = new BookingError('rate-limited');
    const login = start({ ...calls, begin: () => Promise.reject(refusal) });
    expect(await login.session.catch((reason: unknown) => reason)).to.equal(refusal);
    expect(openWindows[0]?.closed).to.equal(true);
  });

  it('[P-33] given up, asks no more, closes the window and is deaf', async () => {
    const { calls, asked } = callsWith(startedAs('i'));
    const login = start(calls);
    await waitUntil(() => titleOf(openWindows[0]) === 'token-of-i', 'the page has the token');
    login.giveUp();
    const error = await login.session.catch((reason: unknown) => reason);
    expect(error).to.have.property('name', 'AbortError');
    await waitUntil(() => openWindows[0]?.closed, 'the window is closed');
    expect(asked).to.deep.equal([]);
  });
});
