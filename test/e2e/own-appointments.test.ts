import { expect, test, type Page } from '@playwright/test';
import { sampleAccounts } from '../../demo/accounts/index.js';
import { template } from '../../demo/accounts/sample-account.js';
import { BookingPage } from './booking-page.js';
import { newCode } from './inbox.js';
import {
  freeStart,
  makeOwnAccount,
  pageOf,
  putNeed,
  putOnFile,
  weekAfterNext,
} from './own-account.js';
import { OwnPage } from './own-page.js';
import { patientOf } from './patients.js';
import { changeSettings, staffOf, timebook } from './staff.js';

const homes = { nb: 'NO', sv: 'SE' } as const;

for (const language of ['nb', 'sv'] as const) {
  const market = homes[language];

  test(`[P-33] [P-35] [P-36] [P-37] [P-39] a new patient books, logs in by SMS code, moves and cancels, and another books the freed time, ${language}`, async ({
    page,
    baseURL,
    context,
  }) => {
    test.setTimeout(120_000);
    const account = `own-sms-${language}`;
    const url = await makeOwnAccount(baseURL, account, language);
    const patient = patientOf(market, 700);
    await page.goto(url);
    const own = new OwnPage(page, language);
    await own.choose(/^Torvet/);
    await own.choose(/^Kontroll/);
    await own.choose(/^Bo Dahl/);
    await own.chooseTime();
    await own.fillDetails(patient);
    await own.review();
    await own.confirm(await newCode(url, patient.mobile, () => own.book()));
    await own.receipt.waitFor();
    const [booked] = (await timebook(url, account)).filter(({ status }) => status === 'booked');

    await own.button(own.words.logIn).click();
    await own.logInBySms(patient, url);
    await expect(own.appointments).toHaveCount(1);
    await expect(own.list).toContainText(own.own.stateComing);
    await expect(own.list, '[P-39] nobody has vouched for the number yet').toContainText(
      own.own.onlyThisNumber,
    );
    const who = own.widget.getByRole('group', { name: own.own.whoIsLoggedIn });
    await expect(who).toContainText(patient.firstName);
    await expect(who).not.toContainText(patient.nationalId.slice(-5));

    await own.move();
    await expect(own.widget).toContainText(own.own.movedHeading);
    const moved = (await timebook(url, account)).filter(({ status }) => status === 'booked');
    expect(moved).toHaveLength(1);
    expect(Date.parse(moved[0]!.start)).toBeGreaterThan(Date.parse(booked!.start));

    await own.button(own.own.backToList).click();
    await own.cancel();
    await expect(own.list).toContainText(own.own.stateCancelled);
    expect((await timebook(url, account)).map(({ status }) => status)).toEqual(['cancelled']);

    // What the patient gave up first is offered to the next one, who books it.
    const another = patientOf(market, 701);
    const next = new BookingPage(await context.newPage(), language);
    await next.page.goto(url);
    await next.choose(/^Torvet/);
    await next.choose(/^Kontroll/);
    await next.choose(/^Bo Dahl/);
    await next.chooseTime();
    await next.fillDetails(another);
    await next.review();
    await next.confirm(await newCode(url, another.mobile, () => next.book()));
    await next.receipt.waitFor();
    const rebooked = (await timebook(url, account)).filter(({ status }) => status === 'booked');
    expect(rebooked.map(({ start }) => Date.parse(start))).toEqual([Date.parse(booked!.start)]);
  });

  test(`[P-33] [P-39] [P-43] [P-36] [P-37] a patient on file logs in by e-ID, books without a code, moves with one, and cancels, ${language}`, async ({
    page,
    baseURL,
  }) => {
    test.setTimeout(120_000);
    const account = language === 'nb' ? 'opusdentalklinikken' : 'opustandlakarna';
    const url = pageOf(baseURL, account);
    // The first of the demo's patients on file, who is a test person of its provider too.
    const [patient] = Object.values(sampleAccounts.find(({ id }) => id === account)!.patients!);
    await page.goto(url);
    const own = new OwnPage(page, language);
    await own.button(own.words.logIn).click();
    await own.logInByEid('BankID (test)', `${patient!.firstName} ${patient!.lastName}`);
    await expect(own.list).toBeVisible();
    const before = await own.appointments.count();

    await own.button(own.own.bookAppointment).click();
    if (language === 'nb') await own.choose(/^Opus Dental Klinikken/);
    await own.choose(language === 'nb' ? /^Undersøkelse/ : /^Undersökning/);
    await own.choose(language === 'nb' ? /^Evelyn Andersen/ : /^Olle Ohlsson/);
    // The clinic lets nobody change what begins within a day.
    await own.toFreeWeek();
    await own.nextWeek();
    await own.chooseTime();
    await own.field(own.words.firstName).waitFor();
    await expect(own.field(own.words.firstName)).toHaveValue(patient!.firstName);
    await expect(own.field(own.words.lastName)).toHaveValue(patient!.lastName);
    await own.widget.getByRole('checkbox', { name: own.words.consent }).check();
    await own.review();
    await own.book();
    await own.receipt.waitFor();

    await own.widget
      .locator('opus-receipt')
      .getByRole('button', { name: own.words.myAppointments })
      .click();
    await expect(own.appointments).toHaveCount(before + 1);
    await own.move();
    await own.confirmSession(patient!.mobile!, url);
    await expect(own.widget).toContainText(own.own.movedHeading);
    await own.button(own.own.backToList).click();
    await own.cancel();
    await expect(own.list).toContainText(own.own.stateCancelled);
  });

  test(`[P-38] [A-08] who is due sees it first and books it, ${language}`, async ({
    page,
    baseURL,
  }) => {
    const account = `own-need-${language}`;
    const url = await makeOwnAccount(baseURL, account, language);
    const patient = patientOf(market, 720);
    await staffOf(url, account).send(
      'PUT',
      '/templates/exam',
      template('Kontroll', 30, 'exam', { useInRecall: true, governedByNeed: true }),
    );
    const id = await putOnFile(url, account, patient);
    const need = { week: weekAfterNext(), template: 'exam', clinician: 'bo' };
    await putNeed(url, account, { patient: id, ...need });
    await page.goto(url);
    const own = new OwnPage(page, language);
    await own.button(own.words.logIn).click();
    await own.logInBySms(patient, url);
    const recall = own.list.locator('.recalls');
    await expect(recall).toContainText('Bo Dahl');
    await recall.getByRole('button').click();
    await own.chooseTime();
    const consent = own.widget.getByRole('checkbox', { name: own.words.consent });
    await consent.check();
    await own.button(own.words.bookTime).click();
    await expect(own.widget).toContainText(own.own.recallBookedHeading);
    const [booked] = await timebook(url, account);
    expect(booked).toMatchObject({ status: 'booked', clinician: 'bo', minutes: 30 });
    await own.button(own.own.backToList).click();
    await expect(own.appointments).toHaveCount(1);
  });

  test(`[P-37] [A-06] past the deadline both are refused with the reason and the phone, ${language}`, async ({
    page,
    baseURL,
  }) => {
    const account = `own-late-${language}`;
    const url = await makeOwnAccount(baseURL, account, language, { changeDeadlineHours: 24 * 60 });
    const patient = patientOf(market, 730);
    const id = await putOnFile(url, account, patient);
    const start = await freeStart(url, account, {
      clinician: 'bo',
      treatment: 'exam',
      daysAhead: 3,
    });
    await staffOf(url, account).send('POST', '/timebook', {
      start,
      minutes: 30,
      clinic: 'torvet',
      clinician: 'bo',
      template: 'exam',
      patient: id,
    });
    const appointment = (await timebook(url, account))[0]!.id;
    // The link of a message leads there, and shows nothing before the login.
    await page.goto(`${url}?view=appointments&do=cancel&appointment=${appointment}`);
    const own = new OwnPage(page, language);
    await own.widget.locator('opus-login').waitFor();
    await expect(own.widget).not.toContainText('Bo Dahl');
    await own.logInBySms(patient, url);
    await expect(own.appointments).toHaveCount(1);
    const card = own.appointments.first();
    await expect(card.getByRole('button')).toHaveCount(0);
    await expect(card).toContainText(own.own.cannotChange('both', 'deadline', '§').split('§')[0]!);
    await expect(card.getByRole('link', { name: /66 ?77 ?60 ?40/ }).first()).toBeVisible();
    expect((await timebook(url, account)).map(({ status }) => status)).toEqual(['booked']);
  });
}

