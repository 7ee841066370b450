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
  await expect(
    booking.field(words.firstName),
    'choices are kept, what is typed is not',
  ).toHaveValue('');
  await expect(booking.widget).toContainText('Evelyn Andersen');
  const kept = await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }));
  expect(kept, 'nothing of the patient in storage').not.toContain('Åse');
  await page.goBack();
  await expect(heading(words.chooseTime)).toBeVisible();
});

test('[P-10] a link to a treatment hides the choice, and "see all" brings it back for good', async ({
  page,
  baseURL,
}) => {
  const { port } = new URL(baseURL ?? '');
  await page.goto(`http://opusdentalklinikken.localhost:${port}/?lang=en&treatment=undersokelse`);
  const booking = new BookingPage(page, 'en');
  await booking.choose(/^Opus Dental Klinikken/);
  await expect(booking.card(/^Evelyn Andersen/)).toBeVisible();
  await page.reload();
  await expect(booking.card(/^Evelyn Andersen/)).toBeVisible();
  await booking.button(booking.words.seeAll).click();
  await expect(booking.card(/^Undersøkelse/)).toHaveAttribute('aria-pressed', 'true');
  await page.reload();
  await expect(booking.card(/^Akutt/)).toBeVisible();
  await expect(booking.button(booking.words.seeAll)).toHaveCount(0);
});

test('[P-11] a reload keeps the language that the patient chose', async ({ page, baseURL }) => {
  const { port } = new URL(baseURL ?? '');
  await page.goto(`http://demoklinikka.localhost:${port}/`);
  const finnish = new BookingPage(page, 'fi');
  const swedish = new BookingPage(page, 'sv');
  await finnish.card(/^Demoklinikka Tapiola/).waitFor();
  await finnish.widget.getByRole('combobox', { name: finnish.words.language }).selectOption('sv');
  await expect(swedish.widget).toContainText(swedish.words.chooseClinic);
  await swedish.choose(/^Demoklinikka Tapiola/);
  await expect(swedish.widget).toContainText(swedish.words.yourChoices);
  await page.reload();
  await expect(swedish.widget).toContainText(swedish.words.yourChoices);
  await expect(page, 'the page around speaks it too').toHaveTitle(/^Boka tid/);
  await swedish.widget.getByRole('combobox', { name: swedish.words.language }).selectOption('fi');
  await finnish.button(finnish.words.back).click();
  await expect(finnish.card(/^Demoklinikka Tapiola/)).toBeVisible();
  await page.reload();
  await expect(page).toHaveTitle(/^Varaa aika/);
});
