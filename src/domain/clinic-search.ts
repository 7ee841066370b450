import type { Clinic } from '../contract/index.js';
import { kilometresBetween, type Place } from './distance.js';
import type { ClinicSection } from './options.js';
import { foldDigits } from './typed-text.js';

/** What is left of a long list of clinics. */
export interface NarrowedClinics {
  readonly sections: readonly ClinicSection[];
  /** Kilometres to each clinic, by its id, where they are asked for and known. */
  readonly distances: ReadonlyMap<string, number>;
}

/** From this length on, a word may also stand inside a longer one: "klinikk" in "tannklinikken". */
const innerLength = 4;

/**
 * A text as it is compared: without case and accents, and with the Nordic letters as people type them who have no key
 * for them: ø, ö and oe are o; æ, ä and ae, å and aa are a. Digits of every script are 0 to 9.
 */
export function foldText(text: string): string {
  return spellOut(text)
    .replace(/oe+/g, 'o')
    .replace(/a[ae]+/g, 'a');
}

/** The folded words of a text. */
export function wordsOf(text: string, fold = foldText): string[] {
  return fold(text)
    .split(/[^\p{L}\d]+/u)
    .filter(Boolean);
}

/** Without case and accents, æ and ø in two letters: a slip in one of the two is a slip of one letter only here. */
function spellOut(text: string): string {
  return foldDigits(text)
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[øœ]/g, 'oe')
    .replace(/æ/g, 'ae');
}

/** The sections with the clinics that have every word of `query` in name, address, postcode, city or group. */
export function findClinics(
  sections: readonly ClinicSection[],
  query: string,
): readonly ClinicSection[] {
  return clinicsWith(sections, query, isFound);
}

/** The sections with the clinics of which, for every word that was typed, some word of theirs fits. */
export function clinicsWith(
  sections: readonly ClinicSection[],
  query: string,
  fits: (typed: string, word: string) => boolean,
): readonly ClinicSection[] {
  const asked = wordsOf(query).map((word, index) => [word, wordsOf(query, spellOut)[index]!]);
  return sections.flatMap((section) => {
    const clinics = section.clinics.filter((clinic) => {
      const words = searchWordsOf(clinic, section.group?.name);
      return asked.every((ways) => words.some((word) => ways.some((typed) => fits(typed, word))));
    });
    // "Any in the group" stands for all of it, not for what is found.
    const any = section.any && clinics.length === section.clinics.length;
    return clinics.length > 0 ? { ...section, any, clinics } : [];
  });
}

/** All clinics of the sections in one list, the nearest first; those whose place is unknown keep their order, last. */
export function sortByDistance(sections: readonly ClinicSection[], from: Place): NarrowedClinics {
  const clinics = sections.flatMap((section) => section.clinics);
  const distances = new Map(
    clinics.flatMap((clinic): [string, number][] => {
      const place = placeOf(clinic);
      return place ? [[clinic.id, kilometresBetween(from, place)]] : [];
    }),
  );
  const far = ({ id }: Clinic) => distances.get(id) ?? Infinity;
  // Infinity less itself is no number, so the farthest two are compared first.
  const sorted = [...clinics].sort((one, other) =>
    far(one) === far(other) ? 0 : far(one) - far(other),
  );
  return { sections: sorted.length > 0 ? [{ any: false, clinics: sorted }] : [], distances };
}

/** Where a clinic lies, when the account says so. */
export function placeOf({ latitude, longitude }: Clinic): Place | undefined {
  return latitude === undefined || longitude === undefined ? undefined : { latitude, longitude };
}

/** What a clinic is found by: the words of its name, address, postcode, city and group, folded and spelled out. */
function searchWordsOf(clinic: Clinic, group = ''): readonly string[] {
  const { name, address1, address2 = '', postalCode, city } = clinic;
  // "123 45" is found as "12345", too.
  const digits = postalCode.replace(/\s/g, '');
  const all = [name, address1, address2, postalCode, digits, city, group].join(' ');
  return [...wordsOf(all), ...wordsOf(all, spellOut)];
}

function isFound(word: string, inWord: string): boolean {
  // Numbers only from their beginning: 0150 is not 50.
  const mayBeInside = word.length >= innerLength && !/^\d/.test(word);
  return mayBeInside ? inWord.includes(word) : inWord.startsWith(word);
}
