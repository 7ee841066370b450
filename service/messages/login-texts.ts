import type { Language } from '../../src/contract/index.js';

interface LoginTexts {
  /** The SMS that brings a login code (P-33). */
  login: (code: string, account: string, minutes: number) => string;
  /** The SMS and e-mail that bring a code for moving and cancelling (P-43). */
  change: (code: string, account: string, minutes: number) => string;
  changeSubject: string;
}

const texts: Record<Language, LoginTexts> = {
  nb: {
    login: (code, account, minutes) =>
      `${code} er koden din for å logge inn hos ${account}. Den gjelder i ${minutes} minutter. Gi den aldri til andre.`,
    change: (code, account, minutes) =>
      `${code} er koden din for å endre eller avbestille timer hos ${account}. Den gjelder i ${minutes} minutter. Gi den aldri til andre.`,
    changeSubject: 'Bekreftelseskode',
  },
  sv: {
    login: (code, account, minutes) =>
      `${code} är din kod för att logga in hos ${account}. Den gäller i ${minutes} minuter. Ge den aldrig till någon annan.`,
    change: (code, account, minutes) =>
      `${code} är din kod för att omboka eller avboka tider hos ${account}. Den gäller i ${minutes} minuter. Ge den aldrig till någon annan.`,
    changeSubject: 'Bekräftelsekod',
  },
  fi: {
    login: (code, account, minutes) =>
      `${code} on kirjautumiskoodisi: ${account}. Koodi on voimassa ${minutes} minuuttia. Älä anna sitä muille.`,
    change: (code, account, minutes) =>
      `${code} on koodisi aikojen siirtämiseen ja peruuttamiseen: ${account}. Koodi on voimassa ${minutes} minuuttia. Älä anna sitä muille.`,
    changeSubject: 'Vahvistuskoodi',
  },
  da: {
    login: (code, account, minutes) =>
      `${code} er din kode til at logge ind hos ${account}. Den gælder i ${minutes} minutter. Giv den aldrig til andre.`,
    change: (code, account, minutes) =>
      `${code} er din kode til at flytte eller aflyse tider hos ${account}. Den gælder i ${minutes} minutter. Giv den aldrig til andre.`,
    changeSubject: 'Bekræftelseskode',
  },
  en: {
    login: (code, account, minutes) =>
      `${code} is your code to log in at ${account}. It is valid for ${minutes} minutes. Never give it to anybody.`,
    change: (code, account, minutes) =>
      `${code} is your code to move or cancel appointments at ${account}. It is valid for ${minutes} minutes. Never give it to anybody.`,
    changeSubject: 'Confirmation code',
  },
};

/** The texts of a language that bring the codes of logins and sessions; no account changes them. */
export function loginTexts(lang: Language): LoginTexts {
  return texts[lang];
}
