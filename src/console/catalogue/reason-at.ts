import type { Language, Me } from '../../contract/index.js';
import { mayAt, mayEverywhere, maySomewhere } from '../state/console-context.js';
import { fill, inLanguage } from '../words/in-language.js';
import { rightWords, shellWords } from '../words/shell-words.js';
import { catalogueWords } from './catalogue-words.js';

/** Whether somebody may change what belongs to all of these clinics; without one it belongs to the whole account (C-01). */
export function mayChangeAt(me: Me, clinics: readonly string[]): boolean {
  return clinics.length === 0
    ? mayEverywhere(me, 'catalogue')
    : clinics.every((clinic) => mayAt(me, 'catalogue', clinic));
}

/** Why somebody may not change what belongs to these clinics; undefined where they may (C-01). */
export function reasonAt(
  me: Me | undefined,
  clinics: readonly string[],
  language: Language,
): string | undefined {
  if (!me || mayChangeAt(me, clinics)) return undefined;
  const { catalogue: right } = inLanguage(rightWords, language);
  return maySomewhere(me, 'catalogue')
    ? fill(inLanguage(catalogueWords, language).onlyAtSome, { right })
    : fill(inLanguage(shellWords, language).missingRight, { right });
}
