import { expect, test } from '@playwright/test';
import { administrationWords } from '../../src/console/pages/administration/administration-words.js';
import { staffWords } from '../../src/console/pages/administration/staff-words.js';
import { keysWords } from '../../src/console/pages/administration/keys-words.js';
import { historyWords } from '../../src/console/pages/administration/history-words.js';
import { exchangeWords } from '../../src/console/pages/administration/exchange-words.js';
import { openingWords } from '../../src/console/pages/booking-page/opening-words.js';
import { bookingPageWords } from '../../src/console/pages/booking-page/page-words.js';
import { placesWords } from '../../src/console/pages/places/places-words.js';
import { switchWords } from '../../src/console/pages/booking-page/switch-words.js';
import { rightWords } from '../../src/console/words/shell-words.js';
import { inLanguage } from '../../src/console/words/in-language.js';
import { failureWords } from '../../src/console/words/problem-words.js';
import { nb as patientWords } from '../../src/locales/nb.js';
import { ConsolePage } from './console-page.js';
import { messages } from './inbox.js';
import { orderAccount } from './order-account.js';
import { changeStatus, makeAccount, staffOf } from './staff.js';

const account = 'konsoll';
const switches = inLanguage(switchWords, 'nb');
const page_ = inLanguage(bookingPageWords, 'nb');
const opening = inLanguage(openingWords, 'nb');
const rights = inLanguage(rightWords, 'nb');
const administration = inLanguage(
  { ...administrationWords, ...staffWords, ...keysWords, ...historyWords, ...exchangeWords },
  'nb',
);

test.beforeAll(async ({ baseURL }) => {
  const stepOrder = ['clinic', 'treatment', 'clinician', 'time'] as const;
  await makeAccount(baseURL ?? '', orderAccount({ id: account, language: 'nb', stepOrder }));
});

test('[C-02] signs in by the code that an e-mail brings, and out again', async ({
  page,
  baseURL,
}) => {
  const { shell } = await ConsolePage.open(page, baseURL, account);
  const email = `reception@${account}.example`;
  await page.getByLabel(shell.email).fill(email);
  await page.getByRole('button', { name: shell.sendCode }).click();
  let code = '';
  await expect
    .poll(async () => {
      const sent = (await messages(baseURL ?? '')).find(({ to }) => to === email);
      return (code = /\b\d{6}\b/.exec(sent?.text ?? '')?.[0] ?? '');
    })
    .not.toBe('');
  await page.getByLabel(shell.code).fill(code);
  await page.getByRole('button', { name: shell.signIn, exact: true }).click();
  await expect(page.getByRole('button', { name: shell.signOut })).toBeVisible();
  await page.getByRole('button', { name: shell.signOut }).click();
  await expect(page.getByLabel(shell.email)).toBeVisible();
});

test('[C-06] the widget beside a setting shows the unsaved draft, and patients see it once it is saved', async ({
  page,
  baseURL,
}) => {
  const opened = await ConsolePage.open(page, baseURL, account);
  await opened.signInAs('owner');
  await opened.go('booking-page/switches');
  const anyClinic = page.locator('opus-console-preview').getByRole('button', {
    name: new RegExp(patientWords.anyClinic),
  });
  const box = page.getByLabel(switches.anyClinic);
  await expect(page.locator('opus-console-preview').getByRole('heading').first()).toBeVisible();
  const wasOn = await box.isChecked();
  await box.setChecked(!wasOn);
  await expect(anyClinic).toBeVisible({ visible: !wasOn });
  const { settings } = (await (await page.request.get(`/v1/accounts/${account}`)).json()) as {
    settings: { anyClinic: boolean };
  };
  expect(settings.anyClinic).toBe(wasOn);
  await opened.save();
  const { port } = new URL(baseURL ?? '');
  await page.goto(`http://${account}.localhost:${port}/`);
  await expect(page.getByRole('button', { name: new RegExp(patientWords.anyClinic) })).toBeVisible({
    visible: !wasOn,
  });
});

test.afterEach(({ baseURL }) => changeStatus(baseURL ?? '', account, 'open'));

