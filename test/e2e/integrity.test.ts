import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { integrityOf, integrityTags } from '../../tools/integrity.js';
import { openAround } from './page-around.js';

const hashes = integrityOf(join(import.meta.dirname, '../../cdn'));
const widget = '<opus-booking account="opusdentalklinikken"></opus-booking>';

test('[N-02] [P-50] a page that holds the hashes of the scripts runs them', async ({
  page,
  baseURL,
}) => {
  const head = integrityTags(hashes, `${baseURL}/cdn/`);
  const booking = await openAround(page, baseURL ?? '', { head, widget });
  await booking.choose(/^Opus Dental Klinikken/);
  await booking.choose(/^Undersøkelse/);
  await expect(booking.card(/^Lise Negård/)).toBeVisible();
});

for (const name of ['opus-booking', 'opus-booking-core', 'opus-booking-steps']) {
  test(`[N-02] [P-50] a page that holds the hashes of the scripts runs none that was changed: ${name}`, async ({
    page,
    baseURL,
  }) => {
    await page.addInitScript(() => Object.assign(globalThis, { isTampered: false }));
    await page.route(new RegExp(`/cdn/${name}(-[\\w-]{8})?\\.js$`), async (route) => {
      const response = await route.fetch();
      const body = `globalThis.isTampered = true;${await response.text()}`;
      await route.fulfill({ response, body });
    });
    const refused = page.waitForEvent('console', (message) => /integrity/i.test(message.text()));
    const head = integrityTags(hashes, `${baseURL}/cdn/`);
    const booking = await openAround(page, baseURL ?? '', { head, widget });
    if (name === 'opus-booking-steps') await booking.choose(/^Opus Dental Klinikken/);
    await refused;
    expect(
      await page.evaluate(() => (globalThis as unknown as { isTampered: boolean }).isTampered),
    ).toBe(false);
  });
}
