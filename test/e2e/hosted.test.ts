import { expect, test } from '@playwright/test';
import { BookingPage } from './booking-page.js';

test('[P-11] the browser goes back and forward through the steps, and a reload keeps what is chosen', async ({
  page,
  baseURL,
}) => {
  const { port } = new URL(baseURL ?? '');
  await page.goto(`http://opusdentalklinikken.localhost:${port}/?lang=en`);
  const booking = new BookingPage(page, 'en');
  const { words } = booking;
  const heading = (name: string) => booking.widget.getByRole('heading', { name });
  await booking.choose(/^Opus Dental Klinikken/);
  await booking.choose(/^Undersøkelse/);
  await booking.choose(/^Evelyn Andersen/);
  await booking.chooseTime();
  await booking.field(words.firstName).fill('Åse');

  await page.goBack();
  await expect(heading(words.chooseTime)).toBeVisible();
  await page.goBack();
  await expect(booking.card(/^Evelyn Andersen/)).toBeVisible();
  await page.goForward();
  await expect(heading(words.chooseTime)).toBeVisible();
  await page.goForward();
  await expect(booking.field(words.firstName), 'nothing typed is lost').toHaveValue('Åse');
  expect(page.url(), 'nothing of the patient in the address').not.toMatch(/Åse|%C3%85se/);

  await page.reload();
  await expect(heading(words.chooseTime)).toBeVisible();
  await expect(booking.widget).toContainText('Evelyn Andersen');
  await page.goBack();
  await expect(heading(words.chooseTime)).toBeVisible();
});
