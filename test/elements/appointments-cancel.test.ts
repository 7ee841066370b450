import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/define/appointments.js';
import '../../src/define/appointment-receipt.js';
import '../../src/define/appointment-review.js';
import '../../src/define/cancel-dialog.js';
import '../../src/define/login.js';
import '../../src/define/session-code.js';
import '../../src/define/week-calendar.js';
import { BookingError } from '../../src/api/booking-error.js';
import { appointmentWords } from '../../src/locales/appointment-words.js';
import { load } from '../../src/locales/load-locale.js';
import { loginWords } from '../../src/locales/login-words.js';
import { need } from '../domain/support/own.js';
import { loadFormWords } from '../support/form-words.js';
import { nextMonday } from '../state/support/scripted-api.js';
import { openAppointments, ownIn } from './support/appointments-page.js';
import { focused } from './support/form-page.js';
import { waitUntil } from '../support/wait-until.js';

describe('opus-appointments: cancelling, and what is due', function () {
  this.timeout(8_000);

  before(async () => {
    await Promise.all([loadFormWords('en'), load(appointmentWords, 'en'), load(loginWords, 'en')]);
  });

  it('[P-43] so it does when only the service knows that a code is needed', async () => {
    const page = await openAppointments();
    page.own.next('cancelAppointment', 'code-required');
    await page.press('Cancel: ');
    await page.press('Cancel the appointment');
    await waitUntil(() => page.element.renderRoot.querySelector('opus-session-code'));
    await page.session.confirm('123456');
    await page.shows('Cancelled: Exam');
  });

  it('[P-37] asks in a dialog that names the appointment, the safe choice first; Escape keeps it', async () => {
    const page = await openAppointments();
    await page.press('Cancel: ');
    await page.shows('Cancel the appointment?');
    const dialog = page.element.renderRoot
      .querySelector('opus-cancel-dialog')
      ?.shadowRoot?.querySelector('dialog');
    expect(dialog?.matches(':modal')).to.equal(true);
    expect(dialog?.textContent).to.match(/Exam, Monday/);
    expect(focused()?.textContent.trim()).to.equal('Keep the appointment');
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => !page.element.renderRoot.querySelector('opus-cancel-dialog'));
    expect(page.own.count('cancelAppointment')).to.equal(0);
    await waitUntil(() => focused()?.ariaLabel?.startsWith('Cancel: '));
  });

  it('[P-37] cancels: the state in its place, said, and told outside', async () => {
    const page = await openAppointments({ inputs: { bookingUrl: 'https://example.com/book' } });
    let told = 0;
    page.element.addEventListener('opus-cancelled', () => (told += 1));
    page.own.next('cancelAppointment', () => {
      page.own.list = { appointments: [ownIn(page.api, { status: 'cancelled' })], recalls: [] };
    });
    await page.press('Cancel: ');
    await page.press('Cancel the appointment');
    await page.shows('Cancelled: Exam, Monday');
    await waitUntil(() => focused()?.textContent.startsWith('Cancelled: Exam'));
    expect(told).to.equal(1);
    expect(page.find('Move: ') === undefined).to.equal(true);
    const links = page.pages().flatMap((each) => each.all<HTMLAnchorElement>('a'));
    expect(links.map(({ href }) => href)).to.include('https://example.com/book');
  });

  it('[P-37] cancelled in another window meanwhile: the list is read anew, and it says so', async () => {
    const page = await openAppointments();
    await page.press('Cancel: ');
    page.own.list = { appointments: [ownIn(page.api, { status: 'cancelled' })], recalls: [] };
    page.own.next('cancelAppointment', 'not-found');
    await page.press('Cancel the appointment');
    await page.shows('Your appointments have changed meanwhile');
    await waitUntil(() => focused()?.textContent.includes('changed meanwhile'));
  });

  it('[A-06] too late by now: refused, and the appointment itself says until when it was possible', async () => {
    const page = await openAppointments();
    await page.press('Cancel: ');
    const until = nextMonday(-7 * 24 * 60);
    const shut = { allowed: false, reason: 'deadline', until } as const;
    page.own.list = {
      appointments: [ownIn(page.api, { move: shut, cancel: shut })],
      recalls: [],
    };
    page.own.next('cancelAppointment', new BookingError('not-allowed', { reason: 'deadline' }));
    await page.press('Cancel the appointment');
    await page.shows('That cannot be done here any more');
    await page.shows('Could be moved or cancelled until Monday');
  });

  it('[P-38] books a need with nothing but consent, since the rest is known', async () => {
    const recall = need({
      week: nextMonday().slice(0, 10),
      treatment: { id: 'exam', name: 'Exam' },
    });
    const page = await openAppointments({
      change: (api, own) => {
        own.list = { appointments: [], recalls: [recall] };
        api.value = { ...api.value, settings: { ...api.value.settings, confirmation: 'none' } };
      },
    });
    await page.press('Choose a time: Exam');
    await page.press(/, \d\d:\d\d – \d\d:\d\d/);
    await page.shows('Kari Nordmann');
    await page.shows('* Required');
    await page.shows('Reserved for you until');
    await page.press('Book the appointment');
    await page.shows('consent');
    expect(page.api.count('book')).to.equal(0);
    expect(focused()?.getAttribute('name')).to.equal('consent');
    (focused() as HTMLElement).click();
    await page.press('Book the appointment');
    await page.shows('The check-up is booked');
    const [request] = page.api.last('book') as [Record<string, unknown>];
    const consent = { version: '1', lang: 'en' };
    expect(request).to.deep.include({ patient: {}, consent, lang: 'en' });
    const [query] = page.api.last('slots') as [Record<string, string>];
    expect(query).to.include({ recall: 'recall-1', clinician: 'lise' });
  });

  it('[P-38] asks for what the clinic wants of everybody and does not know of this patient', async () => {
    const { patient } = (await openAppointments()).own.open();
    const page = await openAppointments({
      session: { patient: { ...patient, email: undefined } },
      change: (_, own) => {
        own.list = { appointments: [], recalls: [need({ week: nextMonday().slice(0, 10) })] };
      },
    });
    await page.press('Choose a time: ');
    await page.press(/, \d\d:\d\d – \d\d:\d\d/);
    await page.shows('Reserved for you until');
    await page.press('Book the appointment');
    await page.shows('Enter your e-mail address');
    expect(page.api.count('book')).to.equal(0);
  });
});
