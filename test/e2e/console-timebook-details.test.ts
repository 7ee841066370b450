import { expect, test } from '@playwright/test';
import { appointmentWords } from '../../src/console/pages/timebook/appointment-words.js';
import { clashWords } from '../../src/console/pages/timebook/clash-words.js';
import { timeCheckWords } from '../../src/console/pages/timebook/time-check-words.js';
import { patientChoiceWords } from '../../src/console/parts/patient-choice-words.js';
import { inLanguage } from '../../src/console/words/in-language.js';
import type { Timebook, TimebookEntry } from '../../src/contract/index.js';
import { addDays } from '../../src/domain/civil-date.js';
import { formatInstant } from '../../src/domain/clock-time.js';
import { mondayOf } from '../../src/domain/week.js';
import { categories, internet, template } from '../../demo/accounts/sample-account.js';
import { ConsolePage } from './console-page.js';
import { messages } from './inbox.js';
import { orderAccount } from './order-account.js';
import { putOnFile } from './own-account.js';
import { patientOf } from './patients.js';
import { makeAccount, staffOf } from './staff.js';
import { TimebookOnScreen } from './timebook-on-screen.js';

const words = inLanguage(appointmentWords, 'nb');
const clash = inLanguage(clashWords, 'nb');
const check = inLanguage(timeCheckWords, 'nb');
const choice = inLanguage(patientChoiceWords, 'nb');

// Four weeks ahead, so that nothing of it has passed.
const monday = addDays(mondayOf(new Date().toISOString().slice(0, 10)), 28);
const at = (clock: string) =>
  `${monday}T${clock}:00${formatInstant(`${monday}T08:00:00Z`, 'Europe/Oslo').slice(19)}`;

/** A clinic whose dentist works on the Monday from 8 to 16. */
async function clinicOfLise(baseURL: string | undefined, id: string) {
  const stepOrder = ['clinician', 'treatment', 'clinic', 'time'] as const;
  const whole = orderAccount({ id, language: 'nb', stepOrder, settings: { confirmation: 'none' } });
  const [clinicId, clinic] = Object.entries(whole.clinics)[0]!;
  await makeAccount(baseURL ?? '', {
    ...whole,
    clinics: { [clinicId]: clinic },
    clinicians: { lise: { ...whole.clinicians.bo!, name: 'Lise Negård', bookingList: null } },
    categories: categories({ us: 'US/Røntgen' }),
    templates: {
      us: template('- Undersøkelse', 30, 'us', {
        ...{ useInRecall: true, moveNextRecall: true, recallCard: true, resource: 'stol' },
      }),
    },
    templateLists: {},
    preblocks: { etimer: internet('Etimer', ['us']) },
    weeks: [],
  });
  const staff = staffOf(baseURL ?? '', id);
  for (const name of ['Stol 1', 'Stol 2']) {
    const resource = { name, kind: 'stol', clinic: 'torvet' };
    await staff.send('PUT', `/resources/${name.toLowerCase().replace(' ', '-')}`, resource);
  }
  const place = { clinician: 'lise', clinic: 'torvet', date: monday, from: '08:00', to: '16:00' };
  await staff.send('POST', '/working-time', { intervals: [place] });
  return staff;
}

const read = async (staff: ReturnType<typeof staffOf>): Promise<TimebookEntry[]> =>
  (await staff.send<Timebook>('GET', `/timebook?from=${monday}&to=${addDays(monday, 1)}`)).entries;

