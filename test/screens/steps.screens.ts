import { test } from '@playwright/test';
import { BookingPage } from '../e2e/booking-page.js';
import { patientNumber } from '../e2e/patients.js';
import { walkEveryStep } from '../e2e/steps.js';
import { picture } from './picture.js';

// Pictures of every step for docs/screens: "npm run screens". They are to be looked at, not compared.
for (const language of ['nb', 'en'] as const) {
  for (const [index, width] of [360, 768, 1280].entries()) {
    test(`every step in ${language} at ${width} px`, async ({ page, baseURL }) => {
      const { port } = new URL(baseURL ?? '');
      const origin = `http://opusdentalklinikken.localhost:${port}`;
      await page.setViewportSize({ width, height: width < 480 ? 740 : 900 });
      await page.goto(`${origin}/?lang=${language}`);
      const patient = patientNumber(500 + index + (language === 'en' ? 10 : 0));
      await walkEveryStep(new BookingPage(page, language), patient, origin, (step) =>
        picture(page, `${step}-${width}-${language}`),
      );
    });
  }
}
