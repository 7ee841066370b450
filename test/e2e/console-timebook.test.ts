import { expect, test, type BrowserContext } from '@playwright/test';
import type { Language, SlotList, Timebook } from '../../src/contract/index.js';
import { addDays } from '../../src/domain/civil-date.js';
import { formatInstant } from '../../src/domain/clock-time.js';
import { mondayOf } from '../../src/domain/week.js';
import { categories, internet, template } from '../../demo/accounts/sample-account.js';
import { calendarCheckWords } from '../../src/console/pages/timebook/calendar-check-words.js';
import { inLanguage } from '../../src/console/words/in-language.js';
import { fieldProblemWords } from '../../src/console/words/problem-words.js';
import { BookingPage } from './booking-page.js';
import { ConsolePage } from './console-page.js';
import { newCode } from './inbox.js';
import { homes, orderAccount } from './order-account.js';
import { pageOf } from './own-account.js';
import { OwnPage } from './own-page.js';
import { patientOf } from './patients.js';
import { makeAccount, staffOf } from './staff.js';
import { TimebookOnScreen } from './timebook-on-screen.js';

// Four weeks ahead, so that nothing of it has passed.
const monday = addDays(mondayOf(new Date().toISOString().slice(0, 10)), 28);

/** Starts that patients are offered, from the Monday on. */
async function offered(
  baseURL: string | undefined,
  account: string,
  { days = 7, treatment = 'us' } = {},
): Promise<string[]> {
  const { port } = new URL(baseURL ?? '');
  const query = `from=${monday}&to=${addDays(monday, days)}&treatment=${treatment}`;
  const answer = await fetch(`http://127.0.0.1:${port}/v1/accounts/${account}/slots?${query}`);
  return ((await answer.json()) as SlotList).slots.map(({ start }) => start.slice(0, 16));
}

/** A clinic with one dentist and no times; the treatment is half an hour of the category that the preblock lets in. */
async function emptyClinic(
  baseURL: string | undefined,
  id: string,
  language: Extract<Language, 'nb' | 'sv'>,
  treatment: string,
): Promise<void> {
  const stepOrder = ['clinician', 'treatment', 'clinic', 'time'] as const;
  const settings = {
    changeDeadlineHours: null,
    ...{ login: { sms: true, eid: [] }, allowedOrigins: [new URL(pageOf(baseURL, id)).origin] },
  };
  const whole = orderAccount({ id, language, stepOrder, settings });
  const [clinicId, clinic] = Object.entries(whole.clinics)[0]!;
  await makeAccount(baseURL ?? '', {
    ...whole,
    clinics: { [clinicId]: clinic },
    clinicians: {
      lise: { ...whole.clinicians.bo!, name: 'Lise Negård', bookingList: null },
    },
    categories: categories({ us: 'US/Røntgen' }),
    templates: { us: template(treatment, 30, 'us', { position: 0, maxDaysToMove: 5 }) },
    templateLists: {},
    preblocks: { etimer: internet('Etimer', ['us']) },
    weeks: [],
  });
}

/** A patient books a time of the Monday on the clinic's own page, to the receipt. */
async function bookOnPage(
  context: BrowserContext,
  baseURL: string | undefined,
  account: string,
  language: Extract<Language, 'nb' | 'sv'>,
  clock: string,
): Promise<void> {
  const page = await context.newPage();
  const choice = 'clinic=torvet&treatment=us&clinician=lise';
  await page.goto(`${pageOf(baseURL, account)}?${choice}`);
  const booking = new BookingPage(page, language);
  await booking.toFreeWeek();
  await booking.times
    .filter({ hasText: new RegExp(`^\\s*${clock.replace(':', '[:.]')}`) })
    .first()
    .click();
  const patient = patientOf(homes[language].market, 3);
  await booking.fillDetails(patient);
  await booking.review();
  const url = pageOf(baseURL, account);
  await booking.confirm(await newCode(url, patient.mobile, () => booking.book()));
  await booking.receipt.waitFor();
  await page.close();
}