test('[C-03] two people in one timebook: nobody overwrites what the other has changed meanwhile', async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(240_000);
  const account = 'timebok-to';
  const staff = await clinicOfLise(baseURL, account);
  await staff.send('POST', '/timebook', {
    ...{ start: at('09:00'), minutes: 30, clinic: 'torvet', clinician: 'lise' },
  });
  await page.setViewportSize({ width: 1280, height: 1300 });
  const opened = await ConsolePage.open(page, baseURL, account);
  await opened.signInAs('owner');
  await opened.go(`timebook/${monday}/day`);
  const mine = new TimebookOnScreen(page, 'mouse');
  await expect(page.locator('.entry')).toHaveCount(1);
  await mine.openAt('09:00');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(mine.words.text, { exact: true }).fill('Ring før timen');

  const context = await browser.newContext({
    ...{ locale: 'nb-NO', viewport: { width: 1280, height: 1300 } },
  });
  const other = await context.newPage();
  const theirs = await ConsolePage.open(other, baseURL, account);
  await theirs.signInAs('reception');
  await theirs.go(`timebook/${monday}/day`);
  const book = new TimebookOnScreen(other, 'mouse');
  await expect(other.locator('.entry')).toHaveCount(1);
  await book.move('09:00', '10:00');
  await book.confirm(book.words.save);
  await expect(other.getByText(book.words.changed)).toBeVisible();

  // Mine still knows it at nine o'clock.
  const save = dialog.getByRole('button', { name: mine.words.save, exact: true });
  await save.click();
  const told = dialog.getByRole('alert');
  await expect(told).toContainText(clash.lookAgain);
  const [reception] = await other.locator('.account .hint').allInnerTexts();
  await expect(told).toContainText(reception!.replace(/^.*? som /, ''));
  await expect(dialog.getByLabel(mine.words.from, { exact: true })).toHaveValue('10:00');
  await expect(dialog.getByLabel(mine.words.text, { exact: true })).toHaveValue('Ring før timen');
  await opened.expectAccessible();
  await mine.confirm(mine.words.save);
  expect(await read(staff)).toMatchObject([{ start: at('10:00'), text: 'Ring før timen' }]);

  // A window in which nothing was typed shows what the other does, there and back.
  for (const one of [page, other]) {
    await expect(one.locator('.entry')).toContainText('Ring før timen');
  }
  await mine.openAt('10:00');
  await book.move('10:00', '11:00');
  await book.confirm(book.words.save);
  await expect(dialog.getByLabel(mine.words.from, { exact: true })).toHaveValue('11:00');
  await expect(dialog.getByRole('status').filter({ hasText: clash.followed })).toBeVisible();
  await opened.expectAccessible();
  await other.keyboard.press('Control+z');
  await expect(dialog.getByLabel(mine.words.from, { exact: true })).toHaveValue('10:00');
  await mine.confirm(mine.words.save);

  // A move onto a stretch that was booked meanwhile is refused; the calendar and the dialog show by what.
  await mine.move('10:00', '12:00');
  await book.mark('12:00', '12:30');
  await book.choose(book.words.appointment);
  await book.confirm(book.words.book);
  await expect(page.locator('.entry')).toHaveCount(2);
  await save.click();
  await expect(dialog).toContainText(check.taken.replace('{times}', '12:00–12:30'));
  await expect(told).toBeVisible();
  expect((await read(staff)).map(({ start }) => start)).toEqual([at('10:00'), at('12:00')]);
  await mine.confirm(mine.words.close);

  // Working time that is gone cannot be changed, and who took it away is said.
  for (const one of [mine, book]) {
    await one.openAt('14:00');
    // It lies beneath the line that was opened.
    await one.page
      .getByRole('dialog')
      .getByRole('button', { name: /^arbeidstid/ })
      .click();
  }
  await book.confirm(book.words.remove);
  await dialog.getByLabel(mine.words.to, { exact: true }).fill('15:00');
  await save.click();
  await expect(told).toContainText(/slettet dette/);
  await expect(save).toBeDisabled();
  await dialog.getByRole('button', { name: mine.words.close }).click();
  await context.close();
});

