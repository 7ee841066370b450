import { expect, test, type Page } from '@playwright/test';
import { BookingPage } from './booking-page.js';
import { newestCode } from './inbox.js';
import { patientNumber } from './patients.js';
import { changeStatus, changeTexts } from './staff.js';

// What happens around a patient who is in the middle of booking.

const account = 'opusdentalklinikken';

const hosted = (baseURL: string | undefined) => {
  const { port } = new URL(baseURL ?? '');
  return `http://${account}.localhost:${port}/`;
};

test.afterEach(({ baseURL }) => changeStatus(hosted(baseURL), account, 'open'));

async function toTime(page: Page, url: string): Promise<BookingPage> {
  await page.goto(url);
  const booking = new BookingPage(page);
  await booking.choose(/^Opus Dental Klinikken/);
  await booking.choose(/^Undersøkelse/);
  await booking.choose(/^Evelyn Andersen/);
  await booking.toFreeWeek();
  return booking;
}

/** The week after the first free one: what is left of a week may be a single time, in a whole one there are several. */
async function toWholeWeek(booking: BookingPage): Promise<void> {
  await booking.toFreeWeek();
  await booking.nextWeek();
}

async function toDetails(page: Page, url: string): Promise<BookingPage> {
  const booking = await toTime(page, url);
  await booking.chooseTime();
  await booking.field(booking.words.firstName).waitFor();
  await expect(booking.button(booking.words.keepTime)).toBeVisible();
  return booking;
}

/** Text of what has focus, through every shadow root. */
function focusedText(page: Page): Promise<string> {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element?.textContent ?? '';
  });
}

test('[P-40] maintenance in the middle of the form: told with focus, and the form is back as it was', async ({
  page,
  baseURL,
}) => {
  const url = hosted(baseURL);
  const patient = patientNumber(701);
  const booking = await toDetails(page, url);
  const { words } = booking;
  await booking.fillDetails(patient);
  await changeStatus(url, account, 'maintenance');
  await booking.button(words.keepTime).click();
  // The account's own text, which has no heading of its own.
  await expect.poll(() => focusedText(page)).toContain('Vi vedlikeholder siden vår.');
  await expect(booking.widget).toContainText(words.typedKept);
  await booking.button(words.tryAgain).click();
  await expect(booking.widget).toContainText('Vi vedlikeholder siden vår.');

  await changeStatus(url, account, 'open');
  await booking.button(words.tryAgain).click();
  await expect(booking.field(words.firstName)).toHaveValue(patient.firstName);
  await expect(booking.field(words.message)).toHaveValue(patient.message ?? '');
  await expect.poll(() => focusedText(page)).toContain(words.detailsHeading);
  await booking.review();
  await booking.book();
  await booking.confirm(await newestCode(url, patient.mobile));
  await expect(booking.receipt).toBeVisible();
});

test('[P-40] unpublished while the code is awaited: the code still confirms afterwards', async ({
  page,
  baseURL,
}) => {
  const url = hosted(baseURL);
  const patient = patientNumber(702);
  const booking = await toDetails(page, url);
  const { words } = booking;
  await booking.fillDetails(patient);
  await booking.review();
  await booking.book();
  const code = await newestCode(url, patient.mobile);
  await changeStatus(url, account, 'unpublished');
  await booking.confirm(code);
  await expect.poll(() => focusedText(page)).toContain(words.unpublishedHeading);
  await changeStatus(url, account, 'open');
  await booking.button(words.tryAgain).click();
  await booking.confirm(code);
  await expect(booking.receipt).toBeVisible();
});

test('[P-40] new booking off breaks no live hold, and is told to whoever has none yet', async ({
  page,
  baseURL,
  context,
}) => {
  const url = hosted(baseURL);
  const patient = patientNumber(703);
  const booking = await toDetails(page, url);
  const late = await toTime(await context.newPage(), url);
  await changeStatus(url, account, 'new-booking-off');
  await late.chooseTime(1);
  await expect(late.widget).toContainText(late.words.newBookingOffHeading);
  await booking.fillDetails(patient);
  await booking.review();
  await booking.book();
  await booking.confirm(await newestCode(url, patient.mobile));
  await expect(booking.receipt).toBeVisible();

  await changeStatus(url, account, 'open');
  await late.button(late.words.tryAgain).click();
  await late.field(late.words.firstName).waitFor();
});

