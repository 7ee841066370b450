import { unsafeCSS, type CSSResult } from 'lit';
import { accentRules } from './palette.js';

const known = /* @__PURE__ */ new Map<string | undefined, CSSResult>();

/** The rules of `accentRules`, for `addStyles`: the same result for the same colour, however often it is asked for. */
export function accentStyles(accent?: string): CSSResult {
  const styles = known.get(accent) ?? unsafeCSS(accentRules(accent));
  known.set(accent, styles);
  return styles;
}
