import { expect, test, type Locator, type Page } from '@playwright/test';
import type { SlotList } from '../../src/contract/index.js';
import { timebookWords } from '../../src/console/pages/timebook/timebook-words.js';
import { inLanguage } from '../../src/console/words/in-language.js';
import { addDays } from '../../src/domain/civil-date.js';
import { mondayOf } from '../../src/domain/week.js';
import { categories, internet, template } from '../../demo/accounts/sample-account.js';
import { ConsolePage } from './console-page.js';
import { orderAccount } from './order-account.js';
import { makeAccount, staffOf } from './staff.js';

const words = inLanguage(timebookWords, 'nb');

// Four weeks ahead, so that nothing of it has passed.
const monday = addDays(mondayOf(new Date().toISOString().slice(0, 10)), 28);

/** How the timebook is worked with. */
type Way = 'mouse' | 'keyboard';

/** The timebook of one clinician's day, an hour of which is 96 pixels. */
class TimebookOnScreen {
  readonly surface: Locator;

  constructor(
    readonly page: Page,
    readonly way: Way,
  ) {
    this.surface = page.getByRole('application', { name: words.calendars });
  }

  /** Marks a stretch of a column, and opens what to do with it. */
  async mark(from: string, to: string, column = 0): Promise<void> {
    if (this.way === 'mouse') {
      const [start, end] = [await this.#point(from, column), await this.#point(to, column)];
      await this.page.mouse.move(start.x, start.y + 2);
      await this.page.mouse.down();
      await this.page.mouse.move(start.x, end.y - 6, { steps: 4 });
      await this.page.mouse.up();
    } else {
      await this.#to(from, column);
      for (let at = minutes(from) + 10; at < minutes(to); at += 10) {
        await this.page.keyboard.press('Shift+ArrowDown');
      }
      await this.page.keyboard.press('n');
    }
    await expect(this.page.getByRole('dialog')).toBeVisible();
  }

  /** Opens what lies uppermost at a time. */
  async openAt(time: string, column = 0): Promise<void> {
    if (this.way === 'mouse') {
      const { x, y } = await this.#point(time, column);
      await this.page.mouse.click(x, y + 4);
    } else {
      await this.#to(time, column);
      await this.page.keyboard.press('Enter');
    }
    await expect(this.page.getByRole('dialog')).toBeVisible();
  }

  /** Takes what lies at a time elsewhere. */
  async move(from: string, to: string): Promise<void> {
    if (this.way === 'mouse') {
      const [start, end] = [await this.#point(from, 0), await this.#point(to, 0)];
      await this.page.mouse.move(start.x, start.y + 4);
      await this.page.mouse.down();
      await this.page.mouse.move(end.x, end.y + 4, { steps: 5 });
      await this.page.mouse.up();
    } else {
      await this.#to(from, 0);
      await this.page.keyboard.press('m');
      for (let at = minutes(from); at < minutes(to); at += 10) {
        await this.page.keyboard.press('ArrowDown');
      }
      await this.page.keyboard.press('Enter');
    }
    await expect(this.page.getByRole('dialog')).toBeVisible();
  }

  /** Says yes to what the dialog proposes, and waits until it is done. */
  async confirm(name: string): Promise<void> {
    const dialog = this.page.getByRole('dialog');
    const button = dialog.getByRole('button', { name, exact: true });
    if (this.way === 'mouse') await button.click();
    else {
      await button.focus();
      await this.page.keyboard.press('Enter');
    }
    await expect(dialog).toBeHidden();
    // Whoever works by keyboard goes on where they were.
    await expect(this.surface).toBeFocused();
  }

  /** Ticks a box, or chooses one of several. */
  async choose(name: string): Promise<void> {
    const box = this.page.getByRole('dialog').getByLabel(name, { exact: true });
    if (this.way === 'mouse') return box.check();
    await box.focus();
    await this.page.keyboard.press('Space');
    await expect(box).toBeChecked();
  }

  async #point(time: string, column: number): Promise<{ x: number; y: number }> {
    const columns = await this.surface.locator('.column').count();
    const box = (await this.surface.boundingBox())!;
    return {
      x: box.x + (box.width / columns) * (column + 0.6),
      y: box.y + (minutes(time) - 480) * 1.6,
    };
  }

  /** The cursor goes to a line by the arrows. */
  async #to(time: string, column: number): Promise<void> {
    await this.surface.focus();
    await this.page.keyboard.press('Home');
    for (let at = 0; at < 8; at += 1) await this.page.keyboard.press('ArrowLeft');
    for (let at = 0; at < column; at += 1) await this.page.keyboard.press('ArrowRight');
    for (let at = 480; at < minutes(time); at += 10) await this.page.keyboard.press('ArrowDown');
  }
}

const minutes = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/** Starts that patients are offered, from the Monday on. */
async function offered(
  baseURL: string | undefined,
  account: string,
  { days = 7, treatment = 'us' } = {},
): Promise<string[]> {
  const { port } = new URL(baseURL ?? '');
  const query = `from=${monday}&to=${addDays(monday, days)}&treatment=${treatment}`;
  const answer = await fetch(`http://127.0.0.1:${port}/v1/accounts/${account}/slots?${query}`);
  return ((await answer.json()) as SlotList).slots.map(({ start }) => start.slice(0, 16));
}

