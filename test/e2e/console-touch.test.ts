import { expect, test, type Page } from '@playwright/test';
import { timebookWords } from '../../src/console/pages/timebook/timebook-words.js';
import { inLanguage } from '../../src/console/words/in-language.js';
import { ConsolePage } from './console-page.js';
import { Finger } from './finger.js';
import { orderAccount } from './order-account.js';
import { makeAccount, staffOf } from './staff.js';

const account = 'pekefinger';

test.use({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } });

test.beforeAll(async ({ baseURL }) => {
  const stepOrder = ['clinic', 'treatment', 'clinician', 'time'] as const;
  const whole = orderAccount({ id: account, language: 'nb', stepOrder });
  await makeAccount(baseURL ?? '', { ...whole, weeks: [] });
});

async function open(page: Page, baseURL: string | undefined, place: string) {
  const opened = await ConsolePage.open(page, baseURL, account);
  await opened.signInAs('owner');
  await opened.go(place);
  return { opened, finger: await Finger.on(page) };
}

test('[S-01] a finger takes clinicians to another place by their grip, and scrolls anywhere else', async ({
  page,
  baseURL,
}) => {
  const { opened, finger } = await open(page, baseURL, 'people/clinicians');
  const rows = page.getByRole('main').getByRole('listitem');
  await expect(rows.nth(1)).toBeVisible();
  const names = async () => (await rows.getByRole('link').allInnerTexts()).map((t) => t.trim());
  const before = await names();
  const down = (await rows.first().boundingBox())!.height * 1.5;

  await finger.drag(rows.first().getByRole('link'), -down);
  expect(await names(), 'a finger beside the grip').toEqual(before);

  await finger.drag(rows.first().locator('.grip'), down);
  const after = [before[1]!, before[0]!, ...before.slice(2)];
  await expect.poll(names).toEqual(after);
  await opened.save();
  const stored = await staffOf(baseURL ?? '', account).send<{
    items: { name: string; position: number }[];
  }>('GET', '/clinicians');
  const inOrder = stored.items.toSorted((one, other) => one.position - other.position);
  expect(inOrder.map(({ name }) => name)).toEqual(after);
});

test('[S-04] a finger changes the order of the steps by their grip, to no order but the valid ones', async ({
  page,
  baseURL,
}) => {
  const { opened, finger } = await open(page, baseURL, 'booking-page/steps');
  const rows = page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ has: page.locator('.grip') });
  await expect(rows.first()).toBeVisible();
  const down = (await rows.first().boundingBox())!.height * 1.2;
  await finger.drag(rows.nth(1).locator('.grip'), down);
  await opened.save();
  const { stepOrder } = await staffOf(baseURL ?? '', account).send<{ stepOrder: string[] }>(
    'GET',
    '/settings',
  );
  expect(stepOrder).toEqual(['clinic', 'clinician', 'treatment', 'time']);
});

test('[C-07] a finger that rests marks a stretch of the timebook; one that moves on scrolls', async ({
  page,
  baseURL,
}) => {
  const words = inLanguage(timebookWords, 'nb');
  const { finger } = await open(page, baseURL, 'timebook');
  const surface = page.getByRole('application', { name: words.calendars });
  await surface.scrollIntoViewIfNeeded();
  const dialog = page.getByRole('dialog');
  // Of the calendars, which are wider than the window and taller, in the middle of the window.
  const at = { x: 200, y: 500 };
  await expect(surface).toBeInViewport();

  await finger.drag(at, -96);
  await expect(dialog).toHaveCount(0);

  // The page comes to rest: a finger that stops it is no long press.
  await page.waitForTimeout(800);
  await finger.drag(at, 90, { rests: 500 });
  await expect(dialog).toBeVisible();
  const [from, to] = await Promise.all(
    [words.from, words.to].map((name) => dialog.getByLabel(name, { exact: true }).inputValue()),
  );
  const minutes = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
  expect(minutes(to!) - minutes(from!)).toBeGreaterThanOrEqual(50);
});
