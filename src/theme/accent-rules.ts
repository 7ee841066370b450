import type { AccentPalette } from '../contract/index.js';

/** The custom properties that carry an account's colour (P-09), each with its values on light and on dark paper. */
export function accentTokens(
  palette: AccentPalette,
): Readonly<Record<string, readonly [light: string, dark: string]>> {
  const { accent, onAccent, textOnLight, textOnDark } = palette;
  return {
    '--opus-accent': [accent, accent],
    '--opus-on-accent': [onAccent, onAccent],
    '--opus-accent-text': [textOnLight, textOnDark],
    '--opus-accent-border': [palette.borderOnLight, palette.borderOnDark],
    '--opus-accent-soft': [palette.softOnLight, palette.softOnDark],
    '--opus-focus': [textOnLight, textOnDark],
  };
}

/**
 * The account's colour as style rules for light and dark paper, by `color-scheme`. They are set on the host element, so that
 * a page's own rule for the element wins. A browser without `light-dark()` mixes the other colours from the fill.
 */
export function accentRules(palette: AccentPalette): string {
  const entries = Object.entries(accentTokens(palette));
  const rule = (from: number, to?: number) =>
    `:host{${entries
      .slice(from, to)
      .map(([name, [light, dark]]) =>
        from ? `${name}:light-dark(${light},${dark});` : `${name}:${light};`,
      )
      .join('')}}`;
  // The first two, the fill and the text on it, are the same on any paper.
  return `${rule(0, 2)}@supports (color:light-dark(red,red)){${rule(2)}}`;
}