/** The patient logs in to move the appointment: within the week there are times, and a week on, more than five days, there is no going. */
async function tryMoveAsPatient(
  context: BrowserContext,
  baseURL: string | undefined,
  account: string,
): Promise<void> {
  const url = pageOf(baseURL, account);
  const own = new OwnPage(await context.newPage(), 'nb');
  await own.page.goto(url);
  await own.button(own.words.logIn).click();
  await own.logInBySms(patientOf('NO', 3), url);
  await own.startMove();
  await own.toFreeWeek();
  await expect(own.times).not.toHaveCount(0);
  const nextWeek = own.calendar.getByRole('button', { name: own.words.nextWeek, exact: true });
  await expect(nextWeek).toHaveAttribute('aria-disabled', 'true');
  await own.page.close();
}

for (const way of ['mouse', 'keyboard'] as const) {
  test(`[C-07] [A-01] [A-02] [A-05] [A-17] the Norwegian manual by ${way}: publish, book, 40 minutes by hand, cancel, undo, the series away`, async ({
    page,
    context,
    baseURL,
  }) => {
    test.setTimeout(240_000);
    const account = `manual-${way}`;
    await emptyClinic(baseURL, account, 'nb', '- Undersøkelse');
    // A whole day fits.
    await page.setViewportSize({ width: 1280, height: 1300 });
    const opened = await ConsolePage.open(page, baseURL, account);
    await opened.signInAs('owner');
    await opened.go(`timebook/${monday}/day`);
    const book = new TimebookOnScreen(page, way);
    const { words } = book;
    await expect(book.surface).toBeVisible();
    const dialog = page.getByRole('dialog');

    // Arbeidstid 08:00–12:00 og 12:30–16:00, Repeter uke.
    for (const [from, to] of [
      ['08:00', '12:00'],
      ['12:30', '16:00'],
    ] as const) {
      await book.mark(from, to);
      await book.choose(words.working);
      await book.choose(words.repeat);
      await book.hands.type(dialog.getByLabel(words.until), addDays(monday, 14));
      await book.confirm(words.place);
      await expect(page.getByText('Satt inn: 3')).toBeVisible();
    }
    expect(await offered(baseURL, account)).toEqual([]);

    // Publisere: 480 minutter fra 08:00.
    await book.mark('08:00', '16:00');
    await book.choose(words.preblock);
    await book.hands.choose(dialog.getByRole('combobox', { name: words.which }), 'Etimer');
    await book.choose(words.repeat);
    await book.hands.type(dialog.getByLabel(words.until), addDays(monday, 14));
    await book.confirm(words.place);
    await expect(page.getByText('Satt inn: 3')).toBeVisible();
    const all = await offered(baseURL, account);
    // Eight half hours before noon, and seven after.
    expect(all).toHaveLength(15);
    expect(all[0]).toBe(`${monday}T08:00`);

    // The patient books, and the time leaves the page.
    await bookOnPage(context, baseURL, account, 'nb', '08:30');
    // The open timebook follows by itself.
    await expect(page.locator('.entry')).toHaveCount(1);
    expect(await offered(baseURL, account)).not.toContain(`${monday}T08:30`);

    // Maks antall dager for å flytte: 5. Whoever is new may have a time a week on, this patient may not.
    expect(await offered(baseURL, account, { days: 14 })).toContain(`${addDays(monday, 7)}T08:30`);
    await tryMoveAsPatient(context, baseURL, account);

    // 40 minutes by hand remove two times of half an hour.
    await book.mark('09:00', '09:40');
    await book.choose(words.appointment);
    await book.confirm(words.book);
    await expect(page.getByText(words.booked)).toBeVisible();
    const fewer = await offered(baseURL, account);
    expect(all.filter((start) => !fewer.includes(start)).map((start) => start.slice(11))).toEqual([
      '08:30',
      '09:00',
      '09:30',
    ]);

    // Moved to 10:00, and back again with Ctrl+Z, also after the page was loaded anew.
    await book.move('09:00', '10:00');
    await book.confirm(words.save);
    await expect(page.getByText(words.changed)).toBeVisible();
    expect(await offered(baseURL, account)).not.toContain(`${monday}T10:00`);
    await page.reload();
    await expect(page.locator('.entry')).toHaveCount(2);
    await book.surface.focus();
    await page.keyboard.press('Control+z');
    await expect(page.getByText(/^Angret: Avtale/)).toBeVisible();
    expect(await offered(baseURL, account)).toContain(`${monday}T10:00`);

    // Done again after another reload, and taken back once more.
    await page.reload();
    await expect(page.locator('.entry')).toHaveCount(2);
    await book.surface.focus();
    await page.keyboard.press('Control+y');
    await expect(page.getByText(/^Gjort om: Avtale/)).toBeVisible();
    expect(await offered(baseURL, account)).not.toContain(`${monday}T10:00`);
    await page.keyboard.press('Control+z');
    await expect(page.getByText(/^Angret: Avtale/)).toBeVisible();

    // Half an hour longer, and as long as it was again.
    await book.lengthen('09:00', '09:40', '10:10');
    await book.confirm(words.save);
    await expect(page.getByText(words.changed)).toBeVisible();
    expect(await offered(baseURL, account)).not.toContain(`${monday}T10:00`);
    await page.keyboard.press('Control+z');
    await expect(page.getByText(/^Angret: Avtale/)).toBeVisible();
    expect(await offered(baseURL, account)).toContain(`${monday}T10:00`);

    // Cancelling brings them back.
    await book.openAt('09:00');
    await book.confirm(words.cancelAppointment);
    await expect(page.getByText(words.cancelled)).toBeVisible();
    expect(await offered(baseURL, account)).toHaveLength(14);

    // The series of preblocks away: no times are left in any week.
    await book.openAt('11:00');
    await book.choose(words.scopeSeries);
    await book.confirm(words.remove);
    await expect(page.getByText(words.removed)).toBeVisible();
    expect(await offered(baseURL, account, { days: 28 })).toEqual([]);
  });
}

