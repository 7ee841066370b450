// "npm run bench:taps": taps, screens and scrolling on three ways to an appointment, on a phone of 360 × 640, by the earlier build
// and by this one. Each build runs its own service and is walked through by its own page object and words.
//   BEFORE=/path  a checkout of the earlier build (3f9e761) with its cdn/; without it one is made
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type Locator, type Page } from '@playwright/test';
import { newCode, newestCode } from '../../test/e2e/inbox.js';
import type { OwnPage } from '../../test/e2e/own-page.js';
import { patientNumber } from '../../test/e2e/patients.js';
import { launchOptions } from '../../tools/browser.js';
import { startDemo } from '../../tools/running-demo.js';
import { earlier, earlierBuild } from '../earlier-build.js';

const port = Number(process.env.BENCH_PORT ?? 4397);
const viewport = { width: 360, height: 640 };
const patient = patientNumber(930);

interface Count {
  /** Presses of a finger, those into fields left out. */
  taps: number;
  /** Fields that have to be filled in. */
  fields: number;
  /** Steps and views that were shown, from the first on. */
  screens: number;
  /** What had to be scrolled to reach what was pressed, in heights of the window. */
  scrolled: number;
}

/** A phone in the hands of a patient, who presses what is wanted as soon as it is there. */
class Hand {
  readonly count: Count = { taps: 0, fields: 0, screens: 1, scrolled: 0 };

  constructor(readonly page: Page) {}

  async tap(control: Locator): Promise<void> {
    await control.waitFor();
    const box = await control.boundingBox();
    if (box) {
      const below = Math.max(0, box.y + box.height - viewport.height);
      this.count.scrolled += (below || Math.max(0, -box.y)) / viewport.height;
    }
    await control.tap();
    this.count.taps += 1;
  }

  async fill(field: Locator, text: string): Promise<void> {
    await field.fill(text);
    this.count.fields += 1;
  }
}

/** Chooses whatever is asked for, in the order of the page, until the receipt is shown. */
async function untilBooked(hand: Hand, own: OwnPage, origin: string): Promise<void> {
  const { words } = own;
  const wanted = [/^Opus Dental Klinikken/, /^Undersøkelse/, /^Lise Negård/];
  const fields: readonly (readonly [string, string])[] = [
    [words.firstName, patient.firstName],
    [words.lastName, patient.lastName],
    [words.nationalId('NO'), patient.nationalId],
    [words.email, patient.email],
    [words.mobile, patient.mobile],
    [words.address1, patient.address1 ?? ''],
    [words.postalCode, patient.postalCode ?? ''],
  ];
  const consent = own.widget.getByRole('checkbox', { name: words.consent });
  const details = own.button(words.toReview);
  const review = own.button(words.bookTime);
  const code = own.field(words.codeLabel);
  const card = own.card(new RegExp(wanted.map(({ source }) => source).join('|')));
  const anyTime = own.widget.locator(
    'opus-week-calendar [part~="slot"]:visible:not([aria-disabled="true"])',
  );
  const next = own.calendar.getByRole('button', { name: words.nextWeek, exact: true });
  const seen = (locator: Locator) => locator.first().isVisible();
  const until = Date.now() + 120_000;
  while (!(await seen(own.receipt))) {
    if (Date.now() > until) throw new Error('no receipt');
    await hand.page.waitForTimeout(300);
    if (await seen(code)) {
      // The message is on its way.
      await hand.page.waitForTimeout(2000);
      await hand.fill(code, await newestCode(origin, patient.mobile));
      await hand.tap(own.button(words.confirmTime));
      await own.receipt.waitFor();
    } else if (await seen(review)) {
      await hand.tap(review);
      await review.waitFor({ state: 'hidden' });
    } else if (await seen(details)) {
      for (const [name, value] of fields) {
        const field = own.field(name);
        if ((await field.count()) > 0 && (await field.inputValue()) === '') {
          await hand.fill(field, value);
        }
      }
      if ((await consent.count()) > 0 && !(await consent.isChecked())) {
        await hand.tap(consent);
        if (!(await consent.isChecked())) throw new Error('no consent');
      }
      await hand.tap(details);
      await review.waitFor();
    } else if (await seen(anyTime)) {
      await hand.tap(anyTime.first());
      await details.or(review).first().waitFor();
    } else if (await seen(own.calendar)) {
      const isBusy = await own.calendar.locator('[aria-busy="true"]').count();
      if (isBusy === 0 && (await seen(next))) await hand.tap(next);
    } else if (await seen(card)) {
      const before = await own.widget.getByRole('heading', { level: 2 }).allInnerTexts();
      await hand.tap(card.first());
      for (let waits = 0; waits < 30; waits += 1) {
        const now = await own.widget.getByRole('heading', { level: 2 }).allInnerTexts();
        if (now.join() !== before.join()) break;
        await hand.page.waitForTimeout(100);
      }
    }
  }
}

