interface LocalizedElement {
  requestUpdate(): void;
}

/** Elements on the page that show words. */
const elements = new Set<LocalizedElement>();
let observer: MutationObserver | undefined;

/** Renders every element that shows words again, after words have been loaded or the language has changed. */
export function updateLocalized(): void {
  elements.forEach((element) => element.requestUpdate());
}

/** Renders the element again from now on whenever its words may have changed. */
export function addLocalized(element: LocalizedElement): void {
  elements.add(element);
  if (observer) return;
  // For changes of `lang` by the page; the widget itself calls `updateLocalized()`.
  observer = new MutationObserver(updateLocalized);
  observer.observe(document, { subtree: true, attributeFilter: ['lang'] });
}

/** Stops rendering an element that has left the page. */
export function removeLocalized(element: LocalizedElement): void {
  elements.delete(element);
}
