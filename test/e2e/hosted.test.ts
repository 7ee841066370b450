import { expect, test } from '@playwright/test';
import type { Account } from '../../src/contract/index.js';
import { BookingPage } from './booking-page.js';
import { newestCode } from './inbox.js';
import { patientNumber } from './patients.js';
import { walkEveryStep } from './steps.js';

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

test('[P-11] where storage is forbidden, the browser goes back and forward all the same', async ({
  page,
  baseURL,
}) => {
  const { port } = new URL(baseURL ?? '');
  await page.addInitScript(() => {
    for (const name of ['sessionStorage', 'localStorage']) {
      Object.defineProperty(globalThis, name, {
        get() {
          throw new DOMException('Access is denied for this document.', 'SecurityError');
        },
      });
    }
  });
  await page.goto(`http://opusdentalklinikken.localhost:${port}/?lang=en`);
  const booking = new BookingPage(page, 'en');
  await booking.choose(/^Opus Dental Klinikken/);
  await expect(booking.card(/^Undersøkelse/)).toBeVisible();
  expect(page.url()).toContain('step=treatment');
  await page.goBack();
  await expect(booking.card(/^Opus Dental Klinikken/)).toBeVisible();
});

test('[N-03] [P-50] a whole booking under the page’s own policy, in which no text becomes script', async ({
  page,
  baseURL,
}) => {
  await page.addInitScript(() => {
    const refused: string[] = [];
    Object.assign(globalThis, { refused });
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
      refused.push(`${effectiveDirective} ${blockedURI}`),
    );
  });
  const refused = () =>
    page.evaluate(() => (globalThis as unknown as { refused: string[] }).refused);
  const { port } = new URL(baseURL ?? '');
  await page.goto(`http://opusdentalklinikken.localhost:${port}/?lang=en`);
  const booking = new BookingPage(page, 'en');
  await booking.choose(/^Opus Dental Klinikken/);
  await booking.choose(/^Undersøkelse/);
  await booking.choose(/^Evelyn Andersen/);
  await booking.toFreeWeek();
  // The month comes from another library than everything else.
  await booking.button(booking.words.goToDate).click();
  await expect(booking.widget.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await booking.chooseTime();
  const patient = patientNumber(871);
  await booking.fillDetails(patient);
  await booking.review();
  await booking.book();
  await booking.confirm(await newestCode(baseURL!, patient.mobile));
  await booking.receipt.waitFor();
  expect(await refused()).toEqual([]);

  const error = await page.evaluate(() => {
    try {
      document.body.innerHTML = '<img src=x onerror=alert(1)>';
      return 'none';
    } catch (cause) {
      return (cause as Error).name;
    }
  });
  expect(error, 'the policy is in force').toBe('TypeError');
  expect(await refused()).toContain('require-trusted-types-for trusted-types-sink');
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

test('[P-10] [N-02] a whole booking leaves nothing of the patient in an address or in storage', async ({
  page,
  baseURL,
}) => {
  const { port } = new URL(baseURL ?? '');
  const origin = `http://opusdentalklinikken.localhost:${port}`;
  const addresses: string[] = [];
  page.on('request', (request) => addresses.push(request.url()));
  page.on('framenavigated', (frame) => addresses.push(frame.url()));
  const kept: string[] = [];
  const patient = patientNumber(430);
  await page.goto(`${origin}/?lang=en`);
  const booking = new BookingPage(page, 'en');
  let code = '';
  await walkEveryStep(booking, patient, origin, async (step) => {
    if (step === 'code') code = await newestCode(origin, patient.mobile);
    addresses.push(page.url());
    kept.push(
      await page.evaluate(async () =>
        JSON.stringify({
          session: { ...sessionStorage },
          local: { ...localStorage },
          state: history.state as unknown,
          cookie: document.cookie,
          name: window.name,
          databases: await indexedDB.databases(),
          caches: await caches.keys(),
        }),
      ),
    );
  });
  await page.reload();
  addresses.push(page.url());

  const texts = addresses.map((address) => decodeURIComponent(address));
  expect(texts.some((address) => address.includes('step=details'))).toBe(true);
  expect(kept.some((each) => each.includes('undersokelse'))).toBe(true);
  const { market: _market, ...secrets } = patient;
  for (const secret of [...Object.values(secrets), code].map(String)) {
    const isSecret = (text: string) => text.includes(secret);
    expect(texts.filter(isSecret), `${secret} in an address`).toEqual([]);
    expect(kept.filter(isSecret), `${secret} in storage`).toEqual([]);
  }
  for (const each of kept) {
    expect(JSON.parse(each)).toMatchObject({ local: {}, cookie: '', databases: [], caches: [] });
    expect(each).not.toMatch(/token|hold/i);
  }
  expect(kept.at(-1), 'nothing is kept of what is booked').toContain('"session":{}');
});

test('[P-10] a link may choose clinic, group and step, and what it makes up is left out', async ({
  page,
  baseURL,
}) => {
  const { port } = new URL(baseURL ?? '');
  const origin = `http://opusdentalklinikken.localhost:${port}`;
  const booking = new BookingPage(page, 'en');
  const { words } = booking;
  const heading = (name: string) => booking.widget.getByRole('heading', { name });

  await page.goto(`${origin}/?lang=en&clinic=hvalstad&treatment=akutt&clinician=any&step=time`);
  await expect(heading(words.chooseTime)).toBeVisible();
  await page.goto(`${origin}/?lang=en&clinic=hvalstad&step=confirm`);
  await expect(heading(words.chooseTreatment), 'as far as the choices lead').toBeVisible();
  await page.goto(
    `${origin}/?lang=en&clinic=%22%3E%3Cscript%3E&treatment=nothing&clinician=nobody&group=none&step=nowhere`,
  );
  await expect(heading(words.chooseClinic)).toBeVisible();
});

test('[P-09] the colours come with the account; without them they are computed to the same', async ({
  page,
  baseURL,
}) => {
  const { port } = new URL(baseURL ?? '');
  const address = `http://opusdentalklinikken.localhost:${port}/?lang=en`;
  const booking = new BookingPage(page, 'en');
  const files: string[] = [];
  page.on('request', (request) => files.push(new URL(request.url()).pathname));
  const computes = () => files.filter((file) => file.startsWith('/cdn/accent-palette'));
  const colours = () =>
    booking.widget.evaluate((widget) =>
      ['accent', 'on-accent', 'accent-text', 'accent-border', 'accent-soft', 'focus'].map((name) =>
        getComputedStyle(widget).getPropertyValue(`--opus-${name}`),
      ),
    );

  await page.goto(address);
  await booking.choose(/^Opus Dental Klinikken/);
  await booking.choose(/^Undersøkelse/);
  await booking.choose(/^Evelyn Andersen/);
  await booking.chooseTime();
  await booking.field(booking.words.firstName).waitFor();
  const given = await colours();
  expect(given.join()).toMatch(/^#[0-9a-f]{6},#[0-9a-f]{6},light-dark\(#/);
  expect(files, 'the files of the widget are seen').toContain('/cdn/opus-booking.js');
  expect(computes()).toEqual([]);

  await page.route('**/v1/accounts/opusdentalklinikken', async (route) => {
    const { pathname } = new URL(route.request().url());
    const response = await route.fetch({ url: `http://127.0.0.1:${port}${pathname}` });
    const { theme, ...account } = (await response.json()) as Account;
    const { palette: _, ...older } = theme;
    await route.fulfill({ response, json: { ...account, theme: older } });
  });
  await page.goto(address);
  await expect.poll(colours).toEqual(given);
  expect(computes()).toHaveLength(1);

  const errors: Error[] = [];
  page.on('pageerror', (error) => errors.push(error));
  await page.route('**/cdn/accent-palette*', (route) => route.abort());
  await page.goto(address);
  await booking.choose(/^Opus Dental Klinikken/);
  await booking.card(/^Undersøkelse/).waitFor();
  expect((await colours()).join(''), 'the default, which the base styles have').toBe('');
  expect(errors).toEqual([]);
});

for (const [what, width, height, answer] of [
  ['very wide', 2400, 40, { contentType: 'image/svg+xml' }],
  ['very tall', 40, 1600, { contentType: 'image/svg+xml' }],
  ['broken', 320, 80, { contentType: 'image/png', body: 'not an image' }],
  ['missing', 320, 80, { status: 404, body: '' }],
] as const) {
  test(`[P-09] a ${what} logo moves nothing`, async ({ page, baseURL }) => {
    const { port } = new URL(baseURL ?? '');
    await page.setViewportSize({ width: 360, height: 800 });
    await page.route('**/v1/accounts/opusdentalklinikken', async (route) => {
      // Node resolves no *.localhost; the service answers on every host.
      const { pathname } = new URL(route.request().url());
      const response = await route.fetch({ url: `http://127.0.0.1:${port}${pathname}` });
      const account = (await response.json()) as Account;
      const logo = {
        url: '/v1/accounts/opusdentalklinikken/logo',
        width,
        height,
        alt: 'Klinikken',
      };
      await route.fulfill({ response, json: { ...account, theme: { ...account.theme, logo } } });
    });
    let arrive: () => void;
    const arrived = new Promise<void>((resolve) => (arrive = resolve));
    await page.route('**/logo', async (route) => {
      await arrived;
      const body = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%"/></svg>`;
      await route.fulfill({ body, ...answer });
    });
    // A page whose logo is asked for soon enough waits for it before it is loaded.
    await page.goto(`http://opusdentalklinikken.localhost:${port}/?lang=en`, {
      waitUntil: 'commit',
    });
    const booking = new BookingPage(page, 'en');
    await booking.card(/^Opus Dental Klinikken/).waitFor();
    const boxes = () =>
      Promise.all(
        [booking.widget.locator('[part=logo]'), booking.widget.locator('opus-steps')].map((each) =>
          each.boundingBox(),
        ),
      );
    const before = await boxes();
    const response = page.waitForResponse('**/logo');
    arrive!();
    await response;
    await page.waitForTimeout(200);
    expect(await boxes()).toEqual(before);
    expect(before[0]?.width).toBeLessThanOrEqual(200);
    expect(before[0]?.height).toBeLessThanOrEqual(56);
  });
}
