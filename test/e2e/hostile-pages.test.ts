import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { faultsOn } from './axe.js';
import { BookingPage } from './booking-page.js';
import { newestCode } from './inbox.js';
import { patientNumber, type Patient } from './patients.js';

// Pages around the widget that make trouble: one file each in hostile-pages/, served from an origin of their own.

/** What a page with a strict policy has to allow (docs/embedding.md); it is sent with the page of that name. */
const strictPolicy = (service: string) =>
  [
    "default-src 'none'",
    `script-src ${service}`,
    `connect-src ${service}`,
    `img-src ${service}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ].join('; ');

/** A web server of its own, so that the browser sees a page of another origin. */
function servePages(service: string): Server {
  return createServer((request, response) => {
    const name = (request.url ?? '').slice(1);
    if (!/^[a-z-]+$/.test(name)) return void response.writeHead(404).end();
    const file = join(import.meta.dirname, 'hostile-pages', `${name}.html`);
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    if (name === 'strict-csp') response.setHeader('Content-Security-Policy', strictPolicy(service));
    response.end(readFileSync(file, 'utf8').replaceAll('{{service}}', service));
  }).listen(0, '127.0.0.1');
}

let server: Server;
test.beforeAll(({ baseURL }) => {
  server = servePages(baseURL!);
});
test.afterAll(() => void server.close());

/** Opens a page of hostile-pages/, and answers what is written to the console as a warning or an error. */
async function open(page: Page, name: string): Promise<string[]> {
  const complaints: string[] = [];
  page.on('pageerror', (error) => {
    complaints.push(error.message);
    console.log(`${name}: ${error.stack}`);
  });
  page.on('console', (message) => {
    const { url } = message.location();
    if (!['error', 'warning'].includes(message.type()) || url.endsWith('/favicon.ico')) return;
    // True of this page, whose port is another one in each run: test/e2e/set-up.test.ts.
    if (message.text().includes('is not among its `allowedOrigins`')) return;
    complaints.push(message.text());
    // Named in the report of a test that fails for it.
    console.log(`${name}: ${message.text()}`);
  });
  const { port } = server.address() as AddressInfo;
  await page.goto(`http://hostile.localhost:${port}/${name}`);
  return complaints;
}

async function toDetails(booking: BookingPage): Promise<void> {
  await booking.choose(/^Opus Dental Klinikken/);
  await booking.choose(/^Undersøkelse/);
  await booking.choose(/^Lise Negård/);
  await booking.chooseTime();
  await booking.field(booking.words.firstName).waitFor();
}

async function bookAll(
  booking: BookingPage,
  patient: Patient,
  baseURL: string | undefined,
): Promise<void> {
  await toDetails(booking);
  await booking.fillDetails(patient);
  await booking.review();
  await booking.book();
  await booking.confirm(await newestCode(baseURL!, patient.mobile));
  await booking.receipt.waitFor();
}

/** Each page books from the first step to the receipt and complains of nothing; a new page is a file and a line here. */
const pages = [
  'strict-csp',
  'frozen-prototypes',
  'script-twice',
  'base-href',
  'narrow-parent',
  'wild-styles',
  'dark-section',
] as const;

for (const [index, name] of pages.entries()) {
  test(`[P-50] a whole booking in the page ${name}`, async ({ page, baseURL }) => {
    const complaints = await open(page, name);
    await bookAll(new BookingPage(page), patientNumber(800 + index), baseURL);
    expect(complaints).toEqual([]);
  });
}

test('[P-50] a page’s rule for what is focused draws nothing around the whole widget', async ({
  page,
}) => {
  await open(page, 'wild-styles');
  const booking = new BookingPage(page);
  const card = booking.card(/^Opus Dental Klinikken/);
  await card.focus();
  await expect(card).toBeFocused();
  expect(await booking.widget.evaluate((host) => host.matches(':focus'))).toBe(true);
  await expect(booking.widget).toHaveCSS('outline-style', 'none');
});

test('[P-50] a whole booking in a sandboxed frame', async ({ page, baseURL }) => {
  const complaints = await open(page, 'sandboxed-frame');
  const frame = page.frames().find((each) => each.parentFrame());
  // A frame has all that the widget's page object asks of a page.
  await bookAll(new BookingPage(frame as unknown as Page), patientNumber(820), baseURL);
  expect(complaints).toEqual([]);
});

for (const width of [360, 1280]) {
  test(`[P-50] the widget is as wide as there is room in a shrunken parent, at ${width} px`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    await open(page, 'narrow-parent');
    const booking = new BookingPage(page);
    await booking.card(/^Opus Dental Klinikken/).waitFor();
    const box = await booking.widget.boundingBox();
    expect(box!.width).toBeGreaterThan(width - 40);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
  });
}

test('[P-50] the widget is shown and booked in once a box around it is opened', async ({
  page,
}) => {
  for (const [index, name] of ['hidden-first', 'closed-boxes'].entries()) {
    await open(page, name);
    const booking = new BookingPage(page);
    // Loaded while nobody sees it.
    await booking.part('clinic').locator('.choose').first().waitFor({ state: 'attached' });
    await page.evaluate(() => {
      document.querySelector<HTMLElement>('#later')?.style.removeProperty('display');
      document.querySelector('dialog')?.showModal();
      document.querySelector('details')?.toggleAttribute('open', true);
    });
    const box = await booking.widget.boundingBox();
    expect(box!.width, name).toBeGreaterThan(600);
    await toDetails(booking);
    await booking.fillDetails(patientNumber(830 + index));
    await booking.review();
  }
});

