/**
 * Defines an element, once: a page may load the package twice. At once where the browser mixes colours; in Chrome before 111,
 * Safari before 16.2 and Firefox before 113 as soon as its styles are made to fit, container queries included.
 */
export function define(tag: string, element: CustomElementConstructor): void {
  const register = () => {
    if (!customElements.get(tag)) customElements.define(tag, element);
  };
  if (CSS.supports('color', 'color-mix(in srgb, red, red)')) register();
  else {
    import('../theme/older-styles.js')
      .then(({ fitStyles }) => fitStyles(element))
      // Plain is better than nothing.
      .then(register, register);
  }
}
