import { expect, type Locator, type Page } from '@playwright/test';

/** How the console is worked with. */
export type Way = 'mouse' | 'keyboard';

/** So many stops of the Tab key is a page gone through, and begun again. */
const stops = 250;

/** The hands of somebody at the console: with the mouse, or with the keyboard alone, where the Tab key has to reach everything. */
export class Hands {
  constructor(
    readonly page: Page,
    readonly way: Way,
  ) {}

  /** A button or a link. */
  async press(control: Locator): Promise<void> {
    if (this.way === 'mouse') return control.click();
    await this.reach(control);
    await this.page.keyboard.press('Enter');
  }

  /** Ticks a box that is not ticked, or takes the tick away. */
  async tick(box: Locator, checked = true): Promise<void> {
    await expect(box).toBeChecked({ checked: !checked });
    if (this.way === 'mouse') await box.setChecked(checked);
    else {
      await this.reach(box);
      await this.page.keyboard.press('Space');
    }
    await expect(box).toBeChecked({ checked });
  }

  /** One of several, which Tab reaches as one and the arrows go through. */
  async pick(radio: Locator): Promise<void> {
    if (this.way === 'mouse') return radio.check();
    const group = radio.locator('xpath=ancestor::fieldset[1]');
    await this.reach(group.getByRole('radio', { checked: true }));
    const count = await group.getByRole('radio').count();
    for (let at = 0; at < count && !(await radio.isChecked()); at += 1) {
      await this.page.keyboard.press('ArrowDown');
    }
    await expect(radio).toBeChecked();
  }

  async type(field: Locator, text: string): Promise<void> {
    if (this.way === 'mouse') await field.click();
    else await this.reach(field);
    if ((await field.getAttribute('type')) === 'date') return this.#typeDate(field, text);
    await this.page.keyboard.press('ControlOrMeta+a');
    await this.page.keyboard.type(text);
    await expect(field).toHaveValue(text);
  }

  /** The parts of a date stand in the order of the browser's language: whoever types sees which it is. */
  async #typeDate(field: Locator, date: string): Promise<void> {
    const [year, month, day] = date.split('-');
    for (const digits of [`${day}${month}${year}`, `${month}${day}${year}`]) {
      for (let part = 0; part < 3; part += 1) await this.page.keyboard.press('ArrowLeft');
      await this.page.keyboard.type(digits);
      if ((await field.inputValue()) === date) return;
    }
    await expect(field).toHaveValue(date);
  }

  /** One of a list, by its name; by keyboard its first letters choose it. */
  async choose(list: Locator, name: string): Promise<void> {
    if (this.way === 'mouse') await list.selectOption({ label: name });
    else {
      await this.reach(list);
      // Letters typed within a second of others are taken for the same word: whoever sees that nothing comes types again.
      await expect(async () => {
        await this.page.keyboard.type(name);
        await expect(list.locator('option:checked')).toHaveText(name, { timeout: 500 });
      }).toPass({ intervals: [1200], timeout: 10_000 });
    }
    await expect(list.locator('option:checked')).toHaveText(name);
  }

  /** Tabs on until the focus is there. */
  async reach(control: Locator): Promise<void> {
    await control.waitFor();
    const isFocused = () =>
      control.evaluate(
        (element) => (element.getRootNode() as Document | ShadowRoot).activeElement === element,
      );
    for (let stop = 0; stop < stops && !(await isFocused()); stop += 1) {
      await this.page.keyboard.press('Tab');
    }
    await expect(control).toBeFocused();
  }
}
