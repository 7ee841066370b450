import type {
  FieldProblem,
  Language,
  OwnTexts,
  Texts,
  TextsPatch,
} from '../../src/contract/index.js';

type Translations = NonNullable<Texts['translations']>;

/** A translation into the language that the texts are written in would hide them; taking one out is no problem. */
export function checkTexts({ translations }: TextsPatch, textLanguage: Language): FieldProblem[] {
  const isWritten = Object.values(translations?.[textLanguage] ?? {}).some(Boolean);
  return isWritten ? [{ path: `translations.${textLanguage}`, code: 'own-language' }] : [];
}

/** The texts after a patch, field by field and language by language; an empty text is removed (S-05). */
export function changedTexts(
  before: Texts,
  { translations: patch = {}, ...own }: TextsPatch,
): Texts {
  const { translations: former = {}, ...texts } = before;
  const languages = Object.keys({ ...former, ...patch }) as Language[];
  const translations = Object.fromEntries(
    languages
      .map((language) => [language, merged<OwnTexts>(former[language], patch[language])] as const)
      .filter(([, translation]) => Object.keys(translation).length > 0),
  ) as Translations;
  return {
    ...merged(texts, own),
    // Consent is stored with its version, so there is always one (P-28).
    consentVersion: own.consentVersion || before.consentVersion,
    ...(Object.keys(translations).length > 0 ? { translations } : {}),
  };
}

function merged<Some extends object>(before?: Some, patch?: Some): Some {
  const changed = Object.entries({ ...before, ...patch });
  return Object.fromEntries(
    changed.filter(([, text]) => text !== '' && text !== undefined),
  ) as Some;
}