test('[P-40] [S-04] maintenance begins and ends, and new booking is off before and after', async ({
  page,
  baseURL,
}) => {
  const opened = await ConsolePage.open(page, baseURL, account);
  await opened.signInAs('owner');
  await opened.go('booking-page/opening');
  const preview = page.locator('opus-console-preview');
  const state = async () =>
    ((await (await page.request.get(`/v1/accounts/${account}`)).json()) as { status: string })
      .status;
  await page.getByLabel(opening.newBookingOff).check();
  await page.getByLabel(opening.maintenance).check();
  await expect(preview).toContainText(patientWords.maintenanceHeading);
  expect(await state()).toBe('open');
  await opened.save();
  expect(await state()).toBe('maintenance');
  await page.getByLabel(opening.maintenance).uncheck();
  await expect(preview).toContainText(patientWords.newBookingOffHeading);
  await opened.save();
  expect(await state()).toBe('new-booking-off');
  await page.getByLabel(opening.newBookingOff).uncheck();
  await opened.save();
  expect(await state()).toBe('open');
});

test('[P-33] [S-04] the login is a switch beside its ways, and what needs it says so', async ({
  page,
  baseURL,
}) => {
  const { send } = staffOf(baseURL ?? '', account);
  await send('PATCH', '/settings', { login: { on: true, sms: false, eid: [] } });
  const opened = await ConsolePage.open(page, baseURL, account);
  await opened.signInAs('owner');
  await opened.go('booking-page/switches');
  const login = page.getByLabel(switches.loginOn);
  const own = page.getByLabel(switches.viewAppointments);
  await expect(login).toHaveAttribute('aria-disabled', 'true');
  await expect(login).not.toBeChecked();
  await expect(page.getByText(switches.needsMethod)).toBeVisible();
  await page.getByLabel(switches.loginSms).check();
  await expect(login).toBeChecked();
  await expect(own).toHaveAttribute('aria-disabled', 'false');
  const entry = page
    .locator('opus-console-preview')
    .getByRole('button', { name: patientWords.logIn });
  await expect(entry).toBeVisible();
  await login.uncheck();
  await expect(own).toHaveAttribute('aria-disabled', 'true');
  await expect(page.getByText(switches.needsLoginOn).first()).toBeVisible();
  await expect(entry).toBeHidden();
  await opened.save();
  const { settings } = (await (await page.request.get(`/v1/accounts/${account}`)).json()) as {
    settings: { login: object };
  };
  expect(settings.login).toEqual({ sms: false, eid: [] });
  await send('PATCH', '/settings', { login: { on: true, sms: false, eid: [] } });
});

test('[S-04] [P-02] the order of steps changes by keyboard, and an order that no booking could go is not offered', async ({
  page,
  baseURL,
}) => {
  const opened = await ConsolePage.open(page, baseURL, account);
  await opened.signInAs('owner');
  await opened.go('booking-page/steps');
  // The preview beside it has a list of steps as well.
  const names = page.locator('opus-console-page-steps ol li span:not([aria-hidden])');
  await expect(names).toHaveText([
    page_.stepClinic,
    page_.stepTreatment,
    page_.stepClinician,
    page_.stepTime,
  ]);
  const up = page.getByRole('button', {
    name: opened.shell.moveUp.replace('{name}', page_.stepTreatment),
  });
  await up.press('Enter');
  await expect(names.first()).toHaveText(page_.stepTreatment);
  await expect(up).toBeFocused();
  await expect(up).toHaveAttribute('aria-disabled', 'true');
  await opened.save();
  const { settings } = (await (await page.request.get(`/v1/accounts/${account}`)).json()) as {
    settings: { stepOrder: string[] };
  };
  expect(settings.stepOrder).toEqual(['treatment', 'clinic', 'clinician', 'time']);
});

