import { test, type Page } from '@playwright/test';
import { newestCode } from '../e2e/inbox.js';
import { pageOf } from '../e2e/own-account.js';
import { OwnPage } from '../e2e/own-page.js';
import { patientOf } from '../e2e/patients.js';
import { OwnClinic, type PicturedLanguage } from './own-clinic.js';
import { picture } from './picture.js';

// Pictures of logging in and of own appointments for docs/screens: "npm run screens". They are to be looked at.

/** One walk is looked at in all widths: the widget follows the room that it has. */
const widths: Readonly<Record<PicturedLanguage, readonly number[]>> = {
  nb: [360, 768, 1280],
  sv: [360],
  fi: [360],
};

const markets = { nb: 'NO', sv: 'SE', fi: 'FI' } as const;

const look = async (
  page: Page,
  name: string,
  language: PicturedLanguage,
  all = widths[language],
) => {
  for (const width of all) {
    await page.setViewportSize({ width, height: width < 480 ? 740 : 900 });
    await picture(page, `${name}-${width}-${language}`);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
};

for (const language of ['nb', 'sv', 'fi'] as const) {
  const narrow = [360];
  const both = language === 'nb' ? [360, 1280] : narrow;
  // What comes after the choice has the same shape in Swedish as in Norwegian.
  const after = language === 'sv' ? [] : both;

  test(`logging in by SMS, in ${language}`, async ({ page, baseURL }) => {
    const { url } = await OwnClinic.make(baseURL, language);
    const patient = patientOf(markets[language], 300);
    const own = new OwnPage(page, language);
    await page.goto(`${url}?lang=${language}&view=login`);
    const login = own.widget.locator('opus-login');
    const send = login.getByRole('button', { name: own.own.sendLoginCode });
    await send.waitFor();
    await look(page, 'login', language, both);
    await send.click();
    await login.locator('opus-error-summary').waitFor();
    if (language !== 'sv') await look(page, 'login-errors', language, narrow);
    await login
      .getByRole('textbox', { name: own.words.nationalId(markets[language]) })
      .fill(patient.nationalId);
    await login.getByRole('textbox', { name: own.words.mobile }).fill(patient.mobile);
    await send.click();
    const code = login.getByRole('textbox', { name: own.words.codeLabel });
    await code.waitFor();
    if (language === 'nb') await look(page, 'login-code', language, both);
    await code.fill('000000');
    await login.getByRole('button', { name: own.words.logIn, exact: true }).click();
    await page.waitForTimeout(500);
    if (language !== 'sv') await look(page, 'login-code-wrong', language, narrow);
  });

  test(`own appointments, in ${language}`, async ({ page, baseURL }) => {
    const clinic = await OwnClinic.make(baseURL, language);
    const patient = { ...patientOf(markets[language], 310) };
    const id = await clinic.seePatient(patient, [1, 12, 20, -7]);
    await clinic.putDue(id);
    const own = new OwnPage(page, language);
    await page.goto(`${clinic.url}?lang=${language}&view=login`);
    await own.logInBySms(patient, clinic.url);
    await own.list.locator('.recalls').waitFor();
    await look(page, 'own-list', language);
    await own.startMove();
    await own.toFreeWeek();
    await look(page, 'own-move', language, both);
    await own.times.last().click();
    await own.button(own.own.moveNow).waitFor();
    await own.widget.locator('.held:not(.waiting)').waitFor();
    await look(page, 'own-review', language, both);
    await own.button(own.own.moveNow).click();
    await own.button(own.own.backToList).waitFor();
    await look(page, 'own-moved', language, after);
    await own.button(own.own.backToList).click();
    await own.list.getByRole('button', { name: own.own.cancelAppointment }).first().click();
    const dialog = own.widget.getByRole('dialog');
    await dialog.waitFor();
    for (const width of after) {
      await page.setViewportSize({ width, height: width < 480 ? 740 : 900 });
      await picture(page, `own-cancel-${width}-${language}`, false);
    }
    await dialog.getByRole('button', { name: own.own.cancelNow, exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await look(page, 'own-cancelled', language, after);
    await own.list.locator('.recalls').getByRole('button').click();
    await own.chooseTime();
    const book = own.widget
      .locator('opus-appointment-review')
      .getByRole('button', { name: own.words.bookTime });
    await book.waitFor();
    await own.widget.locator('.held:not(.waiting)').waitFor();
    await book.click();
    await page.waitForTimeout(300);
    if (language === 'nb') await look(page, 'own-need', language, narrow);
  });
}

test('own appointments on dark paper', async ({ page, baseURL }) => {
  const clinic = await OwnClinic.make(baseURL, 'sv');
  const patient = patientOf('SE', 311);
  const id = await clinic.seePatient({ ...patient, mobile: '0701740650' }, [1, 14]);
  await clinic.putDue(id);
  const own = new OwnPage(page, 'sv');
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(`${clinic.url}?lang=sv&view=login`);
  await look(page, 'dark-login', 'sv', [360]);
  await own.logInBySms({ ...patient, mobile: '0701740650' }, clinic.url);
  await own.list.locator('.recalls').waitFor();
  await look(page, 'dark-own-list', 'sv', [360]);
  await own.list.getByRole('button', { name: own.own.cancelAppointment }).first().click();
  await own.widget.getByRole('dialog').waitFor();
  await page.setViewportSize({ width: 360, height: 740 });
  await picture(page, 'dark-own-cancel-360-sv', false);
});

test('nothing yet, and what a new patient sees', async ({ page, baseURL }) => {
  const clinic = await OwnClinic.make(baseURL, 'nb');
  const patient = patientOf('NO', 321);
  await clinic.seePatient(patient, []);
  const own = new OwnPage(page, 'nb');
  await page.goto(`${clinic.url}?lang=nb&view=login`);
  await own.logInBySms(patient, clinic.url);
  await own.list.locator('#coming').waitFor();
  await look(page, 'own-empty', 'nb', [360, 1280]);
  await own.button(own.own.logOut).click();

  const unknown = patientOf('NO', 322);
  await own.choose(/^Opus Dental Klinikken/);
  await own.choose(/^Undersøkelse/);
  await own.choose(/^Lise Negård/);
  await own.chooseTime();
  await own.fillDetails(unknown);
  await own.review();
  await own.book();
  await own.confirm(await newestCode(clinic.url, unknown.mobile));
  await own.receipt.waitFor();
  await own.button(own.words.logIn).click();
  await own.logInBySms(unknown, clinic.url);
  await own.appointments.first().waitFor();
  await look(page, 'own-restricted', 'nb', [360, 1280]);
});

test('booking needs a login', async ({ page, baseURL }) => {
  const clinic = await OwnClinic.make(baseURL, 'nb', {
    id: 'shown-own-gate',
    newBookingRequiresLogin: true,
  });
  const own = new OwnPage(page, 'nb');
  await page.goto(`${clinic.url}?lang=nb`);
  await own.choose(/^Opus Dental Klinikken/);
  await own.choose(/^Undersøkelse/);
  await own.choose(/^Lise Negård/);
  await own.chooseTime();
  await own.widget.locator('opus-login').getByRole('button').first().waitFor();
  await look(page, 'login-gate', 'nb', [360, 1280]);
});

test('e-ID, whoever is logged in, and the code for a session', async ({ page, baseURL }) => {
  const url = pageOf(baseURL, 'opusdentalklinikken');
  const own = new OwnPage(page, 'nb');
  await page.goto(`${url}?lang=nb&view=login`);
  await own.button(own.own.loginWith('BankID (test)')).waitFor();
  await look(page, 'login-eid', 'nb', [360, 1280]);
  await own.logInByEid('BankID (test)', 'Kari Furuseth');
  await own.list.waitFor();
  await own.button(own.own.bookAppointment).click();
  await own.card(/^Opus Dental Klinikken/).waitFor();
  await look(page, 'logged-in', 'nb');
  await own.choose(/^Opus Dental Klinikken/);
  await own.choose(/^Undersøkelse/);
  await own.choose(/^Lise Negård/);
  await own.calendar.waitFor();
  await own.nextWeek();
  await own.chooseTime();
  await own.field(own.words.firstName).waitFor();
  await look(page, 'logged-in-details', 'nb', [360]);
  await own.widget.getByRole('checkbox', { name: own.words.consent }).check();
  await own.review();
  await own.book();
  await own.receipt.waitFor();
  await own.widget
    .locator('opus-receipt')
    .getByRole('button', { name: own.words.myAppointments })
    .click();
  await own.list.getByRole('button', { name: own.own.cancelAppointment }).first().click();
  await own.widget
    .getByRole('dialog')
    .getByRole('button', { name: own.own.cancelNow, exact: true })
    .click();
  await own.widget.locator('opus-session-code').getByRole('button').first().waitFor();
  await look(page, 'session-code', 'nb', [360, 1280]);
});
