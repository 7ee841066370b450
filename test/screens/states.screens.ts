import { test, type Page } from '@playwright/test';
import type { Hold, Language } from '../../src/contract/index.js';
import { addDays } from '../../src/domain/civil-date.js';
import { mondayOf } from '../../src/domain/week.js';
import type { SampleAccount } from '../../demo/accounts/index.js';
import { BookingPage } from '../e2e/booking-page.js';
import { patientNumber, patientOf } from '../e2e/patients.js';
import { changeStatus, makeAccount, staffOf } from '../e2e/staff.js';
import { pictured } from './accounts.js';
import { picture } from './picture.js';

// Pictures of every state for docs/screens: "npm run screens". They are to be looked at, not compared.

const widths = [360, 1280] as const;

interface Visit {
  readonly page: Page;
  readonly baseURL: string | undefined;
  readonly account: string;
  readonly language: Language;
  readonly width: number;
  readonly query?: string;
}

function originOf(baseURL: string | undefined, account: string): string {
  const { port } = new URL(baseURL ?? '');
  return `http://${account}.localhost:${port}`;
}

async function visit({ page, baseURL, account, language, width, query = '' }: Visit) {
  await page.setViewportSize({ width, height: width < 480 ? 740 : 900 });
  await page.goto(`${originOf(baseURL, account)}/?lang=${language}${query}`);
  return new BookingPage(page, language);
}

async function make(baseURL: string | undefined, account: SampleAccount): Promise<string> {
  await makeAccount(originOf(baseURL, account.id), account);
  return account.id;
}

async function first(booking: BookingPage, step: 'clinic' | 'treatment' | 'clinician') {
  const cards = booking.part(step).locator('button[aria-pressed]');
  await cards.first().click();
}

