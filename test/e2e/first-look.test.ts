import { expect, test, type Page } from '@playwright/test';
import { faultsOn } from './axe.js';
import { BookingPage } from './booking-page.js';

// The first step stands in the hosted page's own HTML: read, and chosen from, before any of the widget's files is there.

const hosted = (baseURL: string | undefined, account: string, query = '') =>
  `http://${account}.localhost:${new URL(baseURL ?? '').port}/${query}`;

const widgetFile = '**/cdn/opus-booking.js';

/** Keeps requests waiting until it is called. */
async function hold(page: Page, urls: string): Promise<() => void> {
  let release = () => {};
  const isReleased = new Promise<void>((resolve) => (release = resolve));
  await page.route(urls, async (route) => {
    await isReleased;
    await route.continue();
  });
  return release;
}

const look = (page: Page) => page.locator('.first-look');
const clean = (texts: readonly string[]) => texts.map((text) => text.replace(/\s+/g, ' ').trim());

for (const [account, query, picker] of [
  ['opusdentalklinikken', '', 'clinic'],
  ['opusdentalklinikken', '?lang=en', 'clinic'],
  ['opusdentalklinikken', '?treatment=bleking', 'clinic'],
  ['kjeden', '', 'clinic'],
  ['kjeden', '?lang=sv', 'clinic'],
  ['aldente', '', undefined],
  ['demoklinikka', '?lang=fi', undefined],
  ['kodefri', '', undefined],
] as const) {
  test(`[P-50] [P-12] the first step of ${account}${query} stands in the page as the widget shows it`, async ({
    page,
    baseURL,
  }) => {
    const release = await hold(page, widgetFile);
    await page.goto(hosted(baseURL, account, query), { waitUntil: 'commit' });
    await expect(look(page)).toBeVisible();
    const step = await look(page).getAttribute('data-step');
    if (picker) expect(step).toBe(picker);
    const early = {
      heading: clean(await look(page).locator('h2').allInnerTexts()),
      groups: clean(await look(page).locator('h3').allInnerTexts()),
      cards: clean(await look(page).locator('button').allTextContents()),
    };
    release();
    const shown = page.locator(`opus-${step}-picker`);
    await shown.getByRole('button').first().waitFor();
    await expect(look(page)).toBeHidden();
    const welcome = page.locator('opus-notice.welcome h2');
    expect(early).toEqual({
      heading: clean([
        ...(await welcome.allInnerTexts()),
        ...(await shown.locator('h2').allInnerTexts()),
      ]),
      groups: clean(await shown.locator('h3').allInnerTexts()),
      cards: clean(await shown.locator('.choose').allTextContents()),
    });
  });
}

test('[P-50] a card that is pressed before the widget is there is what the widget begins with', async ({
  page,
  baseURL,
}) => {
  const release = await hold(page, widgetFile);
  await page.goto(hosted(baseURL, 'opusdentalklinikken'), { waitUntil: 'commit' });
  const cards = look(page).getByRole('button');
  await cards.nth(1).click();
  await cards.first().click();
  await expect(cards.first()).toHaveAttribute('aria-pressed', 'true');
  await expect(cards.nth(1)).toHaveAttribute('aria-pressed', 'false');
  release();
  const booking = new BookingPage(page);
  await expect(booking.card(/^Undersøkelse/)).toBeVisible();
  await expect(booking.widget).toContainText('Opus Dental Klinikken');
  // The other clinics are still there to choose from.
  await page.goBack();
  await page.goto(hosted(baseURL, 'opusdentalklinikken'));
  await expect(booking.card(/^Opus Dental Klinikken/)).toBeVisible();
});

test('[P-50] so is one that is pressed while the widget waits for the account', async ({
  page,
  baseURL,
}) => {
  const release = await hold(page, '**/v1/accounts/opusdentalklinikken');
  await page.goto(hosted(baseURL, 'opusdentalklinikken'), { waitUntil: 'commit' });
  await page.waitForFunction(() => customElements.get('opus-booking') !== undefined);
  await look(page)
    .getByRole('button', { name: /^Opus Dental Klinikken/ })
    .click();
  release();
  await expect(new BookingPage(page).card(/^Undersøkelse/)).toBeVisible();
});

test('[P-50] [N-04] the first step is accessible, and nothing of it is too wide at 320 px', async ({
  page,
  baseURL,
}) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await hold(page, widgetFile);
  for (const [account, colorScheme] of [
    ['opusdentalklinikken', 'light'],
    ['kjeden', 'dark'],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto(hosted(baseURL, account), { waitUntil: 'commit' });
    await expect(look(page)).toBeVisible();
    expect(await faultsOn(page)).toEqual([]);
    const tooWide = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(tooWide).toBeLessThanOrEqual(0);
  }
});

test('[P-50] where the page begins with anything else than cards, and where no script runs, there is none', async ({
  page,
  browser,
  baseURL,
}) => {
  for (const query of [
    '?view=login',
    '?step=time',
    '?clinic=hvalstad&treatment=undersokelse&clinician=lise',
    '?clinic=hvalstad',
  ]) {
    await page.goto(hosted(baseURL, 'opusdentalklinikken', query));
    await expect(look(page), query).toHaveCount(0);
  }
  const context = await browser.newContext({ javaScriptEnabled: false });
  const silent = await context.newPage();
  await silent.goto(hosted(baseURL, 'opusdentalklinikken'));
  await expect(look(silent)).toHaveCount(1);
  await expect(look(silent)).toBeHidden();
  await context.close();
});

test('[P-50] where the widget’s file fails, the clinics’ numbers take its place', async ({
  page,
  baseURL,
}) => {
  await page.route(widgetFile, (route) => route.abort());
  await page.goto(hosted(baseURL, 'opusdentalklinikken'));
  await expect(look(page)).toBeHidden();
  await expect(page.getByRole('link', { name: /66\s77\s60\s40/ })).toBeVisible();
});
