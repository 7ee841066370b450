import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define/booking.js';
import { BookingError } from '../../src/api/booking-error.js';
import type { BookingApi } from '../../src/api/booking-api.js';
import type { SessionApi } from '../../src/api/session-api.js';
import type { Account, BookingRequest, Recall } from '../../src/contract/index.js';
import type { Booking } from '../../src/elements/booking/booking.js';
import '../../src/events/view-change-event.js';
import { load, loadLocale } from '../../src/locales/load-locale.js';
import { loginWords } from '../../src/locales/login-words.js';
import { clinicsOfAsker } from '../domain/support/catalogue.js';
import { ScriptedApi } from '../state/support/scripted-api.js';
import { ScriptedSessionApi, sessionOf } from '../state/support/scripted-session-api.js';
import { BookingPage } from './support/booking-page.js';
import { waitUntil } from '../support/wait-until.js';

const withLogin: Partial<Account['settings']> = {
  login: { sms: true, eid: [] },
  viewAppointments: true,
};

/** One service for both kinds of calls. */
function clientOf(api: ScriptedApi, own: ScriptedSessionApi): BookingApi & SessionApi {
  return new Proxy(api as unknown as BookingApi & SessionApi, {
    get(target, key) {
      const whose = key in own && !(key in target) ? own : target;
      const value = Reflect.get(whose, key) as unknown;
      return typeof value === 'function' ? (value.bind(whose) as unknown) : value;
    },
  });
}

async function open(
  settings: Partial<Account['settings']> = {},
  attributes: Partial<Booking> = {},
  change: Partial<Account> = {},
) {
  const api = new ScriptedApi({ ...clinicsOfAsker({ ...withLogin, ...settings }), ...change });
  const own = new ScriptedSessionApi();
  await loadLocale('en');
  const element = await fixture<Booking>(
    html`<opus-booking
      lang="en"
      account="test"
      .client=${clientOf(api, own)}
      .view=${attributes.view}
      .appointment=${attributes.appointment}
      .eidReturn=${attributes.eidReturn}
    ></opus-booking>`,
  );
  return { api, own, page: new BookingPage(element) };
}

async function logIn(page: BookingPage): Promise<void> {
  await waitUntil(
    () =>
      page.all('opus-login [name="nationalId"]').length > 0 ||
      page.all('[name="nationalId"]').length > 0,
  );
  await page.type('nationalId', '190476-49954');
  await page.type('mobile', '98765432');
  await page.press(/^Send me a code/);
  await waitUntil(() => page.all('[name="code"]').length > 0, 'the code');
  await page.type('code', '123456');
  page
    .all('opus-code-form')
    .forEach((form) =>
      form.shadowRoot?.querySelector<HTMLElement>('button[type="submit"]')?.click(),
    );
}

async function toDetails(page: BookingPage): Promise<void> {
  await page.press(/^hvalstad/);
  await page.press(/^exam/);
  await page.press(/^lise/);
  await page.shows('Choose a time');
  await page.press(/08:00|09:00/);
}

/** From now on the service refuses bookings without a login, unless one waits for its code. */
function requireLogin(
  api: ScriptedApi,
  login: Account['settings']['login'] = api.value.settings.login,
): void {
  const { settings } = api.value;
  api.value = { ...api.value, settings: { ...settings, login, newBookingRequiresLogin: true } };
  if (api.count('book') === 0) api.next('book', new BookingError('login-required'));
}

async function toReceipt(page: BookingPage): Promise<void> {
  await toDetails(page);
  await page.fillIn();
  await page.press(/^Book the/);
  await page.focusesHeading('Booking confirmation');
}

async function consentAndGoOn(page: BookingPage): Promise<void> {
  (page.all('input[type="checkbox"]')[0] as HTMLInputElement).click();
  (page.all('button[type="submit"]')[0] as HTMLElement).click();
}

