import type { Market } from '../contract/primitives.js';
import { foldDigits } from './typed-text.js';

/**
 * What is wrong with a text that is no mobile number: `empty` · `characters` something that no number holds ·
 * `country-code` a `+` or 00 with no country after it · `length` too few or too many digits ·
 * `not-mobile` the length fits, but it is no mobile of its country · `service-number` toll-free, shared-cost or premium,
 * which no SMS reaches.
 */
export type PhoneReason =
  'empty' | 'characters' | 'country-code' | 'length' | 'not-mobile' | 'service-number';

export type PhoneResult =
  { ok: true; value: { e164: string } } | { ok: false; reason: PhoneReason };

interface NumberPlan {
  countryCode: string;
  /** Written before the number inside the country. */
  trunk: string;
  /** How a mobile begins, without country code and leading 0. */
  mobile: RegExp;
  /** How toll-free, shared-cost and premium numbers begin, in the same way. */
  service: RegExp;
  /** Fewest and most digits of a mobile, and of any other number. */
  mobileDigits: [number, number];
  otherDigits: [number, number];
  /** How the digits are grouped when read out, the leading 0 included; the last group takes what is left. */
  groups: [number, ...number[]];
}

/**
 * Ranges by the national numbering plans: Nkom, "Nummerplan for telefoni m.m." (8-series); PTS, "Svensk nummerplan för
 * telefoni" (020, 077, 0900, 0939, 0944, 099); Traficom, regulation 32 on numbering (0800, 0600, 0606, 0700, 0707, 0708); the Danish
 * numbering plan (Den danske nummerplan: 80 toll-free, 90 premium).
 */
const plans: Record<Market, NumberPlan> = {
  NO: {
    countryCode: '47',
    trunk: '',
    mobile: /^[49]/,
    service: /^8[0-2]/,
    mobileDigits: [8, 8],
    otherDigits: [8, 8],
    groups: [3, 2, 3],
  },
  SE: {
    countryCode: '46',
    trunk: '0',
    mobile: /^7[02369]/,
    service: /^(20|77|900|939|944|99)/,
    mobileDigits: [9, 9],
    otherDigits: [7, 9],
    groups: [3, 3, 2, 2],
  },
  FI: {
    countryCode: '358',
    trunk: '0',
    mobile: /^(4|50)/,
    service: /^(800|600|606|70[078])/,
    mobileDigits: [6, 10],
    otherDigits: [5, 10],
    groups: [3, 3, 4],
  },
  // A Danish number does not show whether it is a mobile; `service` names those that are none.
  DK: {
    countryCode: '45',
    trunk: '',
    mobile: /^[2-9]/,
    service: /^[89]0/,
    mobileDigits: [8, 8],
    otherDigits: [8, 8],
    groups: [2, 2, 2, 2],
  },
};

/** Toll-free, shared-cost and premium numbers of all countries together (ITU-T E.164, E.169: +800, +808, +979). */
const international = /^(80[08]|979)/;

/** What a market's own numbers begin with when they are written for the whole world, such as "+47". */
export function countryCodeOf(market: Market): string {
  return `+${plans[market].countryCode}`;
}

function parseNational(plan: NumberPlan, text: string): PhoneResult {
  const digits = plan.trunk && text.startsWith(plan.trunk) ? text.slice(1) : text;
  if (plan.service.test(digits)) return { ok: false, reason: 'service-number' };
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
  const clean = foldDigits(text)
    // "+46 (0)70" names the leading 0 only to say that it falls away.
    .replace(/(\+.*)\(0\)/, '$1')
    .replace(/[\s\p{Pd}\u2212()./]/gu, '')
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
  if (international.test(digits)) return { ok: false, reason: 'service-number' };
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
