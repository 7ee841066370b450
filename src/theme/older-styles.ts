import { css, LitElement, type CSSResultOrNative } from 'lit';
import { baseStyles } from './base-styles.js';

type FinalizeStyles = (styles?: unknown) => CSSResultOrNative[];

/** Readable on light and on dark paper; the account's colour stays on fills and lines. */
const plainColours = css`
  :host {
    --_accent-text: var(--opus-accent-text, CanvasText);
    --_accent-border: var(--opus-accent-border, var(--_accent));
    --_accent-soft: var(--opus-accent-soft, rgb(127 127 127 / 13%));
    --_ink: var(--opus-ink, CanvasText);
    --_ink-quiet: var(--opus-ink-quiet, var(--_ink));
    --_line: var(--opus-line, rgb(127 127 127 / 30%));
  }
`;

/** Where there are no container queries, the width of the window is asked in place of the element's. */
function fitted(styles: CSSResultOrNative): CSSResultOrNative[] {
  if ('cssText' in styles && !CSS.supports('container-type', 'inline-size')) {
    Object.assign(styles, { cssText: styles.cssText.replace(/@container/g, '@media') });
  }
  return styles === baseStyles ? [styles, plainColours] : [styles];
}

/**
 * Makes the styles of an element that is about to be defined, and those that it adds later, usable in a browser that mixes no
 * colours, by Lit's hook for them.
 */
export function fitStyles(element: CustomElementConstructor): void {
  const { finalizeStyles } = LitElement as unknown as { finalizeStyles: FinalizeStyles };
  Object.assign(element, {
    finalizeStyles: (styles: unknown) => finalizeStyles(styles).flatMap(fitted),
  });
}