describe('opus-booking with a login', function () {
  this.timeout(20_000);

  before(async () => {
    // What comes on demand is there, so that no test waits for its code.
    await Promise.all([
      import('../../src/elements/booking/logged-in-views.js'),
      import('../../src/state/booking/reservation.js'),
      load(loginWords, 'en'),
    ]);
  });

  it('[P-33] offers no login where the account has none', async () => {
    const { page } = await open({ login: { sms: false, eid: [] } }, { view: 'appointments' });
    await page.press(/^hvalstad/);
    await page.press(/^exam/);
    await page.shows('clinician');
    expect(page.text).not.to.contain('Log in');
  });

  it('[P-33] logs in from the header, shows who it is, and logs out', async () => {
    const { own, page } = await open();
    const views: string[] = [];
    page.element.addEventListener('opus-view-change', (event) => {
      views.push(event.view);
    });
    await page.press(/^Log in$/);
    await page.focusesHeading('Log in');
    await expect(page.element).to.be.accessible();
    await logIn(page);
    await page.shows('Kari Nordmann (190476-*****)');
    expect(views).to.deep.equal(['login', 'appointments']);
    await page.press(/^Log out$/);
    await page.shows('Log in');
    expect(page.text).not.to.contain('Kari');
    expect(own.count('logout')).to.equal(1);
    expect(own.isLive('session-1')).to.equal(false);
  });

  describe('on a page that may go to the e-ID provider', () => {
    const login = { sms: true, eid: [{ id: 'bankid', name: 'BankID' }] };
    const { open: openWindow } = window;
    beforeEach(() => {
      window.open = () => null;
    });
    afterEach(() => {
      window.open = openWindow;
    });

    /** Where the provider would send the browser back to, once the page has left for it. */
    async function leave({ own, page }: Awaited<ReturnType<typeof open>>): Promise<URL> {
      own.eidStarted = { ...own.eidStarted, url: '#at-the-provider' };
      await page.press(/^Log in with BankID/);
      await waitUntil(() => own.count('eidRedirect') === 1, 'the page leaves');
      await waitUntil(() => location.hash === '#at-the-provider');
      history.replaceState(null, '', location.pathname + location.search);
      const [{ returnPath }] = own.last('eidRedirect') as [{ returnPath: string }];
      return new URL(returnPath, location.origin);
    }

    it('[P-33] leaves before anything is typed or held, and says where it wants to come back', async () => {
      const shown = await open({ login }, { eidReturn: '' });
      await shown.page.press(/^Log in$/);
      const back = await leave(shown);
      expect(back.pathname).to.equal(location.pathname);
      expect(back.searchParams.get('view')).to.equal('login');
      expect(back.searchParams.get('eid-return')).to.equal('done');
      expect(shown.own.count('eidLogin')).to.equal(0);
    });

    it('[P-33] leaves from the own appointments too, and comes back to them', async () => {
      const shown = await open({ login }, { eidReturn: '', view: 'appointments' });
      const back = await leave(shown);
      expect(back.searchParams.get('view')).to.equal('appointments');
    });

    it('[P-33] stays while a time is held or something is typed: there is a link then', async () => {
      const { own, page } = await open({ login }, { eidReturn: '' });
      await toDetails(page);
      await page.shows('Your details');
      await page.press(/^Log in$/);
      await page.press(/^Log in with BankID/);
      await page.shows('Open BankID');
      expect(own.count('eidRedirect')).to.equal(0);
    });

    it('[P-33] stays where the page did not say that it may be left', async () => {
      const { own, page } = await open({ login });
      await page.press(/^Log in$/);
      await page.press(/^Log in with BankID/);
      await page.shows('Open BankID');
      expect(own.count('eidRedirect')).to.equal(0);
    });

    it('[P-33] back from there the patient is logged in, and sees what the page was about', async () => {
      const { own, page } = await open({ login }, { eidReturn: 'done', view: 'appointments' });
      await page.shows('Kari Nordmann');
      await page.focusesHeading('My appointments');
      expect(own.count('eidReturn')).to.equal(1);
      expect(page.element.view).to.equal('appointments');
    });

    it('[P-33] back without having logged in, the patient is told, and may go on without', async () => {
      const first = await open({ login }, { eidReturn: '' });
      const { own } = first;
      first.page.element.remove();
      own.next('eidReturn', 'not-allowed');
      const element = await fixture<Booking>(
        html`<opus-booking
          lang="en"
          account="test"
          eid-return="done"
          view="login"
          .client=${clientOf(first.api, own)}
        ></opus-booking>`,
      );
      const page = new BookingPage(element);
      await page.shows('Logging in was cancelled, or it failed');
      await expect(element).to.be.accessible();
      await page.press(/^Book an appointment/);
      await page.press(/^hvalstad/);
      expect(own.count('eidReturn')).to.equal(1);
    });
  });

  it('[P-33] where there is only one clinic, logging in before choosing leads to the own appointments', async () => {
    const { clinics } = clinicsOfAsker();
    const { page } = await open({}, {}, { clinics: clinics.slice(0, 1) });
    await page.press(/^Log in$/);
    await logIn(page);
    await page.shows('Kari Nordmann');
    expect(page.element.view).to.equal('appointments');
  });

  it('[P-39] fills the form in from the record, and sends only what changed, without ID or code', async () => {
    const { api, page } = await open();
    await toDetails(page);
    await page.shows('Your details');
    await page.press(/^Log in$/);
    await logIn(page);
    await page.shows('190476-*****');
    await page.shows('Your details');
    expect(page.value('firstName')).to.equal('Kari');
    expect(page.value('mobile')).to.equal('987 65 432');
    expect(page.all('[name="nationalId"]')).to.deep.equal([]);
    await expect(page.element).to.be.accessible();
    await page.type('email', 'new@example.com');
    await consentAndGoOn(page);
    await page.shows(/new@example.com/);
    await page.shows('190476-*****');
    await page.press(/^Book/);
    await waitUntil(() => api.count('book') === 1);
    const [request, , session] = api.last('book') as [BookingRequest, unknown, string];
    expect(request.patient).to.deep.equal({ email: 'new@example.com' });
    expect(session).to.equal('session-1');
  });

  /** Clinicians who are open to everybody; the others take no new patients. */
  const openTo = (...ids: string[]) =>
    clinicsOfAsker().clinicians.map((each) => ({
      ...each,
      acceptsNewPatients: ids.includes(each.id),
    }));

  it('[P-42] who is on file can choose a clinician who takes no new patients, until they log out', async () => {
    const { own, page } = await open({}, {}, { clinicians: openTo('lise') });
    const settled = () => waitUntil(() => page.element.updateComplete);
    // Only Lise is left, and so her clinic is chosen too.
    await page.shows('Choose a type of treatment');
    // Known by e-ID, but nobody that the clinic knows.
    own.opens = sessionOf({ access: 'none' });
    await page.press(/^Log in$/);
    await logIn(page);
    await page.shows('Kari Nordmann');
    await settled();
    expect(page.text).not.to.contain('heggedal');
    await page.press(/^Log out$/);
    own.opens = sessionOf();
    await page.press(/^Log in$/);
    await logIn(page);
    await page.press(/^Book an appointment/);
    await page.press(/^Change clinic/i);
    await page.press(/^heggedal/);
    await page.shows('Choose a type of treatment');
    await page.press(/^Log out$/);
    await waitUntil(() => !page.text.includes('heggedal'), 'only her clinic');
    await page.shows('hvalstad');
  });

  it('[P-42] [P-06] nobody is thrown back by logging in where there is more to choose from then', async () => {
    const { api, page } = await open({}, {}, { clinicians: openTo('lise') });
    await page.press(/^exam/);
    await page.shows('Choose a time');
    await page.press(/08:00|09:00/);
    await page.shows('Your details');
    await page.press(/^Log in$/);
    await logIn(page);
    await page.focusesHeading('Your details');
    await page.shows('lise');
    await page.button(/^Change clinician/i);
    expect([api.count('hold'), api.count('releaseHold')]).to.deep.equal([1, 0]);
  });

  it('[P-39] what was typed before logging in wins over the record, and stays', async () => {
    const { api, page } = await open();
    await toDetails(page);
    await page.shows('Your details');
    await page.type('firstName', 'Karianne');
    await page.type('nationalId', '190476-49954');
    await page.press(/^Log in$/);
    await logIn(page);
    await page.shows('Your details');
    expect(page.value('firstName')).to.equal('Karianne');
    expect(page.value('lastName')).to.equal('Nordmann');
    await consentAndGoOn(page);
    await page.press(/^Book/);
    await waitUntil(() => api.count('book') === 1);
    expect((api.last('book')[0] as BookingRequest).patient).to.deep.equal({
      firstName: 'Karianne',
    });
  });

  it('[P-34] choosing is open, the details ask for a login with the time held, then it goes on where it was', async () => {
    const { api, page } = await open({ newBookingRequiresLogin: true });
    await toDetails(page);
    await page.shows('You need to log in to book a time here');
    expect(page.all('opus-personal-details')).to.deep.equal([]);
    await waitUntil(() => api.count('hold') === 1);
    expect(page.text).not.to.contain('Go on without');
    await expect(page.element).to.be.accessible();
    await logIn(page);
    await page.focusesHeading('Your details');
    expect(page.value('lastName')).to.equal('Nordmann');
    expect(api.count('hold')).to.equal(1);
    expect(api.count('releaseHold')).to.equal(0);
  });

  for (const hasLooked of [false, true]) {
    it(`[P-34] a login that is needed by now is asked for when the patient books, and all is kept${hasLooked ? ', also after a look at the login' : ''}`, async () => {
      const { api, page } = await open({ confirmation: 'none' });
      if (hasLooked) {
        await page.press(/^Log in$/);
        await page.press(/^Book an appointment$/);
      }
      await toDetails(page);
      await page.fillIn();
      requireLogin(api);
      (await page.button(/^Book the/)).focus();
      await page.press(/^Book the/);
      await page.shows('You need to log in to book a time here');
      await page.focusesHeading('Log in');
      expect(page.text).not.to.contain('cannot be booked online');
      expect(page.text).not.to.contain('Go on without');
      await expect(page.element).to.be.accessible();
      await logIn(page);
      await page.focusesHeading('Review and book');
      await page.press(/^Book the/);
      await page.focusesHeading('Booking confirmation');
      expect(api.count('hold')).to.equal(1);
      expect(api.count('releaseHold')).to.equal(0);
      expect(api.count('book')).to.equal(2);
      const [request, , session] = api.last('book') as [BookingRequest, unknown, string];
      // Only what differs from the record: the number that was typed before.
      expect(request.patient).to.deep.equal({ mobile: '+4799999999' });
      expect(session).to.equal('session-1');
    });
  }

  it('[P-34] where a login is needed by now and there is no way to, the patient is told to call', async () => {
    const { api, page } = await open({ login: { sms: false, eid: [] } });
    await toDetails(page);
    await page.fillIn();
    requireLogin(api);
    await page.press(/^Book the/);
    await page.shows('cannot be booked online');
    await page.shows('Call the clinic');
  });

  it('[P-34] so it is with a way to log in that came together with the need for it', async () => {
    const { api, page } = await open({ login: { sms: false, eid: [] } });
    await toDetails(page);
    await page.fillIn();
    requireLogin(api, { sms: true, eid: [] });
    await page.press(/^Book the/);
    await page.shows('You need to log in to book a time here');
  });

  it('[P-34] what waits for its code needs no login any more', async () => {
    const { api, page } = await open({ confirmation: 'code' });
    await toDetails(page);
    await page.fillIn();
    await page.press(/^Book the/);
    await page.shows('Enter the code');
    requireLogin(api);
    api.next('confirm', new BookingError('closed'));
    await page.enterCode('123456');
    await waitUntil(() => api.count('account') === 2, 'the account is read anew');
    await page.shows('Enter the code');
    await page.enterCode('123456');
    await page.focusesHeading('Booking confirmation');
  });

  it('[P-34] somebody whom the clinic does not know is told so, with its phone', async () => {
    const { own, page } = await open({ newBookingRequiresLogin: true });
    own.opens = sessionOf({
      access: 'none',
      patient: { firstName: 'Kari', lastName: 'Nordmann', nationalIdMasked: '190476-*****' },
    });
    await toDetails(page);
    await page.shows('You need to log in');
    await logIn(page);
    await page.shows('We do not find you among the patients');
    await page.shows('Call the clinic');
    await expect(page.element).to.be.accessible();
  });

  it('[P-39] a session that ends asks for login again and keeps the form', async () => {
    const { api, own, page } = await open();
    await page.press(/^Log in$/);
    await logIn(page);
    await page.press(/^Book an appointment$/);
    await toDetails(page);
    await page.shows('Your details');
    await page.type('email', 'typed@example.com');
    await consentAndGoOn(page);
    await page.shows(/typed@example.com/);
    own.endAll();
    api.next('book', new BookingError('login-required'));
    await page.press(/^Book/);
    await page.shows('You have been logged out');
    expect(page.text).not.to.contain('typed@example.com');
    await logIn(page);
    await waitUntil(() => api.count('book') === 2, 'asked again by itself');
    const [first, again] = api.calls.filter(({ name }) => name === 'book').map(({ args }) => args);
    expect(again?.[0]).to.deep.equal(first?.[0]);
    expect(again?.[1]).to.deep.equal(first?.[1]);
    expect(again?.[2]).to.equal('session-2');
  });

  it('[P-39] going on without a login leaves nothing of the record in the form', async () => {
    const { own, api, page } = await open();
    await toDetails(page);
    await page.shows('Your details');
    await page.press(/^Log in$/);
    await logIn(page);
    await page.shows('190476-*****');
    await consentAndGoOn(page);
    own.endAll();
    api.next('book', new BookingError('login-required'));
    await page.press(/^Book/);
    await page.press(/^Go on without logging in$/);
    await page.shows('Your details');
    expect(page.value('firstName')).to.equal('');
    expect(page.value('mobile')).to.equal('');
    expect(page.all('[name="nationalId"]').length).to.equal(1);
  });

  it('[N-02] logging out takes what came from the record out of the form and out of memory', async () => {
    const { page } = await open();
    await toDetails(page);
    await page.shows('Your details');
    await page.press(/^Log in$/);
    await logIn(page);
    await page.shows('190476-*****');
    await page.press(/^Log out$/);
    await waitUntil(() => page.value('firstName') === '', 'the form is empty');
    expect(page.value('email')).to.equal('');
    expect(page.text).not.to.contain('190476-*****');
  });

  it('[P-38] what the patient is due for comes first', async () => {
    const { own, page } = await open();
    const need: Recall = {
      id: 'recall-1',
      week: '2026-12-07',
      minutes: 30,
      treatment: { id: 'exam', name: 'Examination' },
      mayChooseClinician: false,
      bookable: true,
      phone: '66776040',
    };
    own.list = { appointments: [], recalls: [need] };
    await toDetails(page);
    await page.press(/^Log in$/);
    await logIn(page);
    await page.shows('The clinic would like to see you again: Examination.');
    await page.press(/^See and book$/);
    expect(page.element.view).to.equal('appointments');
  });

  it('[P-40] new booking off leaves the login; maintenance does not', async () => {
    const off = await open({}, {}, { status: 'new-booking-off' });
    await off.page.press(/^Log in$/);
    await logIn(off.page);
    await off.page.shows('Kari Nordmann');
    const closed = await open({}, {}, { status: 'maintenance' });
    await closed.page.shows(/maintenance/i);
    expect(closed.page.text).not.to.contain('Log in');
  });

  it('[P-32, P-35] the receipt leads to the own appointments, through the login', async () => {
    const { own, page } = await open({ confirmation: 'none' });
    const views: string[] = [];
    page.element.addEventListener('opus-view-change', (event) => views.push(event.view));
    await toReceipt(page);
    await expect(page.element).to.be.accessible();
    await page.press(/^My appointments$/);
    await page.shows('Log in to go on to your appointment');
    await page.focusesHeading('Log in');
    await logIn(page);
    await page.focusesHeading('My appointments');
    expect(views).to.deep.equal(['appointments']);
    expect(own.count('appointments')).to.be.greaterThan(0);
  });

  it('[P-32, P-35] whoever is logged in comes from the receipt to the list, and from there to a new booking', async () => {
    const { page } = await open({ confirmation: 'none' });
    await page.press(/^Log in$/);
    await logIn(page);
    await page.press(/^Book an appointment$/);
    await toDetails(page);
    await page.shows('Your details');
    await consentAndGoOn(page);
    await page.press(/^Book the/);
    await page.focusesHeading('Booking confirmation');
    page.all('opus-receipt button.link')[0]?.click();
    await page.focusesHeading('My appointments');
    await waitUntil(() => page.all('section > button').length > 0);
    page.all('section > button')[0]?.click();
    await page.shows('hvalstad');
    expect(page.text).not.to.contain('Booking confirmation');
    expect(page.element.currentStep).to.equal('clinic');
  });

  it('[P-32, P-35] after a receipt the header leads to a new booking', async () => {
    const { page } = await open({ confirmation: 'none' });
    await toReceipt(page);
    await page.press(/^Log in$/);
    await page.press(/^Book an appointment$/);
    await page.shows('hvalstad');
    await page.focusesHeading('Choose a clinic');
    expect(page.text).not.to.contain('Booking confirmation');
  });

  it('[P-32, P-35] the receipt leads nowhere where own appointments are not shown', async () => {
    for (const settings of [{ viewAppointments: false }, { login: { sms: false, eid: [] } }]) {
      const { page } = await open({ confirmation: 'none', ...settings });
      await toReceipt(page);
      expect(page.text).not.to.contain('My appointments');
    }
  });

  it('[P-44] the link of a message shows nothing personal before the login', async () => {
    const { own, page } = await open({}, { view: 'appointments', appointment: 'a-1' });
    await waitUntil(() => page.element.shadowRoot?.querySelector('.who'));
    expect(own.calls).to.deep.equal([]);
    expect(page.text).not.to.contain('hvalstad');
  });
});
