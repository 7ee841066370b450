import { expect, test, type Locator, type Page } from '@playwright/test';
import type { Language, StaffRole } from '../../src/contract/index.js';
import { inLanguage } from '../../src/console/words/in-language.js';
import { timelineWords } from '../../src/console/pages/reminders/timeline-words.js';
import { pageWords, roleWords, shellWords } from '../../src/console/words/shell-words.js';
import { faultsOn } from './axe.js';

/** The console of an account as its staff see it, in one language. */
export class ConsolePage {
  readonly shell: Record<keyof typeof shellWords, string>;

  constructor(
    readonly page: Page,
    readonly root: string,
    readonly language: Language = 'nb',
  ) {
    this.shell = inLanguage(shellWords, language);
  }

  /** Opens the console of an account at the service that `baseURL` names. */
  static async open(
    page: Page,
    baseURL: string | undefined,
    account: string,
  ): Promise<ConsolePage> {
    const console = ConsolePage.of(page, baseURL, account);
    await page.goto(console.root);
    return console;
  }

  /** The console of an account in a page that is there already, or comes there by a link. */
  static of(page: Page, baseURL: string | undefined, account: string): ConsolePage {
    const { port } = new URL(baseURL ?? '');
    return new ConsolePage(page, `http://console.localhost:${port}/${account}`);
  }

  /** Signs the demo's person with a role in. */
  async signInAs(role: StaffRole): Promise<void> {
    const name = inLanguage(roleWords, this.language)[role];
    await this.page.getByRole('button', { name: new RegExp(`${name}$`) }).click();
    await expect(this.page.getByRole('button', { name: this.shell.signOut })).toBeVisible();
  }

  /** Goes to a page by its place in the address, such as `booking-page/steps`. */
  async go(place: string): Promise<void> {
    await this.page.goto(`${this.root}#${place}`);
  }

  link(page: keyof typeof pageWords): Locator {
    return this.page.getByRole('link', { name: inLanguage(pageWords, this.language)[page] });
  }

  /** Saves, and waits until it is stored. */
  async save(): Promise<void> {
    await this.page.getByRole('button', { name: this.shell.save, exact: true }).click();
    // What was said of the save before may still be there.
    await expect(this.page.getByText(this.shell.unsaved, { exact: true })).toHaveCount(0);
    await expect(this.page.getByText(this.shell.saved, { exact: true }).first()).toBeVisible();
  }

  /** Saves a policy of reminders, and is sure of it where it is asked: messages wait, or will (M-16). */
  async saveReminders(): Promise<void> {
    const { sureTitle, sureSave } = inLanguage(timelineWords, this.language);
    await this.page.getByRole('button', { name: this.shell.save, exact: true }).click();
    const sure = this.page.getByRole('dialog', { name: sureTitle }).getByRole('button', {
      ...{ name: sureSave, exact: true },
    });
    await expect(async () => {
      if (await sure.isVisible()) await sure.click();
      await expect(this.page.getByText(this.shell.unsaved, { exact: true })).toHaveCount(0, {
        timeout: 1000,
      });
    }).toPass();
  }

  /** Opens each of some pages anew, and expects it to be accessible; one sign-in for all, which takes longer than the looks. */
  async expectAccessibleAt(places: readonly string[], prepare?: (place: string) => Promise<void>) {
    for (const place of places) {
      await test.step(place, async () => {
        await this.go(place);
        // So that no heading of the page before is taken for this one's.
        await this.page.reload();
        await prepare?.(place);
        await this.expectAccessible();
      });
    }
  }

  /**
   * The open page as it has to be: axe finds nothing, in light, dark and forced colours, and nothing is wider than the window. The
   * patient's own page in a preview has tests of its own.
   */
  async expectAccessible(): Promise<void> {
    const { page } = this;
    await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByText(this.shell.loading)).toHaveCount(0);
    const exclude = ['opus-booking'];
    expect(await faultsOn(page, { exclude })).toEqual([]);
    for (const looks of [
      { colorScheme: 'dark' },
      { colorScheme: 'light', forcedColors: 'active' },
    ] as const) {
      await page.emulateMedia(looks);
      // What else axe looks at is the same in every colour.
      const rules = ['color-contrast', 'link-in-text-block'];
      const faults = await faultsOn(page, { exclude, rules });
      expect(faults, JSON.stringify(looks)).toEqual([]);
    }
    await page.emulateMedia({ colorScheme: null, forcedColors: null });
    const tooWide = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(tooWide).toBeLessThanOrEqual(0);
  }
}