/** A clinic with one dentist and no times. */
async function emptyClinic(baseURL: string | undefined, id: string): Promise<void> {
  const stepOrder = ['clinician', 'treatment', 'clinic', 'time'] as const;
  const whole = orderAccount({ id, language: 'nb', stepOrder, settings: { confirmation: 'none' } });
  const [clinicId, clinic] = Object.entries(whole.clinics)[0]!;
  await makeAccount(baseURL ?? '', {
    ...whole,
    clinics: { [clinicId]: clinic! },
    clinicians: {
      lise: { ...whole.clinicians.bo!, name: 'Lise Negård', bookingList: null },
    },
    categories: categories({ us: 'US/Røntgen' }),
    templates: { us: template('- Undersøkelse', 30, 'us', { position: 0, maxDaysToMove: 5 }) },
    templateLists: {},
    preblocks: { etimer: internet('Etimer', ['us']) },
    weeks: [],
  });
}

for (const way of ['mouse', 'keyboard'] as const) {
  test(`[C-07] [A-01] [A-02] [A-05] the Norwegian manual by ${way}: publish, book, 40 minutes by hand, cancel, undo, the series away`, async ({
    page,
    baseURL,
  }) => {
    test.setTimeout(120_000);
    const account = `manual-${way}`;
    await emptyClinic(baseURL, account);
    // A whole day fits.
    await page.setViewportSize({ width: 1280, height: 1300 });
    const opened = await ConsolePage.open(page, baseURL, account);
    await opened.signInAs('owner');
    await opened.go(`timebook/${monday}/day`);
    const book = new TimebookOnScreen(page, way);
    await expect(book.surface).toBeVisible();
    const dialog = page.getByRole('dialog');

    // Arbeidstid 08:00–12:00 og 12:30–16:00, Repeter uke.
    for (const [from, to] of [
      ['08:00', '12:00'],
      ['12:30', '16:00'],
    ] as const) {
      await book.mark(from, to);
      await book.choose(words.working);
      await book.choose(words.repeat);
      await dialog.getByLabel(words.until).fill(addDays(monday, 14));
      await book.confirm(words.place);
      await expect(page.getByText('Satt inn: 3')).toBeVisible();
    }
    expect(await offered(baseURL, account)).toEqual([]);

    // Publisere: 480 minutter fra 08:00.
    await book.mark('08:00', '16:00');
    await book.choose(words.preblock);
    await dialog.getByRole('combobox', { name: words.which }).selectOption({ label: 'Etimer' });
    await book.choose(words.repeat);
    await dialog.getByLabel(words.until).fill(addDays(monday, 14));
    await book.confirm(words.place);
    await expect(page.getByText('Satt inn: 3')).toBeVisible();
    const all = await offered(baseURL, account);
    // Eight half hours before noon, and seven after.
    expect(all).toHaveLength(15);
    expect(all[0]).toBe(`${monday}T08:00`);

    // The patient books, and the time leaves the page.
    await staffOf(baseURL ?? '', account).send('POST', '/timebook', {
      ...{ start: `${all[1]}:00${offsetOf(monday)}`, minutes: 30 },
      ...{ clinic: 'torvet', clinician: 'lise', template: 'us' },
    });
    // The open timebook follows by itself.
    await expect(page.locator('.entry')).toHaveCount(1);
    expect(await offered(baseURL, account)).not.toContain(`${monday}T08:30`);

    // 40 minutes by hand remove two times of half an hour.
    await book.mark('09:00', '09:40');
    await book.choose(words.appointment);
    await book.confirm(words.book);
    await expect(page.getByText(words.booked)).toBeVisible();
    const fewer = await offered(baseURL, account);
    expect(all.filter((start) => !fewer.includes(start)).map((start) => start.slice(11))).toEqual([
      '08:30',
      '09:00',
      '09:30',
    ]);

    // Moved to 10:00, and back again with Ctrl+Z, also after the page was loaded anew.
    await book.move('09:00', '10:00');
    await book.confirm(words.save);
    await expect(page.getByText(words.changed)).toBeVisible();
    expect(await offered(baseURL, account)).not.toContain(`${monday}T10:00`);
    await page.reload();
    await expect(page.locator('.entry')).toHaveCount(2);
    await book.surface.focus();
    await page.keyboard.press('Control+z');
    await expect(page.getByText('Angret: Avtale')).toBeVisible();
    expect(await offered(baseURL, account)).toContain(`${monday}T10:00`);

    // Cancelling brings them back.
    await book.openAt('09:00');
    await book.confirm(words.cancelAppointment);
    await expect(page.getByText(words.cancelled)).toBeVisible();
    expect(await offered(baseURL, account)).toHaveLength(14);

    // The series of preblocks away: no times are left in any week.
    await book.openAt('11:00');
    await book.choose(words.scopeSeries);
    await book.confirm(words.remove);
    await expect(page.getByText(words.removed)).toBeVisible();
    expect(await offered(baseURL, account, { days: 28 })).toEqual([]);
  });
}

/** The offset of a date in Oslo, such as `+01:00`. */
function offsetOf(date: string): string {
  const name = new Intl.DateTimeFormat('en', {
    timeZone: 'Europe/Oslo',
    timeZoneName: 'longOffset',
  })
    .formatToParts(new Date(`${date}T08:00:00Z`))
    .find(({ type }) => type === 'timeZoneName')!.value;
  return name.replace('GMT', '');
}