test('[C-03] two people at once: what only one has changed stays, of what both have changed one is chosen', async ({
  page,
  browser,
  baseURL,
}) => {
  const mine = await ConsolePage.open(page, baseURL, account);
  await mine.signInAs('owner');
  await mine.go('booking-page/texts');
  const context = await browser.newContext({ locale: 'nb-NO' });
  const theirs = await ConsolePage.open(await context.newPage(), baseURL, account);
  await theirs.signInAs('administrator');
  await theirs.go('booking-page/texts');

  await page.getByLabel(page_.welcomeHeading, { exact: true }).fill('Min overskrift');
  await page.getByLabel(page_.provider, { exact: true }).fill('Meg');
  await theirs.page.getByLabel(page_.welcomeHeading, { exact: true }).fill('Din overskrift');
  await theirs.page.getByLabel(page_.welcomeText, { exact: true }).fill('Din tekst');
  await theirs.save();

  await page.getByRole('button', { name: mine.shell.save, exact: true }).click();
  const choice = page.getByRole('group', { name: new RegExp(page_.welcomeHeading) });
  await expect(choice).toBeVisible();
  await expect(page.getByLabel(page_.welcomeText, { exact: true })).toHaveValue('Din tekst');
  await choice.getByRole('button', { name: 'Min overskrift' }).click();
  await mine.save();
  const texts = await staffOf(baseURL ?? '', account).send<Record<string, string>>('GET', '/texts');
  expect(texts).toMatchObject({
    welcomeHeading: 'Min overskrift',
    welcomeText: 'Din tekst',
    provider: 'Meg',
  });
  await context.close();
});

test('[C-04] a change is in the history with who made it, and is undone from there', async ({
  page,
  baseURL,
}) => {
  const opened = await ConsolePage.open(page, baseURL, account);
  await opened.signInAs('owner');
  await opened.go('booking-page/texts');
  const heading = page.getByLabel(page_.clinicHeading, { exact: true });
  const before = await heading.inputValue();
  await heading.fill('Angres straks');
  await opened.save();
  await opened.go('administration/history');
  const entry = page.getByRole('listitem').filter({ hasText: administration.details }).first();
  await expect(entry).toContainText(administration.stored);
  await entry.getByText(administration.details).click();
  await expect(entry.getByText('Angres straks')).toBeVisible();
  await expect(entry.getByText(page_.clinicHeading, { exact: true })).toBeVisible();
  await entry.getByRole('button', { name: new RegExp(`^${administration.undo}`) }).click();
  await expect(entry).toContainText(administration.undid);

  // By whom, what and when: each filter alone would show it, together with another day they do not.
  const { name } = await page.evaluate(
    async (path) => (await (await fetch(path)).json()) as { name: string },
    `/v1/staff/accounts/${account}/me`,
  );
  await page.getByLabel(administration.who, { exact: true }).selectOption(name);
  await page.getByLabel(administration.kind, { exact: true }).selectOption('texts');
  await expect(entry).toContainText(administration.undid);
  await page.getByLabel(administration.from, { exact: true }).fill('2020-01-01');
  await page.getByLabel(administration.to, { exact: true }).fill('2020-01-31');
  await expect(page.getByText(administration.noneFound)).toBeVisible();
  await page.getByRole('button', { name: administration.showAll }).click();
  await expect(entry).toContainText(administration.undid);
  await opened.go('booking-page/texts');
  await expect(heading).toHaveValue(before);
});

