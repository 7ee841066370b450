import { expect, test, type Locator, type Page } from '@playwright/test';
import { tryAgain } from '../../src/locales/try-again.js';
import { words } from '../../service/hosted/words.js';
import { BookingPage } from './booking-page.js';

// The widget's files may fail, stall, or not run at all: the patient still finds the clinic.

const hosted = (baseURL: string | undefined, account = 'opusdentalklinikken') =>
  `http://${account}.localhost:${new URL(baseURL ?? '').port}/`;

const core = '**/cdn/opus-booking-core.js';
const firstWords = /\/cdn\/((nb|sv|fi|da|en)-[\w-]{8}|opus-booking-(steps-)?(nb|sv|fi|da|en))\.js$/;

const anyWords = /\/cdn\/(opus-booking-steps-(nb|sv|fi|da|en)|(nb|sv|fi|da|en)\d?-[\w-]{8})\.js$/;

const phone = (page: Page): Locator =>
  page.locator('opus-booking').getByRole('link', { name: /66\s77\s60\s40/ });

/** Keeps requests waiting until the test ends. */
const stall = () => new Promise<void>(() => undefined);

/** Fails files until the page is loaded a second time: words that failed are asked for again every three seconds, too. */
async function failUntilReload(page: Page, files: RegExp): Promise<void> {
  let loads = 0;
  page.on('request', (request) => {
    if (request.isNavigationRequest()) loads += 1;
  });
  await page.route(files, (route) => (loads > 1 ? route.continue() : route.abort()));
}

for (const [what, path] of [
  ['the hosted page', ''],
  ["a clinic's page with the snippet", 'homepage/'],
] as const) {
  test(`[P-50] ${what} shows the number at once when the core file fails, and another try brings the widget`, async ({
    page,
    baseURL,
  }) => {
    const url = path ? `${baseURL}/${path}` : hosted(baseURL);
    await page.route(core, (route) => route.abort());
    await page.goto(url);
    await expect(phone(page)).toBeVisible({ timeout: 2000 });
    await expect(phone(page)).toHaveAttribute('href', /^tel:/);
    await page.unroute(core);
    await page.locator('opus-booking').getByRole('link', { name: 'Prøv igjen' }).click();
    await expect(new BookingPage(page).card(/^Opus Dental Klinikken/)).toBeVisible();
    await expect(page.getByText(words.nb.unavailable)).toBeHidden();
  });

  test(`[P-50] ${what} waits eight seconds for a core file that stalls`, async ({
    page,
    baseURL,
  }) => {
    await page.clock.install();
    await page.route(core, stall);
    await page.goto(path ? `${baseURL}/${path}` : hosted(baseURL), { waitUntil: 'commit' });
    await page.locator('opus-booking p').first().waitFor({ state: 'attached' });
    await page.clock.fastForward(4000);
    await expect(phone(page)).toBeHidden();
    await page.clock.fastForward(5000);
    await expect(phone(page)).toBeVisible();
  });
}

test('[P-50] a browser that can not parse the widget gets the number as soon as the page is loaded', async ({
  page,
  baseURL,
}) => {
  await page.route(core, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: 'class Old { #;; }' }),
  );
  await page.goto(hosted(baseURL));
  await expect(phone(page)).toBeVisible({ timeout: 2000 });
});

test('[P-50] words that fail: the number and another try in place of the skeleton', async ({
  page,
  baseURL,
}) => {
  await failUntilReload(page, firstWords);
  await page.goto(hosted(baseURL));
  await expect(phone(page)).toBeVisible({ timeout: 3000 });
  await page.locator('opus-booking').getByRole('link', { name: 'Prøv igjen' }).click();
  await expect(new BookingPage(page).card(/^Opus Dental Klinikken/)).toBeVisible();
});

/** Keeps requests waiting until the returned function is called. */
async function holdBack(page: Page, pattern: RegExp): Promise<() => void> {
  let release!: () => void;
  const released = new Promise<void>((done) => (release = done));
  await page.route(pattern, async (route) => {
    await released;
    await route.continue();
  });
  return () => release();
}

test('[P-50] words that stall: the number after eight seconds, and the widget when they come after all', async ({
  page,
  baseURL,
}) => {
  await page.clock.install();
  const release = await holdBack(page, firstWords);
  await page.goto(hosted(baseURL));
  await page.locator('.first-look').waitFor();
  await page.clock.fastForward(4000);
  await expect(phone(page)).toBeHidden();
  await page.clock.fastForward(5000);
  await expect(phone(page)).toBeVisible();
  release();
  await expect(new BookingPage(page).card(/^Opus Dental Klinikken/)).toBeVisible();
  await expect(page.getByText(words.nb.unavailable)).toBeHidden();
});

test('[P-50] a page that has put nothing into the element: number and another try from the widget itself', async ({
  page,
}) => {
  await failUntilReload(page, firstWords);
  await page.route('**/homepage/', async (route) => {
    const body = `<!doctype html><html lang="nb"><script type="module" src="/cdn/opus-booking.js"></script>
      <opus-booking account="opusdentalklinikken"></opus-booking></html>`;
    await route.fulfill({ contentType: 'text/html', body });
  });
  await page.goto('/homepage/');
  await expect(phone(page)).toBeVisible();
  await page.locator('opus-booking').getByRole('button', { name: tryAgain.nb }).click();
  await expect(new BookingPage(page, 'nb').card(/^Opus Dental Klinikken/)).toBeVisible();
});

/** A page of a clinic that shows own appointments and nothing else, with `content` inside the element. */
async function openAppointments(page: Page, content = ''): Promise<Locator> {
  await page.route('**/homepage/', async (route) => {
    const body = `<!doctype html><html lang="nb"><script type="module" src="/cdn/opus-booking.js"></script>
      <opus-appointments account="opusdentalklinikken">${content}</opus-appointments></html>`;
    await route.fulfill({ contentType: 'text/html; charset=utf-8', body });
  });
  await page.goto('/homepage/');
  return page.locator('opus-appointments');
}

test('[P-50] own appointments alone, with words that fail: the number and another try, and the login once they come', async ({
  page,
}) => {
  await failUntilReload(page, anyWords);
  const element = await openAppointments(page);
  await expect(element.getByRole('link', { name: /66\s77\s60\s40/ })).toBeVisible();
  await expect(element.locator('.skeleton')).toHaveCount(0);
  await element.getByRole('button', { name: tryAgain.nb }).click();
  await expect(element.locator('opus-login')).toBeVisible();
});

test('[P-50] own appointments alone, with words that stall: what the page has put in, after eight seconds', async ({
  page,
}) => {
  await page.clock.install();
  const release = await holdBack(page, anyWords);
  const element = await openAppointments(page, '<p hidden>Ring 66 77 60 40.</p>');
  await element.locator('.skeleton').first().waitFor();
  await page.clock.fastForward(4000);
  await expect(element.getByText('Ring 66')).toBeHidden();
  await page.clock.fastForward(5000);
  await expect(element.getByText('Ring 66')).toBeVisible();
  release();
  await expect(element.locator('opus-login')).toBeVisible();
  await expect(element.getByText('Ring 66')).toBeHidden();
});

test('[P-50] without script the hosted page says so, with number and address', async ({
  browser,
  baseURL,
}) => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(hosted(baseURL));
  // Switched off by the DevTools protocol, which leaves the content of noscript unparsed.
  expect(await page.content()).toContain(`<noscript><p>${words.nb.withoutScript('66776040')}`);
  await expect(page.locator('opus-booking')).toContainText('Nye Vakåsvei 64');
  await expect(phone(page)).toBeVisible();
  await page.close();
});
