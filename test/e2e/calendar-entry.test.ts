import { readFile } from 'node:fs/promises';
import { expect, test, type Download, type Page } from '@playwright/test';
import { BookingPage } from './booking-page.js';
import { patientNumber } from './patients.js';

// The calendar file is made by a script of its own, which is brought to whoever comes near the button.

async function toReceipt(page: Page, baseURL: string, patient: number): Promise<BookingPage> {
  const { port } = new URL(baseURL);
  await page.goto(`http://kodefri.localhost:${port}/`);
  const booking = new BookingPage(page);
  await booking.choose(/^Undersøkelse/);
  await booking.chooseTime();
  await booking.fillDetails(patientNumber(patient));
  await booking.review();
  await booking.book();
  await booking.receipt.waitFor();
  await page.waitForLoadState('networkidle');
  return booking;
}

const textOf = async (file: Download) => readFile(await file.path(), 'utf8');

test('[P-32] the calendar file is asked for near the button, and given at the click without a connection', async ({
  page,
  context,
  baseURL,
}) => {
  const booking = await toReceipt(page, baseURL ?? '', 720);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const button = booking.button(booking.words.toCalendar);
  await Promise.all([page.waitForEvent('requestfinished'), button.hover()]);
  await page.waitForLoadState('networkidle');
  expect(asked).toHaveLength(1);

  await context.setOffline(true);
  const [file] = await Promise.all([page.waitForEvent('download'), button.click()]);
  expect(file.suggestedFilename()).toBe(`${booking.words.calendarFileName}.ics`);
  expect(await textOf(file)).toMatch(/^BEGIN:VCALENDAR\r\n[^]*\nUID:[^]*\nEND:VCALENDAR\r\n$/);
  await expect(booking.widget.getByRole('alert')).toHaveCount(0);
});

test('[P-32] a calendar file that cannot be had is told beside its button, and the next click gives it', async ({
  page,
  context,
  baseURL,
}) => {
  const booking = await toReceipt(page, baseURL ?? '', 721);
  const { words } = booking;
  const button = booking.button(words.toCalendar);
  await context.setOffline(true);
  for (let click = 0; click < 2; click += 1) {
    await button.click();
    await expect(booking.widget.getByRole('alert')).toHaveText(
      new RegExp(`^\\s*${words.offlineHeading}\\.\\s+${words.tryAgain}\\.\\s*$`),
    );
  }

  await context.setOffline(false);
  const [file] = await Promise.all([page.waitForEvent('download'), button.click()]);
  expect(await textOf(file)).toContain('BEGIN:VEVENT\r\n');
  await expect(booking.widget.getByRole('alert')).toHaveCount(0);
});
