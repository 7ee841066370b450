import { expect, type Locator, type Page } from '@playwright/test';
import { timebookWords } from '../../src/console/pages/timebook/timebook-words.js';
import { inLanguage } from '../../src/console/words/in-language.js';
import type { Language } from '../../src/contract/index.js';
import { Hands, type Way } from './hands.js';

const minutes = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/** The timebook of one clinician's day, an hour of which is 96 pixels. */
export class TimebookOnScreen {
  readonly surface: Locator;
  /** For what stands in the dialogs. */
  readonly hands: Hands;

  readonly words: Record<keyof typeof timebookWords, string>;

  constructor(
    readonly page: Page,
    readonly way: Way,
    language: Language = 'nb',
  ) {
    this.hands = new Hands(page, way);
    this.words = inLanguage(timebookWords, language);
    this.surface = page.getByRole('application', { name: this.words.calendars });
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

  /** Makes what begins at a time end later, by its lower edge or by its end as it is carried. */
  async lengthen(from: string, to: string, later: string): Promise<void> {
    if (this.way === 'mouse') {
      const [start, end] = [await this.#point(to, 0), await this.#point(later, 0)];
      await this.page.mouse.move(start.x, start.y - 3);
      await this.page.mouse.down();
      await this.page.mouse.move(start.x, end.y - 3, { steps: 5 });
      await this.page.mouse.up();
    } else {
      await this.#to(from, 0);
      await this.page.keyboard.press('m');
      for (let at = minutes(to); at < minutes(later); at += 10) {
        await this.page.keyboard.press('Shift+ArrowDown');
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
      await this.hands.press(button);
    }
    await expect(dialog).toBeHidden();
    // Whoever works by keyboard goes on where they were.
    await expect(this.surface).toBeFocused();
  }

  /** Ticks a box, or chooses one of several. */
  async choose(name: string): Promise<void> {
    const box = this.page.getByRole('dialog').getByLabel(name, { exact: true });
    if (this.way === 'mouse') return box.check();
    if ((await box.getAttribute('type')) === 'radio') await this.hands.pick(box);
    else if (!(await box.isChecked())) await this.hands.tick(box);
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
