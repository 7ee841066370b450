import type { Market } from '../contract/primitives.js';

/** What is wrong with a text that is no postcode: nothing typed, something but digits, too few or too many of them. */
export type PostalCodeReason = 'empty' | 'characters' | 'length';

export type PostalCodeResult =
  { ok: true; value: { normalized: string } } | { ok: false; reason: PostalCodeReason };

/** How many digits the postcodes of each market have. */
export const postalCodeDigits: Record<Market, number> = { NO: 4, SE: 5, FI: 5, DK: 4 };

/** Reads a postcode of a market into its digits; spaces are ignored. Whether it is in use is for the post to know. */
export function parsePostalCode(market: Market, text: string): PostalCodeResult {
  const normalized = text.normalize('NFKC').replace(/[\s\p{Cf}]/gu, '');
  if (!normalized) return { ok: false, reason: 'empty' };
  if (!/^\d+$/.test(normalized)) return { ok: false, reason: 'characters' };
  return normalized.length === postalCodeDigits[market]
    ? { ok: true, value: { normalized } }
    : { ok: false, reason: 'length' };
}

/** A postcode as its market writes it: Sweden has a space after three digits. */
export function formatPostalCode(market: Market, normalized: string): string {
  return market === 'SE' ? `${normalized.slice(0, 3)} ${normalized.slice(3)}` : normalized;
}
