import { expect, test } from '@playwright/test';
import { BookingPage } from './booking-page.js';
import { patientNumber } from './patients.js';
import { walkEveryStep } from './steps.js';

interface Shift {
  value: number;
  hadRecentInput: boolean;
  sources: { node?: Element }[];
}

/** Who provides the service stands below the step: it moves when a step that was asked for is longer than the one before. */
function hideFooter(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('opus-booking::part(footer) { display: none }');
  document.adoptedStyleSheets.push(sheet);
}

for (const width of [360, 1280]) {
  test(`[P-18] nothing moves by itself in the whole flow at ${width} px`, async ({
    page,
    baseURL,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    const shifts: string[] = [];
    await page.exposeFunction('tellShift', (shift: string) => shifts.push(shift));
    await page.addInitScript(() => {
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as unknown as Shift[]) {
          if (entry.hadRecentInput) continue;
          const nodes = entry.sources.map(({ node }) => node?.className || node?.nodeName);
          void (window as unknown as { tellShift: (text: string) => void }).tellShift(
            `${entry.value.toFixed(4)} ${nodes.join(', ')}`,
          );
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    const { port } = new URL(baseURL ?? '');
    const origin = `http://opusdentalklinikken.localhost:${port}`;
    await page.goto(origin);
    const seen: string[] = [];
    await walkEveryStep(new BookingPage(page), patientNumber(800 + width), origin, async (step) => {
      // Chromium forgives shifts within half a second of a click; what comes later is ours.
      await page.waitForTimeout(600);
      seen.push(...shifts.splice(0).map((shift) => `${step}: ${shift}`));
      if (step === 'clinic') await page.evaluate(hideFooter);
    });
    expect(seen).toEqual([]);
  });
}
