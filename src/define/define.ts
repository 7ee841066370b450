import { fitStyles } from '../theme/add-styles.js';

/** Registers an element once: a page may load the package twice. */
export function define(tag: string, element: CustomElementConstructor): void {
  if (customElements.get(tag)) return;
  fitStyles(element);
  customElements.define(tag, element);
}
