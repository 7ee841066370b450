import { expect } from '@open-wc/testing';
import '../../src/define/appointments.js';
import '../../src/define/appointment-receipt.js';
import '../../src/define/appointment-review.js';
import '../../src/define/cancel-dialog.js';
import '../../src/define/login.js';
import '../../src/define/session-code.js';
import '../../src/define/week-calendar.js';
import { appointmentWords } from '../../src/locales/appointment-words.js';
import { load, loadLocale } from '../../src/locales/load-locale.js';
import { loginWords } from '../../src/locales/login-words.js';
import { openAppointments, ownIn } from './support/appointments-page.js';
import { waitUntil } from '../support/wait-until.js';

describe('opus-appointments', function () {
  this.timeout(8_000);

  before(async () => {
    await Promise.all([loadLocale('en'), load(appointmentWords, 'en'), load(loginWords, 'en')]);
  });

  it('[P-44] shows nothing before the patient has logged in, then the list', async () => {
    const page = await openAppointments({ session: null });
    await waitUntil(() => page.element.renderRoot.querySelector('opus-login'));
    expect(page.text()).not.to.contain('Lise Negård');
    expect(page.own.count('appointments')).to.equal(0);
    page.session.take(page.own.open());
    await page.shows('Lise Negård');
  });

  it('[P-10] a link opens its place after login, and changes nothing by itself', async () => {
    const page = await openAppointments({
      session: null,
      inputs: { appointment: 'own-1', do: 'cancel' },
    });
    page.session.take(page.own.open());
    await page.shows('Cancel the appointment?');
    expect(page.own.count('cancelAppointment')).to.equal(0);
    const gone = await openAppointments({ inputs: { appointment: 'other', do: 'move' } });
    await gone.shows('We do not find that appointment');
  });

  it('[P-10] a link to an appointment leads focus to it among the others', async () => {
    const page = await openAppointments({
      change: (api, own) => {
        own.list = {
          appointments: [ownIn(api), ownIn(api, { id: 'own-2' })],
          recalls: [],
        };
      },
      inputs: { appointment: 'own-2' },
    });
    await page.shows('Lise Negård');
    const list = page.element.renderRoot.querySelector('opus-appointment-list');
    await waitUntil(
      () => list?.shadowRoot?.activeElement?.closest('li')?.id === 'own-2',
      'focus on the appointment of the link',
    );
  });

  it('[P-10] the e-ID provider of a link comes first where a login is asked for', async () => {
    const page = await openAppointments({ session: null, inputs: { idp: 'buypass' } });
    await waitUntil(() => page.element.renderRoot.querySelector('opus-login'));
    expect(page.element.renderRoot.querySelector('opus-login')?.idp).to.equal('buypass');
  });

  it('[P-17] a list that cannot be read says why, and is tried again', async () => {
    const page = await openAppointments({
      change: (_, own) => own.next('appointments', 'unreachable'),
    });
    await page.shows('Your appointments are as they were. Try again, or call the clinic.');
    await page.press('Try again');
    await page.shows('Lise Negård');
  });

  it('[P-33] after logging out nothing of the patient is left', async () => {
    const page = await openAppointments();
    await page.shows('Lise Negård');
    await page.session.logOut();
    await waitUntil(() => page.element.renderRoot.querySelector('opus-login'));
    expect(page.text()).not.to.contain('Lise Negård');
    page.own.list = { appointments: [], recalls: [] };
    page.session.take(page.own.open());
    await page.shows('You have no coming appointments.');
  });

  it('[P-33] somebody else who logs in sees their own list', async () => {
    const page = await openAppointments();
    await page.shows('Lise Negård');
    page.own.list = { appointments: [], recalls: [] };
    const { patient } = page.own.open();
    page.session.take(
      page.own.open({
        patient: { ...patient, firstName: 'Ola', nationalIdMasked: '010190-*****' },
      }),
    );
    await page.shows('You have no coming appointments.');
  });
});
