/** Chrome before 111, Safari before 16.2 and Firefox before 113 mix no colours; some of them have no container queries. */
const needsOlderStyles = () => !CSS.supports('color', 'color-mix(in srgb, red, red)');

/** Registers an element once: a page may load the package twice. */
function register(tag: string, element: CustomElementConstructor): void {
  if (!customElements.get(tag)) customElements.define(tag, element);
}

/** Defines an element: at once, or in an older browser as soon as its styles are made to fit. */
export function define(tag: string, element: CustomElementConstructor): void {
  if (!needsOlderStyles()) return register(tag, element);
  void import('../theme/older-styles.js')
    .then(
      ({ fitStyles }) => fitStyles(element),
      () => undefined,
    )
    .then(() => register(tag, element));
}
