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

// On a clinic's own page, which lies at another origin, the embed script draws the same step.

const coreFile = '**/cdn/opus-booking-core.js';
const drawn = (page: Page) => page.locator('opus-booking > [slot=waiting]');

/** A page that a test answers itself has no address of this machine: Chromium keeps it from what has, unless it is allowed. */
const allowThisMachine = (page: Page) => page.context().grantPermissions(['local-network-access']);

test('[P-49] [P-50] [P-18] on a clinic’s own page the embed script draws the first step, where the widget is going to show it', async ({
  page,
}) => {
  await allowThisMachine(page);
  for (const [width, lang] of [
    [360, 'nb'],
    [1280, 'en'],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    const release = await hold(page, coreFile);
    await page.route('**/examples/inline.html', async (route) => {
      const answer = await route.fetch();
      const html = (await answer.text()).replace('<html lang="nb">', `<html lang="${lang}">`);
      await route.fulfill({ response: answer, body: html });
    });
    await page.goto('/examples/inline.html', { waitUntil: 'commit' });
    await expect(drawn(page)).toBeVisible();
    expect(await faultsOn(page)).toEqual([]);
    const seen = async (texts: ReturnType<Page['locator']>) => ({
      texts: clean(await texts.allTextContents()),
      tops: await texts.evaluateAll((all) =>
        all.map((each) => Math.round(each.getBoundingClientRect().top)),
      ),
    });
    const early = {
      headings: await seen(drawn(page).locator('h2:visible')),
      cards: await seen(drawn(page).locator('button')),
    };
    expect(await drawn(page).locator('h2:visible').first().getAttribute('aria-level')).toBe('3');
    release();
    const picker = page.locator('opus-clinic-picker');
    await picker.getByRole('button').first().waitFor();
    await expect(drawn(page)).toHaveCount(0);
    expect({
      headings: await seen(picker.locator('h2')),
      cards: await seen(picker.locator('.choose')),
    }).toEqual(early);
    await page.unrouteAll();
  }
});

test('[P-49] [P-50] a card pressed there is what the widget begins with, and the keyboard goes on from it', async ({
  page,
}) => {
  const release = await hold(page, coreFile);
  await page.goto('/examples/inline.html', { waitUntil: 'commit' });
  const card = drawn(page).getByRole('button', { name: /^Opus Dental Klinikken/ });
  await card.focus();
  await page.keyboard.press('Enter');
  await expect(card).toHaveAttribute('aria-pressed', 'true');
  release();
  await expect(new BookingPage(page).card(/^Undersøkelse/)).toBeVisible();
  await expect(drawn(page)).toHaveCount(0);
  await expect(page.locator('opus-treatment-picker h2')).toBeFocused();
});

test('[P-49] [N-02] it needs no Trusted Types policy and no inline style of the page; where the widget fails, it goes', async ({
  page,
  baseURL,
}) => {
  await allowThisMachine(page);
  const faults: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy|TrustedType/i.test(message.text())) faults.push(message.text());
  });
  await page.goto('/examples/inline.html');
  const service = new URL(
    (await page.locator('script[src*=embed]').getAttribute('src')) ?? '',
    baseURL,
  ).origin;
  await page.route(coreFile, (route) => route.abort());
  await page.route('**/examples/inline.html', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({
      response: answer,
      headers: {
        ...answer.headers(),
        'Content-Security-Policy': `script-src ${service}; style-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html`,
      },
      body: (await answer.text()).replace(/<script>[^]*?<\/script>/, ''),
    });
  });
  const failed = page.waitForEvent('requestfailed', (request) => /core/.test(request.url()));
  const looked = page.waitForResponse(/\/first-look\//);
  await page.goto('/examples/inline.html', { waitUntil: 'commit' });
  expect((await looked).headers()['access-control-allow-origin']).toBe('*');
  await failed;
  await expect(drawn(page)).toHaveCount(0);
  expect(faults).toEqual([]);
});
