import { expect, test, type Page } from '@playwright/test';
import { BookingPage } from './booking-page.js';
import { patientNumber } from './patients.js';
import { walkEveryStep } from './steps.js';

/** Pixels that the page has to be scrolled sideways. */
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

for (const [width, number] of [
  [1280, 450],
  [768, 451],
  [360, 452],
] as const) {
  test(`[P-29] text of twice the size stays on the page in every step, at ${width} px`, async ({
    page,
    baseURL,
  }) => {
    const { port } = new URL(baseURL ?? '');
    const origin = `http://opusdentalklinikken.localhost:${port}`;
    await page.setViewportSize({ width, height: 800 });
    await page.goto(origin);
    // WCAG 1.4.4: text alone, not the layout.
    await page.evaluate(() => (document.documentElement.style.fontSize = '34px'));
    const tooWide: string[] = [];
    await walkEveryStep(new BookingPage(page), patientNumber(number), origin, async (step) => {
      const pixels = await overflow(page);
      if (pixels > 0) tooWide.push(`${step}: ${pixels} px`);
    });
    expect(tooWide).toEqual([]);
  });
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`in forced colours what is chosen is told from what is not, ${colorScheme}`, async ({
    page,
    baseURL,
  }) => {
    const { port } = new URL(baseURL ?? '');
    await page.emulateMedia({ forcedColors: 'active', colorScheme });
    await page.setViewportSize({ width: 360, height: 800 });
    await page.goto(`http://opusdentalklinikken.localhost:${port}/?lang=en`);
    const booking = new BookingPage(page, 'en');
    await booking.choose(/^Opus Dental Klinikken/);
    await booking.choose(/^Undersøkelse/);
    await booking.choose(/^Lise Negård/);
    await booking.toFreeWeek();
    const paint = (selector: string) =>
      booking.calendar
        .locator(selector)
        .first()
        .evaluate((element) => {
          const { backgroundColor, color } = getComputedStyle(element);
          return [backgroundColor, color].join();
        });
    expect(await paint('.strip [aria-pressed="true"]')).not.toBe(
      await paint('.strip [aria-pressed="false"]'),
    );
    // A logo for white paper stays readable where the system's paper is black.
    const logo = booking.widget.locator('[part=logo]');
    const plate = await logo.evaluate((element) => getComputedStyle(element).backgroundColor);
    expect(plate).toBe(colorScheme === 'dark' ? 'rgb(255, 255, 255)' : 'rgba(0, 0, 0, 0)');
  });
}

test('what is printed is ink on white, also where the screen is dark', async ({
  page,
  baseURL,
}) => {
  const { port } = new URL(baseURL ?? '');
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(`http://opusdentalklinikken.localhost:${port}/?lang=en`);
  const booking = new BookingPage(page, 'en');
  await booking.card(/^Opus Dental Klinikken/).waitFor();
  await booking.widget.evaluate((element) => (element.style.colorScheme = 'dark'));
  const heading = booking.widget.getByRole('heading', { name: booking.words.chooseClinic });
  const lightness = () =>
    heading.evaluate((element) => {
      const numbers =
        getComputedStyle(element)
          .color.match(/[\d.]+/g)
          ?.map(Number) ?? [];
      return Math.max(...numbers.slice(0, 3));
    });
  const onScreen = await lightness();
  await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
  expect(onScreen).toBeGreaterThan(0.5);
  expect(await lightness()).toBeLessThan(0.5);
});
