import type { Page } from '@playwright/test';

/** Takes the page for docs/screens, from the top, with nothing hovered and nothing on its way. */
export async function picture(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.mouse.move(0, 0);
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.waitForTimeout(250);
  await page.screenshot({
    path: `docs/screens/${name}.png`,
    fullPage: true,
    animations: 'disabled',
  });
}
