import { adoptStyles, type CSSResult, type LitElement } from 'lit';

interface Finalizing {
  readonly finalizeStyles: (styles: CSSResult) => CSSResult[];
}

/** Adds styles to a rendered element, after those that it has. Safari before 16.4 gets a style element, as Lit does it there. */
export function addStyles({ constructor, shadowRoot }: LitElement, added: CSSResult): void {
  if (!shadowRoot) return;
  // In older browsers, this makes them fit (`older-styles.ts`).
  for (const styles of (constructor as unknown as Finalizing).finalizeStyles(added)) {
    const { styleSheet } = styles;
    if (styleSheet) {
      const others = shadowRoot.adoptedStyleSheets.filter((sheet) => sheet !== styleSheet);
      shadowRoot.adoptedStyleSheets = [...others, styleSheet];
    } else adoptStyles(shadowRoot, [styles]);
  }
}
