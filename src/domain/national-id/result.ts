import type { CivilDate } from '../civil-date.js';

/** The kinds of national ID that the four markets issue. */
export type NationalIdKind =
  // Norway
  | 'fodselsnummer'
  | 'd-number'
  | 'h-number'
  | 'synthetic'
  // Sweden
  | 'personnummer'
  | 'samordningsnummer'
  // Finland
  | 'henkilotunnus'
  | 'temporary'
  // Denmark
  | 'cpr'
  | 'cpr-replacement';

/**
 * What is wrong with a text that is no national ID:
 * `empty` nothing typed · `characters` something that never stands there · `length` too few or too many ·
 * `sign` the sign of the century is missing, unknown or in the wrong place (FI, SE) · `date` no day of the calendar ·
 * `future` a birth date after today · `individual-number` one that is never given out (FI 000 and 001, SE 000) ·
 * `checksum` the control digits say that some character is wrong.
 */
export type NationalIdReason =
  'empty' | 'characters' | 'length' | 'sign' | 'date' | 'future' | 'individual-number' | 'checksum';

/** A national ID that keeps every rule of its country. */
export interface NationalId {
  /** The one form to store and compare: NO 11 digits, SE 12 digits, FI 11 characters with the sign, DK 10 digits. */
  normalized: string;
  kind: NationalIdKind;
  /** Only where the number itself is sure of day and century. */
  birthDate?: CivilDate;
}

export type NationalIdResult =
  { ok: true; value: NationalId } | { ok: false; reason: NationalIdReason };

/** What the rules of one market make of a text that holds no separators any more. */
export type Reading = NationalId | NationalIdReason;

/** The numbers in the digits of a text, `size` digits at a time, such as day, month and year. */
export function digitGroups(text: string, size: number): number[] {
  return (text.match(new RegExp(`\\d{${size}}`, 'g')) ?? []).map(Number);
}