test('[C-11] [S-10] a key is for some clinics alone, with rights that hold there, and is revoked after a question', async ({
  page,
  baseURL,
}) => {
  const opened = await ConsolePage.open(page, baseURL, account);
  await opened.signInAs('owner');
  await opened.go('administration/keys');
  await page.getByRole('button', { name: administration.addKey }).click();
  await page.getByLabel(administration.name, { exact: true }).fill('Venterommet');
  await page.getByLabel(administration.someClinics).check();
  await page.getByLabel('Torvet', { exact: true }).check();
  await expect(page.getByLabel(rights.settings, { exact: true })).toBeDisabled();
  await page.getByLabel(rights.appointments, { exact: true }).check();
  await page.getByRole('button', { name: administration.addKey }).click();
  const made = page.getByRole('listitem').filter({ hasText: 'Venterommet' });
  await expect(made).toContainText(administration.onlyAt.replace('{clinics}', 'Torvet'));
  const key = await page.locator('output').innerText();
  const { port } = new URL(baseURL ?? '');
  const readBy = () =>
    page.request
      .get(`http://127.0.0.1:${port}/v1/staff/accounts/${account}/timebook/next?minutes=30`, {
        headers: { Authorization: `Bearer ${key}` },
      })
      .then((answer) => answer.status());
  expect(await readBy()).toBe(200);
  const revoke = administration.revoke.replace('{name}', 'Venterommet');
  await made.getByRole('button', { name: revoke }).click();
  expect(await readBy()).toBe(200);
  await expect(made.getByRole('alert')).toBeVisible();
  await made.getByRole('button', { name: revoke }).click();
  await expect(made.getByRole('button', { name: revoke })).toHaveCount(0);
  expect(await readBy()).toBe(401);
});

