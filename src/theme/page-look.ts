/** The custom properties with which a page says what the widget stands on, or in which colours. */
const wishes = ['accent', 'surface', 'paper', 'ink'];

/** The account's colour of each element that has an account. */
const accents = new WeakMap<Element, string>();

/** The parent, across shadow roots. */
export function parentOf({ parentElement, parentNode }: Element): Element | null {
  return parentElement ?? (parentNode as ShadowRoot | null)?.host ?? null;
}

/** The colour behind an element, as its style says it; empty where nothing around it has a background. */
export function backgroundOf(element: Element | null): string {
  if (!element) return '';
  const { backgroundColor } = getComputedStyle(element);
  // Half transparent counts as painted, `rgba(255, 255, 255, 0.1)` on a picture does not.
  return /(^rgba.*,|\/) 0(\.[0-4]\d*)?\)$/.test(backgroundColor)
    ? backgroundOf(parentOf(element))
    : backgroundColor;
}

/**
 * Fits an element that stands by itself to the page around: reads once which colours the page sets, and what is behind the
 * element. Most pages are white and set nothing: the rest is loaded for the others. Comes before an account's colour is set, which
 * would look like one of the page.
 */
export async function fitPage(host: HTMLElement, accent?: string): Promise<void> {
  if (accent !== undefined) accents.set(host, accent);
  const style = getComputedStyle(host);
  if (
    wishes.some((name) => style.getPropertyValue(`--opus-${name}`)) ||
    !/^$|255, 255, 255/.test(backgroundOf(host))
  ) {
    const { takeColours } = await import('./page-colours.js');
    takeColours(host, accents.get(host));
  }
}
