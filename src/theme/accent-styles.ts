import { unsafeCSS, type CSSResult, type LitElement } from 'lit';
import type { Account } from '../contract/index.js';
import { addStyles } from './add-styles.js';
import { fitPage } from './page-look.js';
import { accentRules } from './palette.js';

const known = /* @__PURE__ */ new Map<string | undefined, CSSResult>();

/** The rules of `accentRules`: the same result for the same colour, however often it is asked for. */
function accentStyles(accent?: string): CSSResult {
  const styles = known.get(accent) ?? unsafeCSS(accentRules(accent));
  known.set(accent, styles);
  return styles;
}

/** Shows an element in the account's colour (P-09), and fits both to the page around, which has to be looked at first. */
export function showAccent(host: LitElement, { theme: { accent } }: Account): void {
  void fitPage(host, accent ?? '');
  addStyles(host, accentStyles(accent));
}
