import type { Market } from '../contract/primitives.js';

/**
 * What is wrong with a text that is no mobile number: `empty` · `characters` something that no number holds ·
 * `country-code` a `+` or 00 with no country after it · `length` too few or too many digits ·
 * `not-mobile` the length fits, but it is no mobile of its country.
 */
export type PhoneReason = 'empty' | 'characters' | 'country-code' | 'length' | 'not-mobile';

export type PhoneResult =
  { ok: true; value: { e164: string } } | { ok: false; reason: PhoneReason };

interface NumberPlan {
  countryCode: string;
  /** Written before the number inside the country. */
  trunk: string;
  /** How a mobile begins, without country code and leading 0. */
  mobile: RegExp;
  /** Fewest and most digits of a mobile, and of any other number. */
  mobileDigits: [number, number];
  otherDigits: [number, number];
  /** How the digits are grouped when read out, the leading 0 included; the last group takes what is left. */
  groups: [number, ...number[]];
}

const plans: Record<Market, NumberPlan> = {
  NO: {
    countryCode: '47',
    trunk: '',
    mobile: /^[49]/,
    mobileDigits: [8, 8],
    otherDigits: [8, 8],
    groups: [3, 2, 3],
  },
  SE: {
    countryCode: '46',
    trunk: '0',
    mobile: /^7[02369]/,
    mobileDigits: [9, 9],
    otherDigits: [7, 9],
    groups: [3, 3, 2, 2],
  },
  FI: {
    countryCode: '358',
    trunk: '0',
    mobile: /^(4|50)/,
    mobileDigits: [6, 10],
    otherDigits: [5, 10],
    groups: [3, 3, 4],
  },
  // A Danish number does not show whether it is a mobile.
  DK: {
    countryCode: '45',
    trunk: '',
    mobile: /^[2-9]/,
    mobileDigits: [8, 8],
    otherDigits: [8, 8],
    groups: [2, 2, 2, 2],
  },
};

/** What a market's own numbers begin with when they are written for the whole world, such as "+47". */
export function countryCodeOf(market: Market): string {
  return `+${plans[market].countryCode}`;
}

function parseNational(plan: NumberPlan, text: string): PhoneResult {
  const digits = plan.trunk && text.startsWith(plan.trunk) ? text.slice(1) : text;
  const isMobile = plan.mobile.test(digits);
  const [least, most] = isMobile ? plan.mobileDigits : plan.otherDigits;
  if (digits.length < least || digits.length > most) return { ok: false, reason: 'length' };
  return isMobile
    ? { ok: true, value: { e164: `+${plan.countryCode}${digits}` } }
    : { ok: false, reason: 'not-mobile' };
}

/**
 * Reads a mobile number as people type it into E.164 (`+4740000000`), which never starts with 00 (M-05). Without a
 * country code it is a number of the market; numbers of other countries are `+` (or 00) and 8 to 15 digits.
 */
export function parsePhone(market: Market, text: string): PhoneResult {
  const clean = text
    .normalize('NFKC')
    // "+46 (0)70" names the leading 0 only to say that it falls away.
    .replace(/(\+.*)\(0\)/, '$1')
    .replace(/[\s\p{Cf}\p{Pd}\u2212()./]/gu, '')
    .replace(/^00/, '+');
  if (!clean) return { ok: false, reason: 'empty' };
  if (!/^\+?\d*$/.test(clean)) return { ok: false, reason: 'characters' };

  const home = plans[market];
  if (!clean.startsWith('+')) {
    const national = parseNational(home, clean);
    if (national.ok || !clean.startsWith(home.countryCode)) return national;
    // "4740000000": the country code without its plus.
    const withCode = parseNational(home, clean.slice(home.countryCode.length));
    return withCode.ok ? withCode : national;
  }
  const digits = clean.slice(1);
  if (!/^[1-9]/.test(digits)) return { ok: false, reason: 'country-code' };
  const plan = Object.values(plans).find(({ countryCode }) => digits.startsWith(countryCode));
  if (plan) return parseNational(plan, digits.slice(plan.countryCode.length));
  return /^\d{8,15}$/.test(digits)
    ? { ok: true, value: { e164: clean } }
    : { ok: false, reason: 'length' };
}

/** An E.164 number as people of the market read it: their own without country code, the neighbours' grouped, others as they are. */
export function formatPhone(market: Market, e164: string): string {
  const entry = Object.entries(plans).find(([, plan]) => e164.startsWith(`+${plan.countryCode}`));
  if (!entry) return e164;
  const [country, { countryCode, trunk, groups }] = entry;
  const isHome = country === market;
  let rest = e164.slice(countryCode.length + 1);
  // Groups count the leading 0, which falls away behind a country code.
  const sizes = isHome || !trunk ? groups : [groups[0] - 1, ...groups.slice(1)];
  if (isHome) rest = trunk + rest;
  const parts = sizes.map((size, index) => {
    const part = index < sizes.length - 1 ? rest.slice(0, size) : rest;
    rest = rest.slice(part.length);
    return part;
  });
  return [isHome ? '' : `+${countryCode}`, ...parts].filter(Boolean).join(' ');
}
