import type { ConsentText, Language, Texts } from '../../src/contract/index.js';

/** What patients consent to, by the language that it is written in; none: the widget's own sentence in every language. */
export type ConsentTexts = Partial<Record<Language, ConsentText>>;

/** The longest version that a booking may send back. */
const longest = 64;

/** What patients of an account consent to; the own texts hide a translation into their language. */
export function consentTextsOf(texts: Texts, textLanguage: Language): ConsentTexts {
  const { translations = {} } = texts;
  const written = { ...translations, [textLanguage]: texts } as Record<string, ConsentText>;
  const texted = Object.entries(written)
    .sort(([one], [other]) => one.localeCompare(other))
    .flatMap(([language, { consentText, consentUrl }]) => {
      const text = {
        ...(consentText ? { consentText } : {}),
        ...(consentUrl ? { consentUrl } : {}),
      };
      return Object.keys(text).length > 0 ? [[language, text] as const] : [];
    });
  return Object.fromEntries(texted);
}

/** Whether patients consent to the same. */
export function isSameConsent(one: ConsentTexts, other: ConsentTexts): boolean {
  const plain = (texts: ConsentTexts) =>
    JSON.stringify(
      Object.entries(texts)
        .map(([language, { consentText, consentUrl }]) => [language, consentText, consentUrl])
        .sort(([one = ''], [other = '']) => one.localeCompare(other)),
    );
  return plain(one) === plain(other);
}

/**
 * The version of a text: the one that staff gave it, or, where that stands for another text already, the next that stands for
 * none, `2026-01+2` after `2026-01`. `known` are all former versions; what a patient consented to can be proven by them (P-28).
 */
export function consentVersionOf(
  given: string,
  texts: ConsentTexts,
  known: ReadonlyMap<string, ConsentTexts>,
): string {
  const isFree = (version: string) => {
    const former = known.get(version);
    return !former || isSameConsent(former, texts);
  };
  if (isFree(given)) return given;
  const [, base = '', number = '1'] = /^(.*?)(?:\+(\d{1,6}))?$/s.exec(given) ?? [];
  for (let next = Number(number) + 1; ; next += 1) {
    const suffix = `+${next}`;
    const version = base.slice(0, longest - suffix.length) + suffix;
    if (isFree(version)) return version;
  }
}