test('[P-33] [N-01] a login code whose answer was lost is sent again, and logs in', async ({
  page,
  baseURL,
}) => {
  const account = 'own-lost-answer';
  const url = await makeOwnAccount(baseURL, account, 'nb');
  const patient = patientOf('NO', 740);
  await putOnFile(url, account, patient);
  await page.goto(url);
  const own = new OwnPage(page, 'nb');
  await own.button(own.words.logIn).click();
  const answers: number[] = [];
  await page.route(/\/logins\/[^/]+\/code$/, async (route) => {
    // Node resolves no *.localhost.
    const address = route
      .request()
      .url()
      .replace(/\/\/[^/:]+/, '//127.0.0.1');
    const response = await route.fetch({ url: address });
    answers.push(response.status());
    if (answers.length === 1) await route.abort('connectionreset');
    else await route.fulfill({ response });
  });
  await own.logInBySms(patient, url);
  const login = own.widget.locator('opus-login');
  await expect(login).toContainText(own.own.loginFailed);
  await login.getByRole('button', { name: own.words.logIn, exact: true }).click();
  await expect(own.list).toContainText(own.own.noComing);
  expect(answers).toEqual([200, 200]);
});

test('[P-33] [P-35] offline right after the login, another try loses neither page nor login, and the list comes with the network', async ({
  page,
  baseURL,
  context,
}) => {
  const account = 'own-offline-words';
  const url = await makeOwnAccount(baseURL, account, 'nb');
  const patient = patientOf('NO', 741);
  await putOnFile(url, account, patient);
  await page.goto(url);
  const own = new OwnPage(page, 'nb');
  await own.button(own.words.logIn).click();
  await own.widget.locator('opus-login').getByRole('textbox').first().waitFor();
  const laterWords = /\/cdn\/nb-[\w-]{8}\.js$/;
  await page.route(laterWords, (route) => route.abort());
  await own.logInBySms(patient, url);
  const again = own.widget.getByRole('button', { name: own.words.tryAgain });
  await again.waitFor();
  await context.setOffline(true);
  await again.click();
  // A page that is loaded anew without a network is the browser's own.
  await page.waitForTimeout(300);
  await expect(again).toBeVisible();
  await page.unroute(laterWords);
  await context.setOffline(false);
  await expect(own.list).toContainText(own.own.noComing);
});

