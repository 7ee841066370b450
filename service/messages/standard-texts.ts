import type { Language } from '../../src/contract/index.js';

interface StandardTexts {
  codeSubject: string;
  code: (code: string, clinic: string, minutes: number) => string;
  /** Proves the address of an alert (P-48). */
  alertCode: (code: string, clinic: string, minutes: number) => string;
  /**
   * In place of a code, for an address that is not on file with the national ID of the booking (P-42). True both of a patient
   * with another address and of somebody who is none, so that it tells nobody which of the two it is (N-06).
   */
  noCodeSubject: string;
  noCode: (channel: 'sms' | 'email', clinic: string) => string;
  /** Follows where the clinic has a number. */
  call: (phone: string) => string;
}

const texts: Record<Language, StandardTexts> = {
  nb: {
    codeSubject: 'Bekreftelseskode',
    code: (code, clinic, minutes) =>
      `${code} er koden din for å bekrefte timen hos ${clinic}. Den gjelder i ${minutes} minutter.`,
    alertCode: (code, clinic, minutes) =>
      `${code} er koden din for å få beskjed om tidligere timer hos ${clinic}. Den gjelder i ${minutes} minutter.`,
    noCodeSubject: 'Ingen kode',
    noCode: (channel, clinic) =>
      channel === 'sms'
        ? `${clinic}: Nummeret er ikke registrert på fødselsnummeret du skrev, så det kommer ingen kode.`
        : `E-postadressen er ikke registrert hos ${clinic} på fødselsnummeret du skrev, så det kommer ingen kode hit. Har du fått en kode på SMS, kan du bruke den.`,
    call: (phone) => `Trenger du hjelp, ring ${phone}.`,
  },
  sv: {
    codeSubject: 'Bekräftelsekod',
    code: (code, clinic, minutes) =>
      `${code} är din kod för att bekräfta tiden hos ${clinic}. Den gäller i ${minutes} minuter.`,
    alertCode: (code, clinic, minutes) =>
      `${code} är din kod för att få besked om tidigare tider hos ${clinic}. Den gäller i ${minutes} minuter.`,
    noCodeSubject: 'Ingen kod',
    noCode: (channel, clinic) =>
      channel === 'sms'
        ? `${clinic}: Numret är inte registrerat på personnumret du skrev, så det kommer ingen kod.`
        : `E-postadressen är inte registrerad hos ${clinic} på personnumret du skrev, så det kommer ingen kod hit. Har du fått en kod per sms kan du använda den.`,
    call: (phone) => `Ring ${phone} om du behöver hjälp.`,
  },
  fi: {
    codeSubject: 'Vahvistuskoodi',
    code: (code, clinic, minutes) =>
      `${code} on vahvistuskoodisi ajanvaraukseen: ${clinic}. Koodi on voimassa ${minutes} minuuttia.`,
    alertCode: (code, clinic, minutes) =>
      `${code} on koodisi viesteihin aikaisemmista ajoista: ${clinic}. Koodi on voimassa ${minutes} minuuttia.`,
    noCodeSubject: 'Ei koodia',
    noCode: (channel, clinic) =>
      channel === 'sms'
        ? `${clinic}: Numeroa ei ole rekisteröity antamallesi henkilötunnukselle, joten koodia ei lähetetä.`
        : `Sähköpostiosoitetta ei ole rekisteröity antamallesi henkilötunnukselle (${clinic}), joten koodia ei lähetetä tähän osoitteeseen. Jos sait koodin tekstiviestillä, voit käyttää sitä.`,
    call: (phone) => `Jos tarvitset apua, soita ${phone}.`,
  },
  da: {
    codeSubject: 'Bekræftelseskode',
    code: (code, clinic, minutes) =>
      `${code} er din kode til at bekræfte tiden hos ${clinic}. Den gælder i ${minutes} minutter.`,
    alertCode: (code, clinic, minutes) =>
      `${code} er din kode til at få besked om tidligere tider hos ${clinic}. Den gælder i ${minutes} minutter.`,
    noCodeSubject: 'Ingen kode',
    noCode: (channel, clinic) =>
      channel === 'sms'
        ? `${clinic}: Nummeret er ikke registreret på det CPR-nummer, du skrev, så der kommer ingen kode.`
        : `E-mailadressen er ikke registreret hos ${clinic} på det CPR-nummer, du skrev, så der kommer ingen kode hertil. Har du fået en kode på sms, kan du bruge den.`,
    call: (phone) => `Har du brug for hjælp, så ring på ${phone}.`,
  },
  en: {
    codeSubject: 'Confirmation code',
    code: (code, clinic, minutes) =>
      `${code} is your code to confirm the appointment at ${clinic}. It is valid for ${minutes} minutes.`,
    alertCode: (code, clinic, minutes) =>
      `${code} is your code to be told of earlier times at ${clinic}. It is valid for ${minutes} minutes.`,
    noCodeSubject: 'No code',
    noCode: (channel, clinic) =>
      channel === 'sms'
        ? `${clinic}: This number is not registered with the ID you entered, so there is no code.`
        : `This e-mail address is not registered at ${clinic} with the ID you entered, so there is no code for it. If a code has come by text message, you can use that one.`,
    call: (phone) => `If you need help, call ${phone}.`,
  },
};

/** The texts of codes in a language, which are not the account's to change. */
export function standardTexts(lang: Language): StandardTexts {
  return texts[lang];
}
