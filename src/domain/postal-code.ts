import type { Market } from '../contract/primitives.js';
import { foldDigits } from './typed-text.js';

/**
 * What is wrong with a text that is no postcode: `empty` nothing typed · `characters` something but digits · `length` too
 * few or too many of them · `country` the prefix of another country.
 */
export type PostalCodeReason = 'empty' | 'characters' | 'length' | 'country';

export type PostalCodeResult =
  { ok: true; value: { normalized: string } } | { ok: false; reason: PostalCodeReason };

/** How many digits the postcodes of each market have. */
export const postalCodeDigits: Record<Market, number> = { NO: 4, SE: 5, FI: 5, DK: 4 };

/**
 * What stands before a postcode in mail from abroad: the codes of ISO 3166-1 and the distinguishing signs of vehicles that
 * CEPT recommended, with those of Svalbard, Åland and Greenland, which share a market's postcodes.
 */
const prefixes: Record<Market, RegExp> = {
  NO: /^(NO?|NOR|SJ)$/,
  SE: /^(SE?|SWE)$/,
  FI: /^(FIN?|SF|AX)$/,
  DK: /^(DK|DNK|GL)$/,
};

/**
 * Reads a postcode of a market into its digits (P-25); spaces, hyphens and the country's own prefix (`SE-123 45`) fall away.
 * Whether it is in use is for the post to know.
 */
export function parsePostalCode(market: Market, text: string): PostalCodeResult {
  const clean = foldDigits(text).replace(/[\s\p{Pd}\u2212]/gu, '');
  if (!clean) return { ok: false, reason: 'empty' };
  const [, prefix = '', normalized] = /^([A-Z]{1,3})?(\d+)$/.exec(clean.toUpperCase()) ?? [];
  if (!normalized) return { ok: false, reason: 'characters' };
  if (prefix && !prefixes[market].test(prefix)) return { ok: false, reason: 'country' };
  return normalized.length === postalCodeDigits[market]
    ? { ok: true, value: { normalized } }
    : { ok: false, reason: 'length' };
}

/** A postcode as its market writes it: Sweden has a space after three digits. */
export function formatPostalCode(market: Market, normalized: string): string {
  return market === 'SE' ? `${normalized.slice(0, 3)} ${normalized.slice(3)}` : normalized;
}