test('[C-10] [A-03] [A-09] [A-11] registering an appointment: recall, resource, company, who registers it, campaign code, card, and the message before it is sent', async ({
  page,
  baseURL,
}) => {
  test.setTimeout(240_000);
  const account = 'timebok-avtale';
  const staff = await clinicOfLise(baseURL, account);
  const patient = patientOf('NO', 41);
  const id = await putOnFile(baseURL ?? '', account, patient);
  const week = mondayOf(monday);
  await staff.send('PUT', `/recalls/${crypto.randomUUID()}`, {
    ...{ patient: id, week, minutes: 50, template: 'us', intervalMonths: 12 },
  });
  await page.setViewportSize({ width: 1280, height: 1300 });
  const opened = await ConsolePage.open(page, baseURL, account);
  await opened.signInAs('owner');
  await opened.go(`timebook/${monday}/day`);
  const book = new TimebookOnScreen(page, 'keyboard');
  await expect(book.surface).toBeVisible();
  await book.mark('09:00', '09:30');
  const dialog = page.getByRole('dialog');
  await book.choose(book.words.appointment);
  await dialog.getByRole('searchbox', { name: choice.patient }).fill(patient.lastName);
  await dialog.getByRole('button', { name: new RegExp(`${patient.firstName} `) }).click();

  // What the patient is due for says which treatment, and how long.
  const need = dialog.getByLabel(words.need);
  await need.selectOption({ index: 1 });
  await expect(dialog.getByLabel(book.words.treatment)).toHaveValue('us');
  await expect(dialog.getByLabel(book.words.to, { exact: true })).toHaveValue('09:50');
  await expect(dialog.getByLabel(words.moveNextRecall)).toBeChecked();
  await expect(dialog.getByLabel(words.recallCard)).toBeChecked();
  await dialog.getByLabel(words.resource).selectOption('Stol 2');
  await expect(dialog).toContainText(`${words.company}: Torvet`);
  const name = (await page.locator('.account .hint').innerText()).replace(/^.*? som /, '');
  await expect(dialog).toContainText(words.registeredBy.replace('{name}', name));
  await dialog.getByLabel(words.campaignCode).fill('4711');

  // The message stands there before anybody has chosen to send it, and follows the time.
  const message = dialog.locator('opus-console-patient-message');
  await expect(message).toContainText(/09[.:]00/);
  await dialog.getByLabel(book.words.from, { exact: true }).fill('09:10');
  await expect(message).toContainText(/09[.:]10/);
  await opened.expectAccessible();
  const shown = (await message.locator('p.text').first().innerText()).trim();
  await dialog.getByLabel(book.words.message).check();
  await book.confirm(book.words.book);
  await expect(page.getByText(book.words.booked)).toBeVisible();
  const [booked] = await read(staff);
  expect(booked).toMatchObject({
    ...{ start: at('09:10'), campaignCode: '4711', recallCard: true, template: 'us' },
    ...{ resource: 'stol-2', registeredBy: name },
    need: { week },
  });
  const withoutLinks = (text: string) =>
    text.replaceAll(/\S+:\/\/\S+/g, '').replaceAll(/\s+/g, ' ');
  await expect
    .poll(async () => (await messages(baseURL ?? '')).map(({ text }) => withoutLinks(text).trim()))
    .toContain(withoutLinks(shown).trim());
  const { items } = await staff.send<{ items: unknown[] }>('GET', `/recalls?patient=${id}`);
  expect(items).toHaveLength(2);

  // Opened again it says so, with the journal and what was done.
  await book.openAt('09:20');
  await expect(dialog.getByLabel(words.campaignCode)).toHaveValue('4711');
  await expect(dialog).toContainText(`${words.resource}: Stol 2`);
  await expect(dialog).toContainText(`Registrert av ${name}`);
  await dialog.getByText(words.journal).click();
  const changes = dialog.getByRole('listitem').filter({ hasText: /booket eller endret timen/ });
  await expect(changes).toHaveCount(1);
  await expect(dialog.getByRole('link', { name: words.toPatient })).toHaveAttribute(
    'href',
    `#patients/${id}`,
  );
  await dialog.getByLabel(words.recallCard).uncheck();
  await book.confirm(book.words.save);
  await expect.poll(async () => (await read(staff))[0]!.recallCard).toBe(false);
  await page.keyboard.press('Control+z');
  await expect(page.getByText(/^Angret: Avtale/)).toBeVisible();
  expect((await read(staff))[0]!.recallCard).toBe(true);
});

test('[C-02] a session that has ended is said quietly where the page notices it by itself, and nothing takes the keyboard away', async ({
  page,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const account = 'timebok-stille';
  const staff = await clinicOfLise(baseURL, account);
  await page.setViewportSize({ width: 1280, height: 1300 });
  const opened = await ConsolePage.open(page, baseURL, account);
  await opened.signInAs('owner');
  await opened.go(`timebook/${monday}/day`);
  const book = new TimebookOnScreen(page, 'keyboard');
  await expect(page.locator('.working-time')).toHaveCount(1);
  await book.surface.focus();
  await page.context().clearCookies();
  // Somebody else books; the timebook reads by itself.
  await staff.send('POST', '/timebook', {
    ...{ start: at('09:00'), minutes: 30, clinic: 'torvet', clinician: 'lise' },
  });
  const said = page.getByText(opened.shell.sessionEnded);
  await expect(said).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(book.surface).toBeFocused();
  await opened.expectAccessible();
  await page.getByRole('button', { name: opened.shell.signIn }).click();
  await expect(page.getByRole('dialog')).toContainText(opened.shell.sessionEnded);
  await opened.signInAs('owner');
  await expect(page.getByRole('dialog')).toBeHidden();
});
