import { expect, test, type Page } from '@playwright/test';
import { BookingPage } from '../e2e/booking-page.js';
import { patientNumber } from '../e2e/patients.js';
import { serveFolder, type StaticFolder } from './static-folder.js';

const story = 'booking-whole-flow--whole-flow';
let site: StaticFolder;

test.beforeAll(async () => {
  site = await serveFolder('storybook-static', '/some/where/');
});
test.afterAll(() => site.close());

/** Lets nothing through but the files of the built stories; answers what was asked for in vain. */
async function cutOff(page: Page): Promise<string[]> {
  const refused: string[] = [];
  await page.context().route(/^(?!blob:|data:)/, async (route) => {
    const { url, method } = { url: route.request().url(), method: route.request().method() };
    if (url.startsWith(site.url) && method === 'GET') return route.continue();
    refused.push(`${method} ${url}`);
    return route.abort();
  });
  page.on('response', (answer) => {
    if (answer.status() >= 400) refused.push(`${answer.status()} ${answer.url()}`);
  });
  return refused;
}

/** What the panel does when its controls are used. */
async function setArgs(page: Page, updatedArgs: Record<string, string>): Promise<void> {
  await page.evaluate(
    ([storyId, args]) => {
      const { __STORYBOOK_ADDONS_CHANNEL__: channel } = window as unknown as {
        __STORYBOOK_ADDONS_CHANNEL__: { emit: (name: string, change: unknown) => void };
      };
      channel.emit('updateStoryArgs', { storyId, updatedArgs: args });
    },
    [story, updatedArgs] as const,
  );
}

test('the built Storybook asks nobody else for anything, and loads the service for one story only', async ({
  page,
}) => {
  const refused = await cutOff(page);
  const files: string[] = [];
  page.on('request', (request) => files.push(request.url()));
  await page.goto(`${site.url}?path=/story/confirm-receipt--receipt`);
  const receipt = page.frameLocator('#storybook-preview-iframe').locator('opus-receipt');
  await expect(receipt.getByRole('heading').first()).toBeVisible();
  expect(files.filter((url) => /pglite|page-service/.test(url))).toEqual([]);
  expect(refused).toEqual([]);
});

test('[P-02] [P-31] [A-10] the story "Whole flow" books a time with the real service inside the page, on a sub-path and without any network', async ({
  page,
}) => {
  const refused = await cutOff(page);
  const args = 'lang:nb;stepOrder:treatment-clinic-clinician-time;campaignCode:off';
  await page.goto(`${site.url}iframe.html?id=${story}&viewMode=story&args=${args}`);

  // The order of the address went through the staff API: the treatment comes first.
  const booking = new BookingPage(page);
  await booking.card(/^Undersøkelse/).waitFor({ timeout: 90_000 });
  const logo = booking.widget.getByRole('img', { name: 'Opus Dental Klinikken' });
  await expect(logo).toBeVisible();
  expect(await logo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  await booking.choose(/^Undersøkelse/);
  await booking.choose(/^Opus Dental Klinikken/);
  await booking.choose(/^Lise Negård/);
  await booking.chooseTime();
  const patient = patientNumber(31);
  await booking.fillDetails(patient);
  await expect(booking.field(booking.words.campaignCode)).toHaveCount(0);
  await booking.review();
  await booking.book();
  const inbox = page.getByRole('region', { name: 'Demo inbox' });
  await expect(inbox).toContainText(/\b\d{6}\b/);
  await booking.confirm(/\b\d{6}\b/.exec(await inbox.innerText())?.[0] ?? '');
  await expect(booking.receipt).toBeVisible();
  await expect(booking.widget).toContainText('Lise Negård');

  // The panel: another account, in the combined view and without a code. The service refuses what makes no sense.
  await setArgs(page, { account: 'opustandlakarna', lang: 'en', combinedView: 'on' });
  const next = new BookingPage(page, 'en');
  await expect(next.widget).toContainText('OpusTandläkarna');
  const steps = next.widget.getByRole('navigation').getByRole('listitem');
  await expect(steps, 'the combined view has four pages').toHaveCount(4);
  await setArgs(page, { confirmation: 'code', mobile: 'off', email: 'off' });
  await expect(page.getByRole('alert').first()).toContainText('needs-mobile-or-email');
  await setArgs(page, { confirmation: 'none', status: 'maintenance', mobile: 'on' });
  const { maintenanceHeading } = next.words;
  await expect(next.widget.getByRole('heading', { name: maintenanceHeading })).toBeVisible();
  await expect(steps).toHaveCount(0);

  expect(refused).toEqual([]);
});
