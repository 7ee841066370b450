import { expect, test, type Page } from '@playwright/test';
import { faultsOn } from './axe.js';
import { BookingPage } from './booking-page.js';
import { bookAll } from './page-around.js';

// The booking on a clinic's own pages (demo/examples/html), which lie at another origin than the service.

const example = (name: string) => `/examples/${name}.html`;
const dialog = (page: Page) => page.locator('[data-opus-dialog] dialog:not(.question)');
const question = (page: Page) => page.getByRole('alertdialog');
const closing = 'Lukk';

for (const [kind, attribute] of [
  ['a classic script', 'defer'],
  ['a module', 'type="module"'],
] as const) {
  test(`[P-49] inline, by ${kind} of another origin: asks for the account once, before its code has come, and books`, async ({
    page,
    baseURL,
  }) => {
    const order: string[] = [];
    page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (/\/opus-booking-core\.js$|\/v1\/accounts\/\w+$/.test(pathname)) order.push(pathname);
    });
    if (kind === 'a module') {
      const html = await (await page.request.get(example('inline'))).text();
      const given = html.replace(/(opus-booking-embed\.js") defer/, `$1 ${attribute}`);
      expect(given).toContain(attribute);
      // A page that the test makes up has to stand where a page of the network has been.
      await page.route('**/cdn/**', (route) => route.abort());
      await page.goto('/homepage/');
      await page.unroute('**/cdn/**');
      order.length = 0;
      await page.setContent(given);
    } else await page.goto(example('inline'));
    const booking = new BookingPage(page, 'nb');
    await booking.card(/^Opus Dental Klinikken/).waitFor();
    expect(order[0]).toMatch(/accounts/);
    expect(order.filter((path) => path.includes('accounts')).length).toBe(1);
    await expect(booking.widget.getByRole('img'), 'the page has its own logo').toBeHidden();
    await expect(booking.widget.getByText('Velkommen til')).toBeHidden();
    await expect(page.getByRole('heading', { name: booking.words.chooseClinic })).toBeVisible();
    if (kind === 'a module') return;
    await expect(
      page.getByRole('heading', { name: booking.words.chooseClinic }),
      'fits the outline of the page',
    ).toHaveAttribute('aria-level', '3');
    expect(await faultsOn(page)).toEqual([]);
    await bookAll(booking, new URL(baseURL ?? '').origin, 71);
  });
}

test('[P-49] a button loads nothing of the booking until a patient is about to press it', async ({
  page,
}) => {
  const scripts: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(request.url().replace(/.*\//, ''));
  });
  await page.goto(example('button'), { waitUntil: 'networkidle' });
  expect(scripts).toEqual(['opus-booking-embed.js']);
  await page.getByRole('button', { name: 'Bestill time' }).hover();
  await expect.poll(() => scripts.some((name) => name === 'opus-booking-core.js')).toBe(true);
});

test('[P-49] a button opens the booking in a dialog, which asks before typed data is lost', async ({
  page,
}) => {
  await page.goto(example('button'));
  await page.evaluate(() => {
    for (const type of ['opus-open', 'opus-close', 'opus-step-change']) {
      document.addEventListener(type, (event) => {
        const { target } = event;
        document.body.dataset.heard ??= '';
        document.body.dataset.heard += ` ${type}@${(target as Element).localName}`;
      });
    }
    // A page that closes something of its own by Escape.
    document.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') document.body.dataset.escaped = 'yes';
    });
  });
  const opener = page.getByRole('button', { name: 'Bestill time' });
  const booking = new BookingPage(page, 'nb');
  await opener.focus();
  await page.keyboard.press('Enter');
  await booking.card(/^Opus Dental Klinikken/).waitFor();
  await expect(dialog(page)).toHaveAttribute('aria-label', 'Timebestilling');
  expect(await faultsOn(page)).toEqual([]);
  const locked = () =>
    page.evaluate(() => getComputedStyle(document.documentElement).overflowY === 'hidden');
  expect(await locked(), 'the page behind does not scroll').toBe(true);

  // Nothing lost yet: Escape closes it, and the focus is where it was.
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
  expect(await locked()).toBe(false);
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe('opus-booking-button');

  await opener.click();
  await booking.choose(/^Opus Dental Klinikken/);
  await booking.choose(/^Undersøkelse/);
  await booking.choose(/^Evelyn Andersen/);
  await booking.toFreeWeek();
  // The month that the widget has opened is the first to be closed.
  await booking.widget.getByRole('button', { name: booking.words.goToDate }).click();
  await booking.widget.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await expect(booking.widget.getByRole('dialog')).toHaveCount(0);
  await expect(dialog(page)).toBeVisible();
  await booking.chooseTime();
  await booking.field(booking.words.firstName).fill('Åse');

  for (const close of [
    () => page.keyboard.press('Escape'),
    () => dialog(page).getByRole('button', { name: closing }).click(),
    () => page.mouse.click(8, 8),
  ]) {
    await close();
    await expect(question(page)).toBeVisible();
    await question(page).getByRole('button', { name: 'Fortsett bestillingen' }).click();
    await expect(question(page)).toHaveCount(0);
    await expect(booking.field(booking.words.firstName)).toHaveValue('Åse');
  }
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(booking.field(booking.words.firstName), 'however often').toHaveValue('Åse');
  // Asked, or back in the form: the key answers the question, too.
  if (!(await question(page).isVisible())) await page.keyboard.press('Escape');
  await expect(question(page)).toBeVisible();
  expect(await faultsOn(page)).toEqual([]);
  await question(page).getByRole('button', { name: closing }).click();
  await expect(dialog(page)).toHaveCount(0);
  expect(await page.evaluate(() => document.body.dataset.escaped)).toBeUndefined();
  const heard = await page.evaluate(() => document.body.dataset.heard ?? '');
  expect(heard.match(/opus-(open|close)@[\w-]+/g)).toEqual([
    ...['opus-open@opus-booking-button', 'opus-close@opus-booking-button'],
    ...['opus-open@opus-booking-button', 'opus-close@opus-booking-button'],
  ]);
  expect(heard).toContain('opus-step-change@opus-booking');

  // What is chosen is there again; what was typed is not.
  await opener.click();
  await expect(booking.widget).toContainText('Evelyn Andersen');
  await expect(booking.field(booking.words.firstName)).not.toHaveValue('Åse');
});

