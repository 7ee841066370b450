import type { Market } from '../../contract/primitives.js';
import type { CivilDate } from '../civil-date.js';
import { foldDigits } from '../typed-text.js';
import { parseDanishId } from './denmark.js';
import { parseFinnishId } from './finland.js';
import { parseNorwegianId } from './norway.js';
import type { NationalIdResult, Reading } from './result.js';
import { parseSwedishId } from './sweden.js';

interface Rules {
  parse: (text: string, today: CivilDate) => Reading;
  /** What may stand in the text once spaces and dashes are dealt with. */
  characters: RegExp;
  /** How many characters come before the hyphen; Finland's sign is part of the number itself. */
  head: number;
  hyphen: string;
}

const rules: Record<Market, Rules> = {
  NO: { parse: parseNorwegianId, characters: /^\d+$/, head: 6, hyphen: '-' },
  SE: { parse: parseSwedishId, characters: /^[\d+]+$/, head: 8, hyphen: '-' },
  FI: { parse: parseFinnishId, characters: /^[\dA-Z+-]+$/, head: 7, hyphen: '' },
  DK: { parse: parseDanishId, characters: /^\d+$/, head: 6, hyphen: '-' },
};

/** How a number looks in each market, for the hint under its field (P-26); D, M and Y stand for the birth date, the rest for the digits after it. */
export const nationalIdHint: Record<Market, string> = {
  NO: 'DDMMYY-NNNNN',
  SE: 'YYYYMMDD-XXXX',
  FI: 'DDMMYY-XXXX',
  DK: 'DDMMYY-XXXX',
};

/**
 * Reads a national ID of a market as people type it: with or without spaces, dots, slashes, hyphens and dashes of any
 * sort, in any case, with digits of any script (P-26). `today` is the clinic's civil date; it decides the Swedish century and what lies in the future.
 */
export function parseNationalId(
  market: Market,
  text: string,
  { today }: { today: CivilDate },
): NationalIdResult {
  const { parse, characters, hyphen } = rules[market];
  // Only Finland's hyphen says something.
  const clean = foldDigits(text)
    .replace(/[\s./]/g, '')
    .replace(/[\p{Pd}\u2212]/gu, hyphen ? '' : '-')
    .toUpperCase();
  const reading: Reading = !clean
    ? 'empty'
    : characters.test(clean)
      ? parse(clean, today)
      : 'characters';
  return typeof reading === 'string'
    ? { ok: false, reason: reading }
    : { ok: true, value: reading };
}

/** A normalized national ID as its market writes it, such as `190476-49954`. */
export function formatNationalId(market: Market, normalized: string): string {
  const { head, hyphen } = rules[market];
  return normalized.slice(0, head) + hyphen + normalized.slice(head);
}

/** A normalized national ID with all but the birth date hidden, such as `190476-*****` (P-33, N-02). */
export function maskNationalId(market: Market, normalized: string): string {
  const { head, hyphen } = rules[market];
  return normalized.slice(0, head) + hyphen + '*'.repeat(normalized.length - head);
}
