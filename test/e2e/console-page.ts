import { expect, type Locator, type Page } from '@playwright/test';
import type { Language, StaffRole } from '../../src/contract/index.js';
import { inLanguage } from '../../src/console/words/in-language.js';
import { pageWords, roleWords, shellWords } from '../../src/console/words/shell-words.js';

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
    const { port } = new URL(baseURL ?? '');
    const console = new ConsolePage(page, `http://console.localhost:${port}/${account}`);
    await page.goto(console.root);
    return console;
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
    await expect(this.page.getByText(this.shell.saved, { exact: true }).first()).toBeVisible();
  }
}
