import { expect, type Locator, type Page } from '@playwright/test';

/** Somebody who has no mouse: every stop of the Tab key has to be seen. */
export class Keyboard {
  constructor(readonly page: Page) {}

  /** Tabs on until the control has the focus; fails after two hundred stops, and at one that nobody sees. */
  to(control: Locator): Promise<void> {
    return this.#go(control, 'Tab');
  }

  /** The same way backwards. */
  backTo(control: Locator): Promise<void> {
    return this.#go(control, 'Shift+Tab');
  }

  async #go(control: Locator, key: string): Promise<void> {
    await control.waitFor();
    for (let stop = 0; stop < 200 && !(await isFocused(control)); stop += 1) {
      await this.page.keyboard.press(key);
      await expect.poll(() => unseenFocus(this.page)).toBe('');
    }
    await expect(control).toBeFocused();
  }

  async press(control: Locator, key = 'Enter'): Promise<void> {
    await this.to(control);
    await this.page.keyboard.press(key);
  }

  async write(control: Locator, text: string): Promise<void> {
    await this.to(control);
    await this.page.keyboard.press('ControlOrMeta+a');
    await this.page.keyboard.type(text);
  }
}

const isFocused = (control: Locator) =>
  control.evaluate(
    (element) => (element.getRootNode() as Document | ShadowRoot).activeElement === element,
  );

/** What has the focus without a ring around it, or outside of the window; empty: it is seen, or the focus left the page. */
const unseenFocus = (page: Page) =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) {
      // The patient's own page in a preview has tests of its own.
      if (element.localName === 'opus-booking') return '';
      element = element.shadowRoot.activeElement;
    }
    if (!element || element === document.body) return '';
    // The parts of a date and a time are the browser's, and so are their rings.
    if (element.matches('[type=date], [type=time], [type=month], [type=datetime-local]')) return '';
    const name = `${element.localName} ${element.id || (element as HTMLElement).innerText}`;
    // A file field lies hidden in its label, which has the ring.
    const label = element.closest('label:focus-within');
    const hasRing = [element, ...(label ? [label] : [])].some((one) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
      return (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
    });
    const { bottom, top } = element.getBoundingClientRect();
    const isInView = bottom > 0 && top < innerHeight;
    return hasRing && isInView ? '' : name;
  });