const ways = {
  'a link with everything given, to booked': async (hand: Hand, own: OwnPage, origin: string) => {
    await hand.page.goto(
      `${origin}/?lang=nb&clinic=hvalstad&treatment=undersokelse&clinician=lise`,
    );
    await untilBooked(hand, own, origin);
  },
  'a known patient, logged in by SMS, to booked': async (
    hand: Hand,
    own: OwnPage,
    origin: string,
  ) => {
    await hand.page.goto(`${origin}/?lang=nb`);
    await hand.tap(own.button(own.words.logIn));
    const login = own.widget.locator('opus-login');
    await hand.fill(
      login.getByRole('textbox', { name: own.words.nationalId('NO') }),
      patient.nationalId,
    );
    await hand.fill(login.getByRole('textbox', { name: own.words.mobile }), patient.mobile);
    const code = await newCode(origin, patient.mobile, () =>
      hand.tap(login.getByRole('button', { name: own.own.sendLoginCode })),
    );
    await hand.fill(login.getByRole('textbox', { name: own.words.codeLabel }), code);
    await hand.tap(login.getByRole('button', { name: own.words.logIn, exact: true }));
    const list = own.widget.locator('opus-appointment-list');
    await list
      .or(own.card(/^Opus Dental Klinikken/))
      .first()
      .waitFor();
    if (await list.isVisible()) {
      await hand.tap(own.widget.getByRole('button', { name: own.own.bookNew }).first());
    }
    await untilBooked(hand, own, origin);
  },
  'a chain of 60 clinics, to one of them by its place': async (
    hand: Hand,
    own: OwnPage,
    origin: string,
  ) => {
    await hand.page.goto(`${origin.replace('opusdentalklinikken', 'kjeden')}/?lang=nb`);
    await hand.fill(own.widget.getByRole('searchbox'), 'bergn');
    await hand.page.waitForTimeout(1000);
    const found = own.card(/^Tannkjeden Bergen/);
    if ((await found.count()) === 0) {
      // The typing error is not forgiven.
      await hand.fill(own.widget.getByRole('searchbox'), 'bergen');
      await found.first().waitFor();
    }
    await hand.tap(found.first());
    await own.part('treatment').waitFor();
  },
  'the same chain, to one of them by its list': async (
    hand: Hand,
    own: OwnPage,
    origin: string,
  ) => {
    await hand.page.goto(`${origin.replace('opusdentalklinikken', 'kjeden')}/?lang=nb`);
    const found = own.card(/^Tannkjeden Bergen/);
    await own
      .card(/^Tannkjeden|Hvilken/)
      .first()
      .waitFor();
    await hand.page.waitForTimeout(1000);
    const region = own.part('clinic').locator('summary', { hasText: 'Vestland' });
    if (!(await found.first().isVisible())) await hand.tap(region);
    await hand.tap(found.first());
    await own.part('treatment').waitFor();
  },
} as const;

async function countsOf(
  browser: Browser,
  root: string,
  origin: string,
): Promise<(Count | string)[]> {
  const file = pathToFileURL(join(root, 'test/e2e/own-page.ts')).href;
  const { OwnPage: Own } = (await import(file)) as {
    OwnPage: new (page: Page, language: 'nb') => OwnPage;
  };
  const counts: (Count | string)[] = [];
  for (const walk of Object.values(ways)) {
    const context = await browser.newContext({ viewport, hasTouch: true, isMobile: true });
    const page = await context.newPage();
    page.setDefaultTimeout(40_000);
    let screens = 0;
    await page.exposeFunction('tellScreen', () => (screens += 1));
    await page.addInitScript(`
      for (const type of ['opus-step-change', 'opus-view-change', 'opus-booked']) {
        document.addEventListener(type, () => tellScreen());
      }`);
    const hand = new Hand(page);
    try {
      await walk(hand, new Own(page, 'nb'), origin);
      counts.push({ ...hand.count, screens });
    } catch (error) {
      counts.push(String(error).split('\n')[0] ?? '');
      if (process.env.PICTURES)
        await page.screenshot({ path: `${process.env.PICTURES}-${counts.length}.png` });
    }
    await context.close();
  }
  return counts;
}

const told = (count: Count | string): string =>
  typeof count === 'string'
    ? count
    : `${count.taps} | ${count.fields} | ${count.screens} | ${count.scrolled.toFixed(1)}`;

const here = resolve(import.meta.dirname, '../..');
const build = earlierBuild();
const browser = await chromium.launch(await launchOptions());
const results: (Count | string)[][] = [];
try {
  for (const [root, script] of [
    [build.root, 'tools/start.mjs'],
    [here, 'tools/start.ts'],
  ] as const) {
    const stop = await startDemo(port, { EID_PORT: String(port + 1) }, { root, script });
    try {
      results.push(await countsOf(browser, root, `http://opusdentalklinikken.localhost:${port}`));
    } finally {
      await stop();
    }
  }
} finally {
  await browser.close();
  build.remove();
}
const columns = (name: string) => `${name}: taps | fields | screens | scrolled`;
console.log(`| way | ${columns(earlier)} | ${columns('now')} |`);
console.log(`|${' --- |'.repeat(9)}`);
Object.keys(ways).forEach((way, index) => {
  console.log(`| ${way} | ${told(results[0]![index]!)} | ${told(results[1]![index]!)} |`);
});
const failed = results.flat().filter((each) => typeof each === 'string');
process.exitCode = failed.length > 0 ? 1 : 0;
