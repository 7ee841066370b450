import { unsafeCSS, type CSSResult, type LitElement } from 'lit';
import { accentPattern } from '../contract/accent-pattern.js';
import type { AccentPalette, Account, Theme } from '../contract/index.js';
import { accentRules, accentTokens } from './accent-rules.js';
import { addStyles } from './add-styles.js';
import { fitPage } from './page-look.js';

const known = /* @__PURE__ */ new Map<string, CSSResult>();

/** The same result for the same rules, however often it is asked for. */
function stylesOf(rules: string): CSSResult {
  const styles = known.get(rules) ?? unsafeCSS(rules);
  known.set(rules, styles);
  return styles;
}

/** Whether these are colours and nothing else: they go into a style sheet, before the answer is checked against the contract. */
function isPalette(palette: AccentPalette | undefined): palette is AccentPalette {
  if (!palette) return false;
  const colours = Object.values(accentTokens(palette)).flat();
  return colours.every((colour) => accentPattern.test(colour));
}

/** For accounts that bring no palette: those of an older service, and those that a page makes itself. */
async function computePalette(accent?: string): Promise<AccentPalette | undefined> {
  const file = await import('../domain/accent-palette.js').catch(() => undefined);
  return file?.accentPalette(accent);
}

/** The theme that each element shows, or is about to. */
const themes = new WeakMap<LitElement, Theme>();

/**
 * Shows an element in the account's colour (P-09), and fits both to the page around, which has to be looked at first. The default
 * colour stays where the account's has to be computed and the code for it does not come.
 */
export async function showAccent(host: LitElement, { theme }: Account): Promise<void> {
  themes.set(host, theme);
  const palette = isPalette(theme.palette) ? theme.palette : await computePalette(theme.accent);
  // Meanwhile the element may have got another account.
  if (!palette || themes.get(host) !== theme) return;
  void fitPage(host, palette);
  addStyles(host, stylesOf(accentRules(palette)));
}