for (const way of ['mouse', 'keyboard'] as const) {
  test(`[C-07] [A-01] [A-02] [A-05] [A-11] the Swedish manual by ${way}: schedule, publish, the patient books as ITB, 50 minutes by hand, a preblock away`, async ({
    page,
    context,
    baseURL,
  }) => {
    test.setTimeout(240_000);
    const account = `handbok-${way}`;
    await emptyClinic(baseURL, account, 'sv', 'Undersökning');
    await page.setViewportSize({ width: 1280, height: 1300 });
    const opened = await ConsolePage.open(page, baseURL, account);
    // Signing in is in the browser's language, the console in that of whoever works.
    await page.getByRole('button', { name: /Eier$/ }).click();
    await expect(page.getByRole('button', { name: 'Logga ut' })).toBeVisible();
    await opened.go(`timebook/${monday}/day`);
    const book = new TimebookOnScreen(page, way, 'sv');
    const { words } = book;
    await expect(book.surface).toBeVisible();
    const dialog = page.getByRole('dialog');

    // 1. Schemaläggning: where the shift begins, to where it ends.
    await book.mark('09:00', '15:00');
    await book.choose(words.working);
    await book.confirm(words.place);
    await expect(page.getByText('Inlagt: 1')).toBeVisible();

    // 4.1 Markera önskat intervall, välj Lägg till preblock: what is marked can be booked.
    await book.mark('10:00', '12:00');
    await book.choose(words.preblock);
    await book.hands.choose(dialog.getByRole('combobox', { name: words.which }), 'Etimer');
    await book.confirm(words.place);
    await expect(page.getByText('Inlagt: 1')).toBeVisible();
    const times = async () => (await offered(baseURL, account)).map((start) => start.slice(11));
    expect(await times()).toEqual(['10:00', '10:30', '11:00', '11:30']);

    // 4.2 Bookings by patients come up at once, registered by ITB.
    await bookOnPage(context, baseURL, account, 'sv', '10:00');
    await expect(page.locator('.entry.online')).toHaveCount(1);

    // What a patient has booked in since is not undone, and why is said, also after a reload.
    await page.reload();
    await expect(page.locator('.entry.online')).toHaveCount(1);
    await book.surface.focus();
    await page.keyboard.press('Control+z');
    await expect(page.getByRole('alert')).toContainText(
      inLanguage(fieldProblemWords, 'sv')['booked-since'],
    );
    await expect(page.locator('.preblock')).toHaveCount(1);
    await book.openAt('10:00');
    await expect(dialog).toContainText('ITB');
    await book.confirm(words.close);
    expect(await times()).toEqual(['10:30', '11:00', '11:30']);

    // 50 minutes by hand: two blocks of 30 minutes go.
    await book.mark('10:30', '11:20');
    await book.choose(words.appointment);
    await book.confirm(words.book);
    await expect(page.getByText(words.booked)).toBeVisible();
    expect(await times()).toEqual(['11:30']);

    // Somebody cancels: the time is there again. The preblock away: it is gone.
    await book.openAt('10:30');
    await book.confirm(words.cancelAppointment);
    await expect(page.getByText(words.cancelled)).toBeVisible();
    expect(await times()).toEqual(['10:30', '11:00', '11:30']);
    await book.openAt('11:40');
    await book.confirm(words.remove);
    await expect(page.getByText(words.removed)).toBeVisible();
    expect(await times()).toEqual([]);
    // The appointment stays.
    await expect(page.locator('.entry')).toHaveCount(1);
  });
}

