import type { Account, Language, OwnTexts } from '../contract/index.js';

/**
 * The account's own texts in `language` if it has one of `fields` in it, else as they are, with the language they are in. Name
 * the fields that are read as one, such as heading and text, so that no box mixes two languages (P-07, P-08, P-27).
 */
export function ownTexts(
  { texts, textLanguage }: Account,
  language: Language,
  ...fields: (keyof OwnTexts)[]
): OwnTexts & { lang: Language } {
  const translation = texts.translations?.[language];
  return translation && fields.some((field) => translation[field])
    ? { ...translation, lang: language }
    : { ...texts, lang: textLanguage };
}

/** The account's own welcome, heading and text in one language; undefined: the standard one stands in its place (P-06, P-07). */
export function ownWelcome(account: Account, language: Language) {
  const fields = ['welcomeHeading', 'welcomeText'] as const;
  const {
    welcomeHeading: heading,
    welcomeText: text,
    lang,
  } = ownTexts(account, language, ...fields);
  return (heading ?? text) ? { heading, text, lang } : undefined;
}

/** What the consent box says (P-28): text and link each in `language` if the account has them in it, and the language of the text. */
export function consentWords(account: Account, language: Language) {
  const { consentText: text, lang } = ownTexts(account, language, 'consentText');
  const { consentUrl: url } = ownTexts(account, language, 'consentUrl');
  return { text, url, lang: text ? lang : language };
}