test('[P-29] [P-50] nothing typed is lost when the page moves the widget', async ({
  page,
  baseURL,
}) => {
  const complaints = await open(page, 'moved');
  const booking = new BookingPage(page);
  const patient = patientNumber(840);
  await toDetails(booking);
  await booking.fillDetails(patient);
  await booking.widget.evaluate((element) => document.querySelector('#there')!.append(element));
  await expect(booking.field(booking.words.firstName)).toHaveValue(patient.firstName);
  await booking.review();
  await booking.widget.evaluate((element) => {
    element.remove();
    document.querySelector('#here')!.append(element);
  });
  await booking.book();
  await booking.confirm(await newestCode(baseURL!, patient.mobile));
  await booking.receipt.waitFor();
  expect(complaints).toEqual([]);
});

test('[P-50] two widgets on a page speak two languages and book apart', async ({
  page,
  baseURL,
}) => {
  const complaints = await open(page, 'two-widgets');
  const [first, second] = [new BookingPage(page, 'nb'), new BookingPage(page, 'en')];
  Object.assign(first, { widget: page.locator('opus-booking').first() });
  Object.assign(second, { widget: page.locator('opus-booking').last() });
  await first.choose(/^Opus Dental Klinikken/);
  await bookAll(second, patientNumber(845), baseURL);
  await expect(first.card(/^Undersøkelse/)).toBeVisible();
  await expect(first.receipt).toHaveCount(0);
  expect(complaints).toEqual([]);
});

test('[P-09] [P-50] on a dark section every text of the first steps is readable', async ({
  page,
}) => {
  await open(page, 'dark-section');
  const booking = new BookingPage(page);
  const check = async () => {
    expect(await faultsOn(page, { rules: ['color-contrast'] })).toEqual([]);
  };
  await booking.card(/^Opus Dental Klinikken/).waitFor();
  await check();
  await booking.choose(/^Opus Dental Klinikken/);
  await booking.choose(/^Undersøkelse/);
  await booking.choose(/^Lise Negård/);
  await booking.toFreeWeek();
  await check();
  await booking.chooseTime();
  await booking.field(booking.words.firstName).waitFor();
  await booking.button(booking.words.toReview).click();
  await check();
});

interface Heard {
  heard: string[];
  leaked: string[];
}

/** What the page has heard since the last time. */
const heardBy = (page: Page): Promise<Heard> =>
  page.evaluate(() => {
    const { heard, leaked } = window as unknown as Heard;
    return { heard: heard.splice(0), leaked: leaked.splice(0) };
  });

test('[N-02] [P-50] a page with shortcuts neither eats a letter nor hears what is typed', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, 'shortcuts');
  const booking = new BookingPage(page);
  const { words } = booking;
  await toDetails(booking);
  await heardBy(page);

  await booking.field(words.lastName).click();
  await page.keyboard.type('Hansson s/ ');
  await expect(booking.field(words.lastName)).toHaveValue('Hansson s/ ');
  const { nationalId } = patientNumber(848);
  const idField = booking.field(words.nationalId('NO'));
  await idField.click();
  await page.keyboard.type(nationalId);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('ControlOrMeta+c');
  await page.keyboard.press('ControlOrMeta+x');
  await page.keyboard.press('ControlOrMeta+v');
  await expect(idField).toHaveValue(/\d{5}$/);
  const { heard, leaked } = await heardBy(page);
  expect(leaked).toEqual([]);
  // Shortcuts with Ctrl or Meta are the page's; of what is typed it hears nothing.
  const typed = heard.filter((each) => !/ (Control|Meta|[acxv])$/.test(each));
  expect(typed).toEqual([]);
  expect(heard.join()).not.toMatch(/\d/);

  await page.keyboard.press('Tab');
  expect((await heardBy(page)).heard).toContain('keydown Tab');
});

test('[P-50] Enter and Space press a button of the widget where the page wants them for itself', async ({
  page,
}) => {
  await open(page, 'shortcuts');
  const booking = new BookingPage(page);
  await booking.card(/^Opus Dental Klinikken/).focus();
  await page.keyboard.press('Space');
  await booking.card(/^Undersøkelse/).focus();
  await page.keyboard.press('Enter');
  await expect(booking.card(/^Lise Negård/)).toBeVisible();
  await heardBy(page);
  // Keys that the widget has no use for are the page's.
  await booking.card(/^Lise Negård/).focus();
  await page.keyboard.press('s');
  expect((await heardBy(page)).heard).toContain('keydown s');
});

test('[P-18] [P-50] the first Escape closes the month, the second is the page’s', async ({
  page,
}) => {
  await open(page, 'shortcuts');
  const booking = new BookingPage(page);
  await booking.choose(/^Opus Dental Klinikken/);
  await booking.choose(/^Undersøkelse/);
  await booking.choose(/^Lise Negård/);
  await booking.toFreeWeek();
  const month = booking.widget.getByRole('dialog');
  for (const click of [false, true]) {
    await booking.button(booking.words.goToDate).click();
    await expect(month).toBeVisible();
    // A click beside the days leaves the focus on the body.
    if (click) await month.getByRole('status').click();
    await page.keyboard.press('Escape');
    await expect(month).toBeHidden();
    await expect(booking.widget).toBeVisible();
  }
  expect((await heardBy(page)).heard.filter((each) => each.endsWith('Escape'))).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(booking.widget).toHaveCount(0);
});
