import { dropInvisible } from './typed-text.js';

/** What is wrong with a text that is no name: nothing typed, something but letters, more than 100 characters. */
export type PersonNameReason = 'empty' | 'characters' | 'length';

export type PersonNameResult =
  { ok: true; value: { name: string } } | { ok: false; reason: PersonNameReason };

/**
 * Reads a first or last name: letters of any script with spaces, hyphens, apostrophes, dots and joiners between them,
 * and an apostrophe in front where it belongs there (`’t Hooft`).
 * Outer spaces and invisible characters fall away, inner spaces become one; at most 100 characters, as the API takes them.
 */
export function parsePersonName(text: string): PersonNameResult {
  const name = dropInvisible(text.normalize('NFC')).trim().replace(/\s+/g, ' ');
  if (!name) return { ok: false, reason: 'empty' };
  if (name.length > 100) return { ok: false, reason: 'length' };
  return /^['’‘]?\p{L}[\p{L}\p{M} '’‘`´.·\p{Pd}\u200c\u200d]*$/u.test(name)
    ? { ok: true, value: { name } }
    : { ok: false, reason: 'characters' };
}