test('[P-28] a consent that the clinic changes meanwhile is asked for again, and nothing typed is lost', async ({
  page,
  baseURL,
}) => {
  const url = hosted(baseURL);
  const patient = patientNumber(704);
  const booking = await toDetails(page, url);
  const { words } = booking;
  await booking.fillDetails(patient);
  await booking.review();
  await changeTexts(url, account, { consentVersion: 'changed' });
  try {
    await booking.book();
    await expect(booking.widget).toContainText(words.consentChanged);
    await expect(booking.field(words.lastName)).toHaveValue(patient.lastName);
    const box = booking.widget.getByRole('checkbox');
    await expect(box).not.toBeChecked();
    await box.check();
    await booking.review();
    await booking.book();
    await booking.confirm(await newestCode(url, patient.mobile));
    await expect(booking.receipt).toBeVisible();
  } finally {
    await changeTexts(url, account, { consentVersion: '2026-01' });
  }
});

test('[P-24] whoever does nothing is warned two minutes before the end, and keeps the time with one press', async ({
  page,
  baseURL,
}) => {
  await page.clock.install();
  const booking = await toDetails(page, hosted(baseURL));
  const { words } = booking;
  await booking.field(words.firstName).fill('Kari');
  await page.clock.fastForward('07:50');
  await expect(page.getByRole('alertdialog')).toBeHidden();
  await page.clock.fastForward('00:20');
  const warning = page.getByRole('alertdialog', { name: words.stillThere });
  await expect(warning).toBeVisible();
  await expect.poll(() => focusedText(page)).toContain(words.keepTime);
  const extended = page.waitForResponse((answer) => answer.request().method() === 'PATCH');
  await page.keyboard.press('Enter');
  expect((await extended).status()).toBe(200);
  await expect(warning).toBeHidden();
  await expect(booking.field(words.firstName)).toBeFocused();
  await expect(booking.field(words.firstName)).toHaveValue('Kari');
});

test('[P-24] whoever types gets more time without a word', async ({ page, baseURL }) => {
  await page.clock.install();
  const booking = await toDetails(page, hosted(baseURL));
  const { words } = booking;
  await page.clock.fastForward('06:00');
  await booking.field(words.firstName).fill('Kari');
  const extended = page.waitForResponse((answer) => answer.request().method() === 'PATCH');
  await page.clock.fastForward('02:05');
  expect((await extended).status()).toBe(200);
  await expect(page.getByRole('alertdialog')).toBeHidden();
});

test('[P-24] back in the calendar the own time is not shown as taken, and another one frees it', async ({
  page,
  baseURL,
  browser,
}) => {
  const url = hosted(baseURL);
  await page.clock.install();
  const booking = await toTime(page, url);
  await toWholeWeek(booking);
  const name = await booking.chooseTime();
  await booking.button(booking.words.keepTime).waitFor();
  // So that the week is read anew, not shown as it was before the time was held.
  await page.clock.fastForward('00:30');
  await booking.button(booking.words.back).click();
  // The calendar is back in the week that it showed.
  await booking.toFreeWeek();
  const own = booking.calendar.getByRole('button', { name });
  await expect(own).toBeVisible();
  await expect(own).not.toHaveAttribute('aria-disabled', 'true');

  const others = await toTime(await browser.newPage(), url);
  await toWholeWeek(others);
  await expect(others.calendar.getByRole('button', { name })).toHaveCount(0);
  await booking.times.nth(2).click();
  await booking.button(booking.words.keepTime).waitFor();
  await others.page.reload();
  await toWholeWeek(others);
  await expect(others.calendar.getByRole('button', { name })).toHaveCount(1);
  await others.page.close();
});

test('[P-24] closing the page frees the time', async ({ page, baseURL, context }) => {
  const url = hosted(baseURL);
  const booking = await toTime(page, url);
  const name = await booking.chooseTime();
  await booking.button(booking.words.keepTime).waitFor();
  const others = await toTime(await context.newPage(), url);
  await expect(others.calendar.getByRole('button', { name })).toHaveCount(0);
  await page.goto('about:blank');
  await expect
    .poll(async () => {
      await others.page.reload();
      await others.toFreeWeek();
      return others.calendar.getByRole('button', { name }).count();
    })
    .toBe(1);
});
