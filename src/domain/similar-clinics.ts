import type { Clinic } from '../contract/index.js';
import { clinicsWith, wordsOf } from './clinic-search.js';
import type { ClinicSection } from './options.js';

/** What is shown where no clinic has what was searched for (P-12). */
export interface SimilarClinics {
  /** `nearest` by postcode, or `spelling`: words with one slip. */
  readonly kind: 'nearest' | 'spelling';
  readonly sections: readonly ClinicSection[];
}

/** So many of the nearest by postcode. */
const manyNearest = 5;
/** Shorter words are too much like others. */
const shortestWord = 4;

/**
 * Clinics near a postcode that none of them has, or those whose words differ by one slip from what was typed: a letter too many,
 * too few, another one, or two that changed places. Undefined where there are none.
 */
export function similarClinics(
  sections: readonly ClinicSection[],
  query: string,
): SimilarClinics | undefined {
  const postcode = wordsOf(query).join('');
  if (/^\d{4,5}$/.test(postcode)) return nearPostcode(sections, postcode);
  const alike = clinicsWith(sections, query, beginsAlike);
  return alike.length > 0 ? { kind: 'spelling', sections: alike } : undefined;
}

/** Postcodes go by regions, so those that begin alike lie together, and the next number is the next district. */
function nearPostcode(
  sections: readonly ClinicSection[],
  postcode: string,
): SimilarClinics | undefined {
  const all = sections
    .flatMap(({ clinics }) => clinics)
    .map((clinic) => ({ clinic, own: postcodeOf(clinic) }))
    .filter(({ own }) => own.length === postcode.length);
  const region = [2, 1]
    .map((length) => all.filter(({ own }) => own.startsWith(postcode.slice(0, length))))
    .find((near) => near.length > 0);
  if (!region) return undefined;
  const far = (own: string) => Math.abs(Number(own) - Number(postcode));
  const clinics = region
    .sort((one, other) => far(one.own) - far(other.own))
    .slice(0, manyNearest)
    .map(({ clinic }) => clinic);
  return { kind: 'nearest', sections: [{ any: false, clinics }] };
}

function postcodeOf({ postalCode }: Clinic): string {
  return wordsOf(postalCode).join('');
}

/** True when a word begins with what was typed, but for one slip; numbers and short words have to be right. */
function beginsAlike(typed: string, word: string): boolean {
  if (word.startsWith(typed)) return true;
  if (typed.length < shortestWord || /\d/.test(typed)) return false;
  const at = [...typed].findIndex((letter, index) => letter !== word[index]);
  const rest = typed.slice(at + 1);
  return (
    // Another letter, one too many, one too few, two that changed places.
    word.startsWith(rest, at + 1) ||
    word.startsWith(rest, at) ||
    word.startsWith(typed.slice(at), at + 1) ||
    (typed[at] === word[at + 1] &&
      typed[at + 1] === word[at] &&
      word.startsWith(typed.slice(at + 2), at + 2))
  );
}
