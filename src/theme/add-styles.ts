import { adoptStyles, LitElement, type CSSResult, type CSSResultOrNative } from 'lit';

type FinalizeStyles = (styles?: unknown) => CSSResultOrNative[];

/** Chromium before 105 and Firefox before 110 have none. */
const hasContainerQueries = () => CSS.supports('container-type', 'inline-size');

/** Where there are no container queries, the width of the window is asked in place of the element's. */
function usable<Styles extends CSSResultOrNative>(styles: Styles): Styles {
  if ('cssText' in styles && !hasContainerQueries()) {
    Object.assign(styles, { cssText: styles.cssText.replace(/@container/g, '@media') });
  }
  return styles;
}

/** Makes the styles of an element that is about to be defined usable in this browser, by Lit's hook for them. */
export function fitStyles(element: CustomElementConstructor): void {
  if (hasContainerQueries()) return;
  const { finalizeStyles } = LitElement as unknown as { finalizeStyles: FinalizeStyles };
  Object.assign(element, {
    finalizeStyles: (styles: unknown) => finalizeStyles(styles).map(usable),
  });
}

/** Adds styles to a rendered element, after those that it has. Safari before 16.4 gets a style element, as Lit does it there. */
export function addStyles({ shadowRoot }: LitElement, styles: CSSResult): void {
  if (!shadowRoot) return;
  const { styleSheet } = usable(styles);
  if (styleSheet) {
    const others = shadowRoot.adoptedStyleSheets.filter((sheet) => sheet !== styleSheet);
    shadowRoot.adoptedStyleSheets = [...others, styleSheet];
  } else adoptStyles(shadowRoot, [styles]);
}
