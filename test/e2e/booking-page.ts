import { expect, type Locator, type Page } from '@playwright/test';
import type { ChoiceStep, Language } from '../../src/contract/index.js';
import { stepKeys } from '../../src/locales/step-words.js';
import { da } from '../../src/locales/da.js';
import { en } from '../../src/locales/en.js';
import { fi } from '../../src/locales/fi.js';
import type { Messages } from '../../src/locales/messages.js';
import { nb } from '../../src/locales/nb.js';
import type { ProblemMessages } from '../../src/locales/problem-messages.js';
import { daProblems } from '../../src/locales/problems/da.js';
import { enProblems } from '../../src/locales/problems/en.js';
import { fiProblems } from '../../src/locales/problems/fi.js';
import { nbProblems } from '../../src/locales/problems/nb.js';
import { svProblems } from '../../src/locales/problems/sv.js';
import { sv } from '../../src/locales/sv.js';
import { newestCode } from './inbox.js';
import { patientNumber, type Patient } from './patients.js';

/** The widget's own words, so that a test never waits for a wording of yesterday. */
const locales: Readonly<Record<Language, Messages & ProblemMessages>> = {
  nb: { ...nb, ...nbProblems },
  sv: { ...sv, ...svProblems },
  fi: { ...fi, ...fiProblems },
  da: { ...da, ...daProblems },
  en: { ...en, ...enProblems },
};

/** The widget as a patient uses it: by role and name, through every shadow root. */
export class BookingPage {
  readonly words: Messages & ProblemMessages;
  readonly widget: Locator;

  constructor(
    readonly page: Page,
    readonly language: Language = 'nb',
  ) {
    this.words = locales[language];
    this.widget = page.locator('opus-booking');
  }

  /** A card of one of the pickers. */
  card(name: string | RegExp): Locator {
    return this.widget
      .locator('opus-clinic-picker, opus-treatment-picker, opus-clinician-picker')
      .getByRole('button', { name });
  }

  async choose(name: string | RegExp): Promise<void> {
    await this.card(name).first().click();
  }

  /** The picker of a step, or the calendar. */
  part(step: ChoiceStep): Locator {
    return step === 'time' ? this.calendar : this.widget.locator(`opus-${step}-picker`);
  }

  /** The names on the cards of a picker, "any" included, in their order. */
  async offered(step: ChoiceStep): Promise<string[]> {
    const cards = this.part(step).locator('button[aria-pressed]');
    await cards.first().waitFor();
    return (await cards.allInnerTexts()).map((text) => text.trim());
  }

  /** The names of the steps in their order, as the indicator says them where there is room for all. */
  async steps(): Promise<string[]> {
    const items = this.widget
      .getByRole('navigation', { name: this.words.stepsLabel })
      .getByRole('listitem');
    await items.first().waitFor();
    return (await items.allInnerTexts()).map(
      (text) => text.replace(/^\d+/, '').split(',')[0]?.trim() ?? '',
    );
  }

  /** A step's name. */
  nameOf(step: keyof typeof stepKeys): string {
    return this.words[stepKeys[step]];
  }

  /** Back, page by page, until a step is in view. */
  async backTo(step: ChoiceStep): Promise<void> {
    for (let page = 0; page < 6 && !(await this.part(step).isVisible()); page += 1) {
      const before = await this.widget.getByRole('heading', { level: 2 }).allInnerTexts();
      await this.button(this.words.back).click();
      await expect
        .poll(() => this.widget.getByRole('heading', { level: 2 }).allInnerTexts())
        .not.toEqual(before);
    }
    await this.part(step).waitFor();
  }

  get calendar(): Locator {
    return this.widget.locator('opus-week-calendar');
  }

  /** Free times of the days in view, in their order. */
  get times(): Locator {
    return this.calendar.locator('.days [part~="slot"]:visible:not([aria-disabled="true"])');
  }

  /** Shows the first week that has free times, as many as asked for. */
  async toFreeWeek(least = 1): Promise<void> {
    await this.calendar.locator('[aria-busy="false"]').first().waitFor();
    for (let week = 0; week < 4 && (await this.times.count()) < least; week += 1) {
      await this.nextWeek();
    }
    await this.times.nth(least - 1).waitFor();
  }

  async nextWeek(): Promise<void> {
    const heading = this.calendar.getByRole('heading', { level: 3 }).first();
    const before = await heading.innerText();
    await this.calendar.getByRole('button', { name: this.words.nextWeek, exact: true }).click();
    await this.page.waitForFunction(
      ([element, text]) => (element as HTMLElement).innerText !== text,
      [await heading.elementHandle(), before] as const,
    );
    await this.calendar.locator('.panel:not([inert])[aria-busy="false"]').first().waitFor();
  }

  /** Takes a free time and answers its name, such as "mandag 23. november, 08:00 – 08:30, Lise Negård". */
  async chooseTime(index = 0): Promise<string> {
    await this.toFreeWeek(index + 1);
    const time = this.times.nth(index);
    const name = (await time.getAttribute('aria-label')) ?? (await time.innerText());
    await time.click();
    return name;
  }

  field(name: string): Locator {
    return this.widget.getByRole('textbox', { name, exact: true });
  }

  /** Fills in whatever of the form is shown, and consents. */
  async fillDetails(patient: Patient): Promise<void> {
    await this.field(this.words.firstName).waitFor();
    const values = [
      [this.words.firstName, patient.firstName],
      [this.words.lastName, patient.lastName],
      [this.words.nationalId(patient.market), patient.nationalId],
      [this.words.message, patient.message],
      [this.words.email, patient.email],
      [this.words.mobile, patient.mobile],
      [this.words.campaignCode, patient.campaignCode],
      [this.words.address1, patient.address1],
      [this.words.postalCode, patient.postalCode],
    ] as const;
    for (const [name, value] of values) {
      const field = this.field(name);
      if (value !== undefined && (await field.count()) > 0) await field.fill(value);
    }
    await this.widget.getByRole('checkbox', { name: this.words.consent }).check();
  }

  async review(): Promise<void> {
    await this.button(this.words.toReview).click();
    await this.button(this.words.bookTime).waitFor();
  }

  async book(): Promise<void> {
    await this.button(this.words.bookTime).click();
  }

  async confirm(code: string): Promise<void> {
    await this.field(this.words.codeLabel).fill(code);
    await this.button(this.words.confirmTime).click();
  }

  get receipt(): Locator {
    return this.widget.getByRole('heading', { name: this.words.receiptHeading });
  }

  button(name: string | RegExp): Locator {
    return this.widget.getByRole('button', { name, exact: typeof name === 'string' });
  }
}

/** From the first step to the receipt at the clinic of the manual's pictures, with the code read from the inbox. */
export async function walkToReceipt({
  page,
  origin,
}: {
  page: Page;
  origin: string;
}): Promise<void> {
  const booking = new BookingPage(page);
  const patient = patientNumber(900);
  await booking.choose(/^Opus Dental Klinikken/);
  await booking.choose(/^Undersøkelse/);
  await booking.choose(/^Lise Negård/);
  await booking.chooseTime();
  await booking.fillDetails(patient);
  await booking.review();
  await booking.book();
  await booking.confirm(await newestCode(origin, patient.mobile));
  await booking.receipt.waitFor();
}
