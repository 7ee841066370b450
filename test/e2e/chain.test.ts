import { expect, test, type Page } from '@playwright/test';
import { faultsOn } from './axe.js';

// A chain: 60 clinics, whose search arrives after the list.

const originOf = (account: string, baseURL: string | undefined) =>
  `http://${account}.localhost:${new URL(baseURL ?? '').port}`;

/** Layout shifts that the patient did not cause; filled while the page lives. */
async function watchShifts(page: Page): Promise<number[]> {
  const shifts: number[] = [];
  await page.exposeFunction('tellShift', (value: number) => shifts.push(value));
  await page.addInitScript(() => {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
      })[]) {
        const tell = (window as unknown as { tellShift: (value: number) => void }).tellShift;
        if (!entry.hadRecentInput) tell(entry.value);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return shifts;
}

for (const [width, lang, search, place] of [
  [360, 'nb', 'Klinikk, sted eller postnummer', 'Nærmest meg'],
  [1280, 'en', 'Clinic, place or postcode', 'Nearest to me'],
] as const) {
  test(`[P-12] [P-13] a chain’s patient finds a clinic by words and by distance, at ${width} px`, async ({
    page,
    context,
    baseURL,
  }) => {
    // Asker, where the chain has a clinic.
    await context.grantPermissions(['geolocation']);
    await context.setGeolocation({ latitude: 59.834, longitude: 10.435 });
    await page.setViewportSize({ width, height: 800 });
    const shifts = await watchShifts(page);
    const sent: string[] = [];
    page.on('request', (request) => sent.push(request.url() + (request.postData() ?? '')));
    const origin = originOf('kjeden', baseURL);
    await page.goto(`${origin}/?lang=${lang}`);
    const clinics = page.locator('opus-clinic-picker').getByRole('button', { name: /^Tannkjeden/ });
    const field = page.getByRole('searchbox', { name: search });
    const groups = page.locator('opus-clinic-picker summary');
    await expect(field).toBeVisible();
    await expect(groups).toHaveCount(8);
    await page.waitForTimeout(300);
    expect(shifts).toEqual([]);

    await field.fill('jorpeland');
    await expect(clinics).toHaveCount(1);
    await expect(page.getByRole('heading', { level: 3 })).toHaveText('Rogaland');
    expect(await faultsOn(page, { without: ['page-has-heading-one'] })).toEqual([]);

    await field.press('Escape');
    await expect(groups).toHaveCount(8);
    await groups.first().click();
    await expect(clinics).not.toHaveCount(0);
    await page.getByRole('button', { name: place }).click();
    await expect(clinics.first()).toHaveAccessibleName(/Asker/);
    await field.press('ArrowDown');
    await expect(clinics.first()).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.locator('opus-treatment-picker')).toBeVisible();
    await expect(page.locator('opus-choices')).toContainText('Asker');

    // The place stays in the browser, and nobody but the clinic's own host is asked for anything.
    expect(sent.filter((each) => /59[.,]83|10[.,]43/.test(each))).toEqual([]);
    expect(sent.filter((each) => !/^(http:\/\/[\w-]+\.localhost:|data:|blob:)/.test(each))).toEqual(
      [],
    );
    expect(page.url()).not.toMatch(/59[.,]83/);
  });
}

test('[P-12] a clinic with few clinics loads no search', async ({ page, baseURL }) => {
  const scripts: string[] = [];
  page.on('request', (request) => scripts.push(request.url()));
  await page.goto(originOf('opusdentalklinikken', baseURL));
  await expect(page.locator('opus-clinic-picker').getByRole('button').first()).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect(scripts.filter((url) => url.includes('clinic-search'))).toEqual([]);
  expect(scripts.some((url) => url.includes('/cdn/'))).toBe(true);
});