test('[P-34] booking that needs a login asks for it after choosing, and goes on where the patient was', async ({
  page,
  baseURL,
}) => {
  const account = 'own-login-first';
  const url = await makeOwnAccount(baseURL, account, 'nb', { newBookingRequiresLogin: true });
  const patient = patientOf('NO', 740);
  await putOnFile(url, account, patient);
  const own = await chooseAtTorvet(page, url);
  await own.logInBySms(patient, url);
  await expect(own.field(own.words.firstName)).toHaveValue(patient.firstName);
  await own.widget.getByRole('checkbox', { name: own.words.consent }).check();
  await own.review();
  await own.book();
  await own.receipt.waitFor();
  const [booked] = await timebook(url, account);
  expect(booked).toMatchObject({ status: 'booked', clinician: 'bo' });
});

test('[P-34] a login that the clinic asks for while the patient types is asked for before booking, and all typed is kept', async ({
  page,
  baseURL,
}) => {
  const account = 'own-login-later';
  const url = await makeOwnAccount(baseURL, account, 'nb');
  const patient = patientOf('NO', 741);
  await putOnFile(url, account, patient);
  const own = await chooseAtTorvet(page, url);
  await own.fillDetails({ ...patient, campaignCode: 'NY741' });
  await own.review();
  await changeSettings(url, account, { newBookingRequiresLogin: true });
  await own.book();
  await own.logInBySms(patient, url);
  await own.button(own.words.bookTime).waitFor();
  await expect(own.widget).toContainText('NY741');
  expect((await timebook(url, account)).filter(({ status }) => status === 'booked')).toEqual([]);
  await own.book();
  await own.receipt.waitFor();
  const [booked] = await timebook(url, account);
  expect(booked).toMatchObject({ status: 'booked', clinician: 'bo' });
  expect(booked?.text).toContain('CC: NY741');
});

/** Chooses the first free time for a check-up with Bo Dahl, in Norwegian; the form comes next. */
async function chooseAtTorvet(page: Page, url: string): Promise<OwnPage> {
  await page.goto(url);
  const own = new OwnPage(page, 'nb');
  await own.choose(/^Torvet/);
  await own.choose(/^Kontroll/);
  await own.choose(/^Bo Dahl/);
  await own.chooseTime();
  return own;
}
