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
