import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { enLogin } from '../../src/locales/login/en.js';
import { faultsOn } from './axe.js';
import { BookingPage } from './booking-page.js';
import { newestCode } from './inbox.js';
import { patientNumber } from './patients.js';
import { walkEveryStep } from './steps.js';

const origin = (baseURL: string | undefined) => {
  const { port } = new URL(baseURL ?? '');
  return `http://opusdentalklinikken.localhost:${port}`;
};

/** The widget leaves the page's only h1 to the page around it. */
const without = ['page-has-heading-one'];

for (const [language, width, colorScheme] of [
  ['nb', 1280, 'light'],
  ['en', 320, 'light'],
  ['en', 1280, 'dark'],
] as const) {
  test(`[P-29] axe finds nothing in any step, in ${language} at ${width} px, ${colorScheme}`, async ({
    page,
    baseURL,
  }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    await page.goto(`${origin(baseURL)}/?lang=${language}`);
    const found: string[] = [];
    await walkEveryStep(
      new BookingPage(page, language),
      patientNumber(width + (colorScheme === 'dark' ? 1 : 0)),
      origin(baseURL),
      async (step) => {
        found.push(...(await faultsOn(page, { without })).map((fault) => `${step}: ${fault}`));
        // WCAG 1.4.10: nothing has to be scrolled sideways.
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        if (overflow > 0) found.push(`${step}: ${overflow} px too wide`);
      },
    );
    expect(found).toEqual([]);
  });
}

/** Holds back the English words of which `sample` is one, once they are asked for, until they may arrive. */
async function holdWords(page: Page, sample: string) {
  let arrive: () => void = () => undefined;
  const arrival = new Promise<void>((done) => (arrive = done));
  let ask: () => void = () => undefined;
  const asked = new Promise<void>((done) => (ask = done));
  await page.route(/\/cdn\/(?:en-[\w-]{8}|opus-booking-steps-en)\.js$/, async (route) => {
    const file = await readFile(join('cdn', basename(new URL(route.request().url()).pathname)));
    if (file.includes(sample)) {
      ask();
      await arrival;
    }
    await route.continue();
  });
  return { asked, arrive };
}

test('[P-29] [P-04] while the words of later steps are on their way nothing wordless is shown', async ({
  page,
  baseURL,
}) => {
  const booking = new BookingPage(page, 'en');
  const { yourChoices } = booking.words;
  const held = await holdWords(page, yourChoices);
  await page.goto(`${origin(baseURL)}/?lang=en`);
  await held.asked;
  await page.waitForFunction(() => customElements.get('opus-choices') !== undefined);
  expect(await faultsOn(page, { without })).toEqual([]);
  held.arrive();
  await booking.widget.getByRole('heading', { name: yourChoices }).waitFor();
});

test('[P-29] [P-33] while the words of logging in are on their way nothing wordless is shown', async ({
  page,
  baseURL,
}) => {
  const { widget, words } = new BookingPage(page, 'en');
  const held = await holdWords(page, enLogin.loginBySms);
  await page.goto(`${origin(baseURL)}/?lang=en`);
  await widget.getByRole('button', { name: words.logIn }).click();
  await held.asked;
  expect(await faultsOn(page, { without })).toEqual([]);
  held.arrive();
  await widget.getByRole('heading', { name: enLogin.loginBySms }).waitFor();
  await expectFocus(page, words.logIn);
});

test('[P-11] [P-25] the whole flow by keyboard alone, focus always where it should be, the town of the postcode said', async ({
  page,
  baseURL,
}) => {
  const patient = patientNumber(7);
  await page.goto(origin(baseURL));
  const booking = new BookingPage(page);
  const { words } = booking;
  await booking.card(/^Opus Dental Klinikken/).waitFor();
  await press(page, /^Opus Dental Klinikken/);
  await expectFocus(page, words.chooseTreatment);
  await press(page, /^Undersøkelse/);
  await expectFocus(page, words.chooseClinician);
  await press(page, /^Evelyn Andersen/);
  await expectFocus(page, words.chooseTime);
  await booking.toFreeWeek();
  await press(page, / \d\d:\d\d – \d\d:\d\d/);
  await expectFocus(page, words.detailsHeading);
  for (const [name, value] of [
    [words.firstName, patient.firstName],
    [words.lastName, patient.lastName],
    [words.nationalId('NO'), patient.nationalId],
    [words.email, patient.email],
    [words.mobile, patient.mobile],
    [words.address1, patient.address1],
    [words.postalCode, patient.postalCode],
  ] as const) {
    await tabTo(page, new RegExp(`^${name}`));
    await page.keyboard.type(value ?? '');
  }
  await expect(booking.widget.getByRole('status').filter({ hasText: 'Spikkestad' })).toBeVisible();
  await tabTo(page, /samtykker/);
  await page.keyboard.press('Space');
  await press(page, words.toReview);
  await expectFocus(page, words.reviewHeading);
  await press(page, words.bookTime);
  await expectFocus(page, words.codeHeading);
  await tabTo(page, new RegExp(`^${words.codeLabel}`));
  await page.keyboard.type(await newestCode(origin(baseURL), patient.mobile));
  await press(page, words.confirmTime);
  await expect(booking.receipt).toBeVisible();
  await expectFocus(page, words.receiptHeading);
});

/** Tabs to a control by its name and presses it. */
async function press(page: Page, name: string | RegExp): Promise<void> {
  await tabTo(page, typeof name === 'string' ? new RegExp(`^${name}$`) : name);
  await page.keyboard.press('Enter');
}

/** Presses Tab until the control with the name has focus; fails after eighty. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  const seen: string[] = [];
  for (let tabs = 0; tabs < 80; tabs += 1) {
    await page.keyboard.press('Tab');
    const focused = await focusedName(page);
    if (name.test(focused)) return;
    seen.push(focused);
  }
  throw new Error(`No Tab led to ${String(name)}, only to: ${seen.join(' | ')}`);
}

async function expectFocus(page: Page, name: string): Promise<void> {
  await expect.poll(() => focusedName(page)).toContain(name);
}

/** Name of what has focus, inside every shadow root: its label, or its text. */
function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    if (!element) return '';
    const label = (element as HTMLInputElement).labels?.[0]?.textContent;
    return (element.getAttribute('aria-label') ?? label ?? (element as HTMLElement).innerText)
      .replaceAll(/\s+/g, ' ')
      .trim();
  });
}