test('[C-10] [A-11] the next free time by hand, a week copied to the next two, and everything within reach of axe', async ({
  page,
  baseURL,
}) => {
  test.setTimeout(90_000);
  const account = 'timebok-neste';
  await emptyClinic(baseURL, account, 'nb', '- Undersøkelse');
  const staff = staffOf(baseURL ?? '', account);
  const place = { clinician: 'lise', clinic: 'torvet', date: monday };
  await staff.send('POST', '/working-time', {
    intervals: [{ ...place, from: '08:00', to: '10:00' }],
  });
  await staff.send('POST', '/timebook', {
    ...{ start: `${monday}T08:00:00${offsetOf(monday)}`, minutes: 60 },
    ...{ clinic: 'torvet', clinician: 'lise' },
  });
  const opened = await ConsolePage.open(page, baseURL, account);
  await opened.signInAs('owner');
  await opened.go(`timebook/${monday}/day`);
  const book = new TimebookOnScreen(page, 'keyboard');
  const { words } = book;
  await expect(page.locator('.entry')).toHaveCount(1);
  await opened.expectAccessible();

  await book.mark('08:00', '08:30');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText(calendarCheckWords.meetsOne[0]);
  await book.choose(words.appointment);
  await dialog.getByRole('button', { name: words.nextFree, exact: true }).click();
  await dialog.getByRole('button', { name: /09:10/ }).click();
  await opened.expectAccessible();
  await book.confirm(words.book);
  await expect(page.getByText(words.booked)).toBeVisible();
  const { entries } = await staff.send<Timebook>(
    'GET',
    `/timebook?from=${monday}&to=${addDays(monday, 1)}`,
  );
  expect(entries.map(({ start, minutes }) => `${start.slice(11, 16)} ${minutes}`)).toEqual([
    '08:00 60',
    '09:10 30',
  ]);

  await page.getByRole('button', { name: words.copyWeek }).click();
  await dialog.getByLabel(words.weeksAhead).fill('2');
  await dialog.getByRole('button', { name: words.copy, exact: true }).click();
  await expect(page.getByText('Kopiert: 2 arbeidstider, 0 preblokkeringer.')).toBeVisible();
  await page.getByRole('button', { name: words.week, exact: true }).click();
  await page.getByRole('button', { name: words.later }).click();
  await expect(page.locator('.working-time')).toHaveCount(1);
  await opened.expectAccessible();
});

/** The offset of a date in Oslo, such as `+01:00`. */
const offsetOf = (date: string) => formatInstant(`${date}T08:00:00Z`, 'Europe/Oslo').slice(19);
