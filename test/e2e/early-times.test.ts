import { expect, test, type Page } from '@playwright/test';
import { emptyEmbedSetup } from '../../src/domain/embed-code/embed-setup.js';
import { htmlCode } from '../../src/domain/embed-code/html-code.js';
import { BookingPage } from './booking-page.js';

// A link with everything chosen begins with the calendar: what it needs is on its way before any script of the widget has run.

const chosen = { clinic: 'hvalstad', treatment: 'akutt', clinician: 'lise-negard' };
const account = 'opusdentalklinikken';

/** What has been asked for of the widget's files and of free times, while the file that draws the first step does not come. */
async function askedWithoutCore(page: Page, open: () => Promise<unknown>): Promise<string[]> {
  const asked: string[] = [];
  page.on('request', (request) => {
    const { pathname, search } = new URL(request.url());
    if (/steps|slots/.test(pathname)) asked.push(pathname.split('/').at(-1)! + search);
  });
  let release = () => {};
  const isReleased = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/cdn/opus-booking-core.js', async (route) => {
    await isReleased;
    await route.continue();
  });
  await open();
  await expect.poll(() => asked.length).toBe(3);
  await page.waitForTimeout(300);
  const before = [...asked];
  release();
  const booking = new BookingPage(page, 'nb');
  await booking.times.first().waitFor();
  // The widget takes what has come, and asks for none of it again.
  const without = (query: string) => !query.includes('from=');
  expect(asked.filter(without)).toEqual(before);
  return before.sort();
}

const expected = [
  'opus-booking-steps-nb.js',
  'opus-booking-steps.js',
  'slots?clinic=hvalstad&treatment=akutt&clinician=lise-negard&view=slots',
];

test('[P-10] [P-47] [P-18] a link to the hosted page: steps, words and the first week with free times are asked for by the page itself', async ({
  page,
  baseURL,
}) => {
  const { port } = new URL(baseURL ?? '');
  const url = `http://${account}.localhost:${port}/?lang=nb&${new URLSearchParams(chosen)}`;
  expect(await askedWithoutCore(page, () => page.goto(url, { waitUntil: 'commit' }))).toEqual(
    expected,
  );
});

for (const [way, language] of [
  ['the code that the console writes, in one language', 'nb'],
  ['the code that the console writes, in the page’s language', ''],
  ['two lines', undefined],
] as const) {
  test(`[P-49] [P-47] on a clinic’s own page with everything chosen they are asked for by the page or its script: ${way}`, async ({
    page,
    baseURL,
  }) => {
    const service = baseURL ?? '';
    const attributes = Object.entries(chosen).map(([name, value]) => `${name}="${value}"`);
    const code =
      language === undefined
        ? `<opus-booking account="${account}" ${attributes.join(' ')}></opus-booking><script src="${service}/cdn/opus-booking-embed.js" defer></script>`
        : htmlCode({ ...emptyEmbedSetup, ...chosen, account, service, language });
    const address = `${service}/a-page-around`;
    await page.route(address, (route) =>
      route.fulfill({
        contentType: 'text/html; charset=utf-8',
        body: `<!doctype html><html lang="nb"><body>${code}</body></html>`,
      }),
    );
    expect(await askedWithoutCore(page, () => page.goto(address, { waitUntil: 'commit' }))).toEqual(
      expected,
    );
  });
}