test('[P-49] any element opens it, also one that a script has added later; a link stays one for a new tab', async ({
  page,
  context,
}) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto(example('button'));
  const link = page.getByRole('link', { name: 'Bestill time' });
  const [tab] = await Promise.all([
    context.waitForEvent('page'),
    link.click({ modifiers: ['ControlOrMeta'] }),
  ]);
  await tab.close();
  await expect(dialog(page)).toHaveCount(0);
  await page.evaluate(() => {
    const added = document.createElement('button');
    added.textContent = 'Senere';
    added.dataset.opusBooking = 'opusdentalklinikken';
    added.dataset.opusClinic = 'hvalstad';
    document.body.append(added);
  });
  await page.getByRole('button', { name: 'Senere' }).click();
  const booking = new BookingPage(page, 'nb');
  await booking.widget.getByRole('heading', { level: 2 }).first().waitFor();
  const box = await dialog(page).boundingBox();
  expect(box, 'the whole screen of a phone').toMatchObject({ x: 0, y: 0, width: 360, height: 640 });
  const overflow = await dialog(page).evaluate((each) => each.scrollWidth - each.clientWidth);
  expect(overflow).toBe(0);
});

test('[P-50] a booking that does not come: the dialog says so, with another try and the page’s own link', async ({
  page,
}) => {
  await page.route('**/cdn/opus-booking.js', (route) => route.abort());
  await page.goto(example('button'));
  await page.getByRole('button', { name: 'Bestill time' }).click();
  const alert = dialog(page).getByRole('alert');
  await expect(alert).toContainText('kan ikke åpnes');
  await expect(alert.getByRole('link')).toHaveAttribute('href', /opusdentalklinikken\.localhost/);
  await expect(alert.getByRole('button', { name: 'Prøv igjen' })).toBeVisible();
  await page.goto(example('inline'));
  await expect(
    page.locator('opus-booking').getByRole('link', { name: '66 77 60 40' }),
    'inline: the number at once',
  ).toBeVisible({ timeout: 3000 });
});

test('[P-49] a floating button stays above a consent bar and the footer', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto(example('floating'));
  const button = page.getByRole('button', { name: 'Bestill time' });
  const bottom = async () => {
    const box = (await button.boundingBox())!;
    return box.y + box.height;
  };
  const top = async (selector: string) => (await page.locator(selector).boundingBox())?.y ?? 640;
  await expect.poll(async () => (await top('#consent')) - (await bottom())).toBeGreaterThan(0);
  expect(await faultsOn(page)).toEqual([]);
  await page.locator('#accept').click();
  await expect.poll(bottom).toBeGreaterThan(600);
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await expect.poll(async () => (await top('footer')) - (await bottom())).toBeGreaterThan(0);
});

test('[P-49] in a frame: as high as what is in it, of the clinic’s own pages only, and it books', async ({
  page,
  baseURL,
}) => {
  const { origin, port } = new URL(baseURL ?? '');
  const service = `http://opusdentalklinikken.localhost:${port}`;
  const answer = await page.goto(`${service}/embed.html?clinic=hvalstad`);
  expect(answer?.headers()['content-security-policy']).toMatch(
    new RegExp(`frame-ancestors 'self' [^;]*${origin}(;| )`),
  );
  await expect(page.locator('opus-booking')).toHaveAttribute('clinic', 'hvalstad');
  const whole = await page.goto(`${service}/`);
  expect(whole?.headers()['content-security-policy']).toContain("frame-ancestors 'none'");

  await page.goto(example('frame'));
  const frame = page.frameLocator('iframe');
  await frame.locator('opus-clinic-picker').getByRole('button').first().waitFor();
  const heights = () =>
    page.locator('iframe').evaluate((element) => ({
      own: element.getBoundingClientRect().height,
      set: (element as HTMLElement).style.height,
    }));
  await expect.poll(async () => (await heights()).set).not.toBe('1000px');
  const inside = page.frames().find((each) => each.url().includes('/embed.html'))!;
  const rest = () =>
    inside.evaluate(() => {
      const { scrollHeight, clientHeight } = document.documentElement;
      return scrollHeight - clientHeight;
    });
  await expect.poll(rest, 'nothing to scroll inside').toBe(0);
  const first = (await heights()).set;
  // Whoever else sends such a message changes nothing.
  await page.evaluate(() => postMessage({ type: 'opus-booking-height', height: 3000 }, '*'));
  const booking = new BookingPage(inside as unknown as Page, 'nb');
  const seen = new Set<string>();
  await bookAll(booking, origin, 72, async (step) => {
    await expect.poll(rest, step).toBe(0);
    seen.add((await heights()).set);
  });
  expect(seen.has('3000px')).toBe(false);
  expect(seen.size, `follows the steps, from ${first} on`).toBeGreaterThan(2);
});
