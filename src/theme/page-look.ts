import type { AccentPalette } from '../contract/index.js';
import { backgroundOf } from './background.js';

/** The custom properties with which a page says what the widget stands on, or in which colours. */
const properties = ['accent', 'surface', 'paper', 'ink'];

/** The account's colours of each element that has an account. */
const palettes = new WeakMap<Element, AccentPalette>();

/**
 * Fits an element that stands by itself to the page around: reads once which colours the page sets, and what is behind the
 * element. Most pages are white and set nothing: the rest is loaded for the others. Comes before an account's colour is set, which
 * would look like one of the page.
 */
export async function fitPage(host: HTMLElement, palette?: AccentPalette): Promise<void> {
  if (palette) palettes.set(host, palette);
  const style = getComputedStyle(host);
  if (
    properties.some((name) => style.getPropertyValue(`--opus-${name}`)) ||
    !/^$|255, 255, 255/.test(backgroundOf(host))
  ) {
    const loaded = await import('./page-colours.js').catch(() => undefined);
    loaded?.takeColours(host, palettes.get(host));
  }
}