for (const width of widths) {
  test.describe(`at ${width} px`, () => {
    test('combined view in nb', async ({ page, baseURL }) => {
      const account = await make(baseURL, pictured.combined);
      const booking = await visit({ page, baseURL, account, language: 'nb', width });
      await booking.choose(/^Opus Dental Klinikken/);
      await booking.part('treatment').waitFor();
      await picture(page, `combined-treatment-${width}-nb`);
      await booking.choose(/^Undersøkelse/);
      await booking.part('clinician').waitFor();
      await picture(page, `combined-clinician-${width}-nb`);
      await booking.choose(/^Lise Negård/);
      await booking.toFreeWeek();
      await picture(page, `combined-time-${width}-nb`);
      await booking.chooseTime();
      await booking.button(booking.words.keepTime).waitFor();
      await picture(page, `combined-details-${width}-nb`);
    });

    test('combined view in fi', async ({ page, baseURL }) => {
      const account = await make(baseURL, pictured.combinedFinnish);
      const booking = await visit({ page, baseURL, account, language: 'fi', width });
      await first(booking, 'clinic');
      await first(booking, 'treatment');
      await booking.toFreeWeek();
      await picture(page, `combined-time-${width}-fi`);
    });

    test('time before treatment, in en', async ({ page, baseURL }) => {
      const account = await make(baseURL, pictured.timeSecond);
      const booking = await visit({ page, baseURL, account, language: 'en', width });
      await booking.choose(/^Opus Dental Klinikken/);
      await booking.toFreeWeek();
      await picture(page, `starts-${width}-en`);
      // The first time of a whole week fits more than one treatment; one that fits a single one leads on to the details.
      await booking.nextWeek();
      await booking.chooseTime();
      await booking.widget.locator('opus-treatment-picker, opus-clinician-picker').waitFor();
      await picture(page, `starts-next-${width}-en`);
    });

    test('time before clinician, in da', async ({ page, baseURL }) => {
      const account = await make(baseURL, pictured.timeThird);
      const booking = await visit({ page, baseURL, account, language: 'da', width });
      await first(booking, 'treatment');
      if (await booking.part('clinic').isVisible()) await first(booking, 'clinic');
      await booking.toFreeWeek();
      await picture(page, `time-third-${width}-da`);
    });

    test('anybody, anywhere, and who is free at one time', async ({ page, baseURL }) => {
      const account = await make(baseURL, pictured.anyone);
      const booking = await visit({ page, baseURL, account, language: 'nb', width });
      const { words } = booking;
      await booking.part('clinic').waitFor();
      await picture(page, `any-clinic-${width}-nb`);
      await booking.part('clinic').getByRole('button', { name: words.anyClinic }).first().click();
      await booking.choose(/^Undersøkelse/);
      await booking.choose(words.anyClinician);
      await booking.chooseTime(3);
      await booking.button(words.keepTime).waitFor();
      if (width < 480)
        await booking.widget.locator('opus-choices').getByRole('button').first().click();
      await booking.button(words.sameTime).click();
      await booking.widget.locator('opus-slot-chooser').getByRole('button').nth(1).waitFor();
      await picture(page, `same-time-${width}-nb`, false);
    });

    test('a changed choice that drops another, and a link that hides some', async ({
      page,
      baseURL,
    }) => {
      const account = 'opusdentalklinikken';
      const booking = await visit({ page, baseURL, account, language: 'nb', width });
      const { words } = booking;
      await booking.choose(/^Opus Dental Klinikken/);
      await booking.choose(/^Undersøkelse/);
      await booking.choose(/^Lise Negård/);
      await booking.chooseTime();
      await booking.field(words.firstName).waitFor();
      await booking.backTo('clinician');
      await booking.choose(/^Evelyn Andersen/);
      await booking.toFreeWeek();
      await picture(page, `dropped-${width}-nb`);
      const linked = await visit({
        page,
        baseURL,
        account,
        language: 'en',
        width,
        query: '&treatment=undersokelse',
      });
      await linked.part('clinic').waitFor();
      await picture(page, `linked-${width}-en`);
    });

    test('searching a chain', async ({ page, baseURL, context }) => {
      const booking = await visit({ page, baseURL, account: 'kjeden', language: 'nb', width });
      const search = page.getByRole('searchbox');
      await search.waitFor();
      await search.fill('stav');
      await picture(page, `search-${width}-nb`);
      await search.fill('xyz');
      await picture(page, `search-nothing-${width}-nb`);
      await search.fill('');
      await context.grantPermissions(['geolocation']);
      await context.setGeolocation({ latitude: 59.834, longitude: 10.435 });
      await booking.button(/Nærmest meg/).click();
      await picture(page, `search-nearest-${width}-nb`, false);
    });

    test('month picker', async ({ page, baseURL }) => {
      const booking = await visit({
        page,
        baseURL,
        account: 'opusdentalklinikken',
        language: 'nb',
        width,
      });
      await booking.choose(/^Opus Dental Klinikken/);
      await booking.choose(/^Undersøkelse/);
      await booking.choose(/^Lise Negård/);
      await booking.toFreeWeek();
      await booking.button(booking.words.goToDate).click();
      await page.waitForTimeout(800);
      await picture(page, `month-picker-${width}-nb`, false);
    });

    test('an empty week, and nothing free at all', async ({ page, baseURL }) => {
      const account = await make(baseURL, pictured.sparse);
      const staff = staffOf(originOf(baseURL, account), account);
      const date = addDays(mondayOf(new Date().toISOString().slice(0, 10)), 23);
      const day = {
        clinician: 'hanne-wildahl',
        clinic: 'drammen',
        date,
        from: '09:00',
        to: '12:00',
      };
      await staff.send('POST', '/working-time', { intervals: [day] });
      await staff.send('POST', '/preblocks', { placements: [{ ...day, preblock: 'etimer' }] });
      const booking = await visit({ page, baseURL, account, language: 'nb', width });
      const { words } = booking;
      await booking.choose(/^Undersøkelse/);
      await booking.times.first().waitFor();
      await booking.button(words.previousWeek).click();
      await picture(page, `empty-week-${width}-nb`);

      const none = await make(baseURL, pictured.full);
      const full = await visit({ page, baseURL, account: none, language: 'en', width });
      await full.choose(/^Undersøkelse/);
      await full.calendar.waitFor();
      await picture(page, `nothing-free-${width}-en`);
    });

    test('a time that was taken, a wrong code, no connection', async ({
      page,
      baseURL,
      context,
    }) => {
      const account = 'opusdentalklinikken';
      const api = `${originOf(baseURL, account)}/v1/accounts/${account}`;
      const holding = page.waitForResponse(
        (answer) => answer.url().endsWith('/holds') && answer.request().method() === 'POST',
      );
      const booking = await visit({ page, baseURL, account, language: 'nb', width });
      await booking.choose(/^Opus Dental Klinikken/);
      await booking.choose(/^Undersøkelse/);
      await booking.choose(/^Evelyn Andersen/);
      await booking.chooseTime();
      const held = (await (await holding).json()) as Hold;
      await booking.fillDetails(patientNumber(560 + (width % 7)));
      await booking.review();
      await page.evaluate(
        async ([base, { id, token, slot }]) => {
          await fetch(`${base}/holds/${id}`, {
            method: 'DELETE',
            headers: { 'Hold-Token': token },
          });
          const { start, treatment, clinic, clinician } = slot;
          await fetch(`${base}/holds`, {
            method: 'POST',
            headers: { 'Content-Type': 'application/json' },
            body: JSON.stringify({ start, treatment, clinic, clinician }),
          }).then((answer) => answer.text());
        },
        [api, held] as const,
      );
      await booking.book();
      const { words } = booking;
      const others = booking.widget.getByRole('group', { name: words.alternatives });
      await others.waitFor();
      await picture(page, `slot-taken-${width}-nb`);
      await others.getByRole('button').first().click();
      await booking.button(words.bookTime).waitFor();
      await context.setOffline(true);
      await booking.book();
      await booking.widget.getByText(words.offlineHeading).waitFor();
      await picture(page, `offline-${width}-nb`);
      await context.setOffline(false);
      await booking.field(words.codeLabel).waitFor();
      await booking.confirm('000000');
      await booking.widget.getByText(words.codeWrong(4)).waitFor();
      await picture(page, `code-wrong-${width}-nb`);
    });

    test('the hold is about to end', async ({ page, baseURL }) => {
      await page.clock.install();
      const booking = await visit({
        page,
        baseURL,
        account: 'opusdentalklinikken',
        language: 'en',
        width,
      });
      await booking.choose(/^Opus Dental Klinikken/);
      await booking.choose(/^Undersøkelse/);
      await booking.choose(/^Lise Negård/);
      await booking.chooseTime(2);
      await booking.button(booking.words.keepTime).waitFor();
      await page.clock.runFor('08:05');
      await booking.widget.locator('opus-hold-warning').waitFor();
      await picture(page, `hold-warning-${width}-en`, false);
    });

    for (const status of ['maintenance', 'unpublished', 'new-booking-off'] as const) {
      test(`the page says ${status}`, async ({ page, baseURL }) => {
        const account = await make(baseURL, pictured.closed);
        const origin = originOf(baseURL, account);
        await changeStatus(origin, account, status);
        const booking = await visit({ page, baseURL, account, language: 'nb', width });
        await booking.widget.locator('opus-notice').waitFor();
        await picture(page, `${status}-${width}-nb`);
        await changeStatus(origin, account, 'open');
      });
    }

    test('in the dark', async ({ page, baseURL }) => {
      await page.emulateMedia({ colorScheme: 'dark' });
      const booking = await visit({
        page,
        baseURL,
        account: 'opustandlakarna',
        language: 'sv',
        width,
      });
      const { words } = booking;
      await picture(page, `dark-first-${width}-sv`);
      if (await booking.part('clinic').isVisible()) await first(booking, 'clinic');
      await booking.part('treatment').waitFor();
      await first(booking, 'treatment');
      await page.waitForTimeout(500);
      if (await booking.part('clinician').isVisible()) await first(booking, 'clinician');
      await booking.toFreeWeek();
      await picture(page, `dark-time-${width}-sv`);
      await booking.chooseTime();
      await booking.field(words.firstName).waitFor();
      await booking.button(words.toReview).click();
      await picture(page, `dark-details-${width}-sv`);
    });

    for (const [language, account] of [
      ['sv', 'opustandlakarna'],
      ['fi', 'demoklinikka'],
      ['da', 'aldente'],
    ] as const) {
      test(`time and details in ${language}`, async ({ page, baseURL }) => {
        const booking = await visit({ page, baseURL, account, language, width });
        await booking.widget.locator('opus-clinic-picker, opus-treatment-picker').first().waitFor();
        if (language === 'fi') await picture(page, `first-${width}-${language}`);
        for (const step of ['clinic', 'treatment', 'clinician'] as const) {
          await page.waitForTimeout(500);
          if (await booking.part(step).isVisible()) await first(booking, step);
        }
        await booking.toFreeWeek();
        await picture(page, `time-${width}-${language}`);
        await booking.chooseTime();
        const market = { sv: 'SE', fi: 'FI', da: 'DK' } as const;
        await booking.fillDetails(patientOf(market[language], 570 + (width % 7)));
        await picture(page, `details-${width}-${language}`);
        await booking.review();
        await picture(page, `review-${width}-${language}`);
      });
    }

    test('on a clinic’s own page', async ({ page, baseURL }) => {
      await page.setViewportSize({ width, height: width < 480 ? 740 : 900 });
      await page.goto(`${baseURL}/homepage/`);
      await new BookingPage(page).part('clinic').waitFor();
      await picture(page, `homepage-${width}-nb`);
    });
  });
}
