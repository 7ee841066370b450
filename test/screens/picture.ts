import type { Page } from '@playwright/test';

/** Takes the page for docs/screens, from the top, with nothing hovered and nothing on its way; `isWhole`: all its length. */
export async function picture(page: Page, name: string, isWhole = true): Promise<void> {
  // Without a connection something is always on its way.
  await page.waitForLoadState('networkidle', { timeout: 3000 }).catch(() => undefined);
  await page.mouse.move(0, 0);
  if (isWhole) await page.evaluate(() => window.scrollTo(0, 0));
  await page.waitForTimeout(250);
  await page.screenshot({
    path: `docs/screens/${name}.png`,
    fullPage: isWhole,
    animations: 'disabled',
  });
}
