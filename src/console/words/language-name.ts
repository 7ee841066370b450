import type { Language } from '../../contract/index.js';

/** What a language is called in another. */
export function languageName(language: Language, inLanguage: Language): string {
  // The languages of Norway have one name together, as people use it.
  const code = language === 'nb' ? 'no' : language;
  return new Intl.DisplayNames([inLanguage], { type: 'language' }).of(code) ?? language;
}