test('[C-02] where the session has ended, signing in again finds what was typed', async ({
  page,
  baseURL,
}) => {
  const opened = await ConsolePage.open(page, baseURL, account);
  await opened.signInAs('owner');
  await opened.go('booking-page/texts');
  await page.getByLabel(page_.unpublished, { exact: true }).fill('Vi er snart tilbake');
  await page.context().clearCookies();
  await page.getByRole('button', { name: opened.shell.save, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText(opened.shell.sessionEnded);
  await opened.signInAs('owner');
  await expect(dialog).toBeHidden();
  await expect(page.getByLabel(page_.unpublished, { exact: true })).toHaveValue(
    'Vi er snart tilbake',
  );
  await opened.save();
});

test('[C-06] [P-49] previews whose files do not come say so, beside what was typed', async ({
  page,
  baseURL,
}) => {
  const clinic = (
    await staffOf(baseURL ?? '', account).send<{ items: { id: string }[] }>('GET', '/clinics')
  ).items[0]!;
  const opened = await ConsolePage.open(page, baseURL, account);
  await opened.signInAs('owner');
  const alert = page.getByRole('main').getByRole('alert');
  const saysSo = () => expect(alert).toHaveText(inLanguage(failureWords, 'nb').unreachable);

  const widget = /\/console\/booking-[\w-]{8}\.js$/;
  await page.route(widget, (route) => route.abort());
  await opened.go('booking-page/texts');
  const field = page.getByLabel(page_.unpublished, { exact: true });
  await field.fill('Vi flytter');
  await saysSo();
  await expect(field).toHaveValue('Vi flytter');
  await field.fill('');
  await opened.go('administration/embed');
  await saysSo();
  await page.unroute(widget);

  const preview = /\/console\/preview-define-[\w-]{8}\.js$/;
  await page.route(preview, (route) => route.abort());
  await page.reload();
  await opened.go(`people/clinics/${clinic.id}`);
  const summary = page.getByText(inLanguage(placesWords, 'nb').showOnPage);
  await summary.click();
  await saysSo();
  await page.unroute(preview);
  await summary.click();
  await summary.click();
  await expect(page.locator('opus-console-preview opus-booking')).toBeVisible();
  await expect(alert).toHaveCount(0);
});

test('[C-01] [C-03] [C-12] offline, without a right that was taken away meanwhile, and with a wrong file one is told so, and nothing is stored', async ({
  page,
  context,
  baseURL,
}) => {
  const staff = staffOf(baseURL ?? '', account);
  const textsStored = () => staff.send<{ unpublished?: string }>('GET', '/texts');
  const opened = await ConsolePage.open(page, baseURL, account);
  await opened.signInAs('owner');
  // The page that is open first has its files: the alert is not of that one, which would go with it.
  await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible();

  // A page whose files do not come, as after a new edition of the console.
  await page.route('**/*.js', (route) => route.abort());
  await opened.go('administration/exchange');
  const alert = page.getByRole('alert');
  await expect(alert).toContainText(inLanguage(failureWords, 'nb').unreachable);
  await page.unroute('**/*.js');
  const retry = alert.getByRole('button', { name: opened.shell.retry });
  // Loaded anew without a network, the page would be the browser's own.
  await context.setOffline(true);
  await retry.click();
  await page.waitForTimeout(300);
  await expect(retry).toBeVisible();
  await context.setOffline(false);
  await retry.click();

  // Import: a file that is no export, and one of another version.
  const choose = (name: string, text: string) =>
    page.getByLabel(administration.chooseFile).setInputFiles({
      ...{ name, mimeType: 'application/json' },
      buffer: Buffer.from(text),
    });
  await choose('bilde.json', 'GIF89a');
  await expect(alert).toHaveText(administration.notAnExport);
  const exported = await staff.send<object>('GET', '/export');
  await choose('gammel.json', JSON.stringify({ ...exported, version: 99 }));
  await expect(alert).toContainText(administration.otherVersion);
  await choose('lik.json', JSON.stringify(exported));
  await expect(page.getByText(administration.noDifferences)).toBeVisible();
  await expect(alert).toHaveCount(0);
  await page.getByRole('button', { name: opened.shell.signOut }).click();

  interface Stored {
    readonly items: readonly { readonly id: string; readonly roles: readonly { role: string }[] }[];
  }
  const { items } = await staff.send<Stored>('GET', '/people');
  const { id } = items.find(({ roles }) => roles.some(({ role }) => role === 'administrator'))!;
  const person = await staff.send<object>('GET', `/people/${id}`);
  await opened.signInAs('administrator');
  await opened.go('booking-page/texts');
  const before = await textsStored();
  const field = page.getByLabel(page_.unpublished, { exact: true });
  const save = page.getByRole('button', { name: opened.shell.save, exact: true });
  await field.fill('Vi flytter');
  await context.setOffline(true);
  await save.click();
  // The booking in the preview, which has lost its network as well, says so in its own words.
  const refused = alert.and(page.locator('.problem'));
  await expect(refused).toHaveText(inLanguage(failureWords, 'nb').offline);
  await context.setOffline(false);
  expect(await textsStored()).toEqual(before);

  await staff.send('PUT', `/people/${id}`, { ...person, roles: [{ role: 'reader' }] });
  try {
    await save.click();
    await expect(refused).toContainText(rights.settings);
    await expect(field).toHaveValue('Vi flytter');
    expect(await textsStored()).toEqual(before);
  } finally {
    await staff.send('PUT', `/people/${id}`, person);
  }
  // The right is back, and so is the way to save what was typed.
  await save.click();
  await expect(page.getByText(opened.shell.unsaved)).toHaveCount(0);
  expect((await textsStored()).unpublished).toBe('Vi flytter');
});

test('[C-01] who may not change a setting sees it greyed, with the right that is missing', async ({
  page,
  baseURL,
}) => {
  const opened = await ConsolePage.open(page, baseURL, account);
  await opened.signInAs('reader');
  await opened.go('booking-page/switches');
  const box = page.getByLabel(switches.anyClinic);
  await expect(box).toHaveAttribute('aria-disabled', 'true');
  const wasOn = await box.isChecked();
  await box.press('Space');
  expect(await box.isChecked()).toBe(wasOn);
  await expect(opened.link('administration')).toHaveCount(0);
});

test('[C-14] axe finds nothing in any page at 360 px', async ({ page, baseURL }) => {
  test.setTimeout(240_000);
  await page.setViewportSize({ width: 360, height: 800 });
  const opened = await ConsolePage.open(page, baseURL, account);
  await opened.signInAs('owner');
  await opened.expectAccessibleAt([
    'booking-page/switches',
    'booking-page/opening',
    'booking-page/steps',
    'booking-page/texts',
    'booking-page/look',
    'booking-page/address',
    'booking-page/script',
    'today',
    'timebook',
    'why',
    'administration/staff',
    'administration/staff/new',
    'administration/keys',
    'administration/history',
    'administration/exchange',
    'administration/rules',
    'administration/logins/patients/new',
    'administration/embed',
    'own',
  ]);
});
