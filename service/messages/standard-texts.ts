import type { Language } from '../../src/contract/index.js';

interface StandardTexts {
  codeSubject: string;
  code: (code: string, clinic: string, minutes: number) => string;
}

const texts: Record<Language, StandardTexts> = {
  nb: {
    codeSubject: 'Bekreftelseskode',
    code: (code, clinic, minutes) =>
      `${code} er koden din for å bekrefte timen hos ${clinic}. Den gjelder i ${minutes} minutter.`,
  },
  sv: {
    codeSubject: 'Bekräftelsekod',
    code: (code, clinic, minutes) =>
      `${code} är din kod för att bekräfta tiden hos ${clinic}. Den gäller i ${minutes} minuter.`,
  },
  fi: {
    codeSubject: 'Vahvistuskoodi',
    code: (code, clinic, minutes) =>
      `${code} on vahvistuskoodisi ajanvaraukseen: ${clinic}. Koodi on voimassa ${minutes} minuuttia.`,
  },
  da: {
    codeSubject: 'Bekræftelseskode',
    code: (code, clinic, minutes) =>
      `${code} er din kode til at bekræfte tiden hos ${clinic}. Den gælder i ${minutes} minutter.`,
  },
  en: {
    codeSubject: 'Confirmation code',
    code: (code, clinic, minutes) =>
      `${code} is your code to confirm the appointment at ${clinic}. It is valid for ${minutes} minutes.`,
  },
};

/** The texts of codes in a language, which are not the account's to change. */
export function standardTexts(lang: Language): StandardTexts {
  return texts[lang];
}
