import { expect } from '@open-wc/testing';
import '../../src/define/appointments.js';
import '../../src/define/appointment-receipt.js';
import '../../src/define/appointment-review.js';
import '../../src/define/week-calendar.js';
import { BookingError } from '../../src/api/booking-error.js';
import { appointmentWords } from '../../src/locales/appointment-words.js';
import { load } from '../../src/locales/load-locale.js';
import { need } from '../domain/support/own.js';
import { nextMonday, type ScriptedApi } from '../state/support/scripted-api.js';
import { openAppointments, type AppointmentsPage } from './support/appointments-page.js';
import { focused } from './support/form-page.js';
import { waitUntil } from '../support/wait-until.js';
import { loadFormWords } from '../support/form-words.js';

const stale = new BookingError('invalid', { fields: [{ path: 'consent', code: 'stale' }] });

/** The clinic has another text to consent to from now on. */
function changeConsent(api: ScriptedApi): void {
  const { texts } = api.value;
  const consentText = 'The new text of the clinic.';
  api.value = { ...api.value, texts: { ...texts, consentVersion: '2', consentText } };
}

function consentOf(page: AppointmentsPage): HTMLInputElement {
  const box = page
    .pages()
    .map(({ element }) => element.renderRoot.querySelector<HTMLInputElement>('[name=consent]'))
    .find((each) => each !== null);
  if (!box) throw new Error('No consent is asked for.');
  return box;
}

/** A patient who is due, has a time held, and has consented. */
async function atConsent(email: string | undefined = 'kari@example.com') {
  const { patient } = (await openAppointments()).own.open();
  const page = await openAppointments({
    session: { patient: { ...patient, email } },
    change: (api, own) => {
      own.list = { appointments: [], recalls: [need({ week: nextMonday().slice(0, 10) })] };
      api.value = { ...api.value, settings: { ...api.value.settings, confirmation: 'none' } };
    },
  });
  await page.press('Choose a time: ');
  await page.press(/, \d\d:\d\d – \d\d:\d\d/);
  await page.shows('Reserved for you until');
  consentOf(page).click();
  return page;
}

describe('opus-appointments: booking what is due', function () {
  this.timeout(8_000);

  before(async () => {
    await Promise.all([loadFormWords('en'), load(appointmentWords, 'en')]);
  });

  it('[P-28] a consent that was changed meanwhile is shown anew, and nothing is sent before it is given', async () => {
    const page = await atConsent();
    page.api.next('book', stale);
    changeConsent(page.api);
    await page.press('Book the appointment');
    await page.shows('The new text of the clinic.');
    await page.shows('The clinic has changed the consent.');
    await waitUntil(() => focused() === consentOf(page), 'focus on the consent');
    expect(consentOf(page).checked).to.equal(false);
    expect(page.text()).not.to.contain('Something has to be corrected');
    await page.shows('Reserved for you until');
    await page.press('Book the appointment');
    expect(page.api.count('book')).to.equal(1);
    consentOf(page).click();
    await page.press('Book the appointment');
    await page.shows('The check-up is booked');
    const [request] = page.api.last('book') as [{ consent: unknown }];
    expect(request.consent).to.deep.equal({ version: '2', lang: 'nb' });
  });

  it('[P-28] where the new consent cannot be read, that is said, and trying again reads it', async () => {
    const page = await atConsent();
    page.api.next('book', stale);
    page.api.next('account', 'unreachable');
    changeConsent(page.api);
    await page.press('Book the appointment');
    await page.shows('It is safe to try again');
    expect(page.text()).not.to.contain('The new text of the clinic.');
    // Still the consent that was given: it is refused once more.
    page.api.next('book', stale);
    await page.press('Try again');
    await page.shows('The new text of the clinic.');
    expect(consentOf(page).checked).to.equal(false);
    const asked = page.api.calls.filter(({ name }) => name === 'book');
    expect(
      asked.map(({ args }) => (args[0] as { consent: { version: string } }).consent.version),
    ).to.deep.equal(['1', '1']);
  });

  it('[P-28] an account that is read anew with another consent takes back the one that was given', async () => {
    const page = await atConsent();
    const review = page.element.renderRoot.querySelector('opus-appointment-review');
    changeConsent(page.api);
    Object.assign(review ?? {}, { account: page.api.value });
    await page.shows('The clinic has changed the consent.');
    expect(consentOf(page).checked).to.equal(false);
  });

  it('[P-29] what the service finds wrong is said beside its field, and what was typed stays', async () => {
    const page = await atConsent();
    page.api.next(
      'book',
      new BookingError('invalid', { fields: [{ path: 'patient.email', code: 'domain' }] }),
    );
    await page.press('Book the appointment');
    await page.shows('after the @ is not right');
    await waitUntil(
      () => (focused()?.getRootNode() as ShadowRoot).host?.getAttribute('name') === 'email',
    );
    expect(consentOf(page).checked).to.equal(true);
  });

  it('[P-38] what the form does not show is said above it', async () => {
    const page = await atConsent();
    page.api.next(
      'book',
      new BookingError('invalid', { fields: [{ path: 'patient.firstName', code: 'length' }] }),
    );
    await page.press('Book the appointment');
    await page.shows('Something has to be corrected');
  });
});
