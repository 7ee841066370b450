import type { Language } from '../../src/contract/index.js';

interface StandardTexts {
  codeSubject: string;
  code: (code: string, clinic: string, minutes: number) => string;
  /**
   * In place of a code, for an address that is not on file with the national ID of the booking (P-42). True both of a patient
   * with another address and of somebody who is none, so that it tells nobody which of the two it is (N-06).
   */
  noCodeSubject: string;
  noCode: (channel: 'sms' | 'email', clinic: string, phone: string) => string;
}

const texts: Record<Language, StandardTexts> = {
  nb: {
    codeSubject: 'Bekreftelseskode',
    code: (code, clinic, minutes) =>
      `${code} er koden din for å bekrefte timen hos ${clinic}. Den gjelder i ${minutes} minutter.`,
    noCodeSubject: 'Ingen kode',
    noCode: (channel, clinic, phone) =>
      channel === 'sms'
        ? `${clinic}: Nummeret er ikke registrert på fødselsnummeret du skrev, så det kommer ingen kode. Ring ${phone}, så hjelper vi deg.`
        : `E-postadressen er ikke registrert hos ${clinic} på fødselsnummeret du skrev, så det kommer ingen kode hit. Har du fått en kode på SMS, kan du bruke den. Hvis ikke, ring ${phone}, så hjelper vi deg.`,
  },
  sv: {
    codeSubject: 'Bekräftelsekod',
    code: (code, clinic, minutes) =>
      `${code} är din kod för att bekräfta tiden hos ${clinic}. Den gäller i ${minutes} minuter.`,
    noCodeSubject: 'Ingen kod',
    noCode: (channel, clinic, phone) =>
      channel === 'sms'
        ? `${clinic}: Numret är inte registrerat på personnumret du skrev, så det kommer ingen kod. Ring ${phone}, så hjälper vi dig.`
        : `E-postadressen är inte registrerad hos ${clinic} på personnumret du skrev, så det kommer ingen kod hit. Har du fått en kod per sms kan du använda den. Ring annars ${phone}, så hjälper vi dig.`,
  },
  fi: {
    codeSubject: 'Vahvistuskoodi',
    code: (code, clinic, minutes) =>
      `${code} on vahvistuskoodisi ajanvaraukseen: ${clinic}. Koodi on voimassa ${minutes} minuuttia.`,
    noCodeSubject: 'Ei koodia',
    noCode: (channel, clinic, phone) =>
      channel === 'sms'
        ? `${clinic}: Numeroa ei ole rekisteröity antamallesi henkilötunnukselle, joten koodia ei lähetetä. Soita ${phone}, niin autamme.`
        : `Sähköpostiosoitetta ei ole rekisteröity antamallesi henkilötunnukselle (${clinic}), joten koodia ei lähetetä tähän osoitteeseen. Jos sait koodin tekstiviestillä, voit käyttää sitä. Muuten soita ${phone}, niin autamme.`,
  },
  da: {
    codeSubject: 'Bekræftelseskode',
    code: (code, clinic, minutes) =>
      `${code} er din kode til at bekræfte tiden hos ${clinic}. Den gælder i ${minutes} minutter.`,
    noCodeSubject: 'Ingen kode',
    noCode: (channel, clinic, phone) =>
      channel === 'sms'
        ? `${clinic}: Nummeret er ikke registreret på det CPR-nummer, du skrev, så der kommer ingen kode. Ring ${phone}, så hjælper vi dig.`
        : `E-mailadressen er ikke registreret hos ${clinic} på det CPR-nummer, du skrev, så der kommer ingen kode hertil. Har du fået en kode på sms, kan du bruge den. Ellers kan du ringe på ${phone}, så hjælper vi dig.`,
  },
  en: {
    codeSubject: 'Confirmation code',
    code: (code, clinic, minutes) =>
      `${code} is your code to confirm the appointment at ${clinic}. It is valid for ${minutes} minutes.`,
    noCodeSubject: 'No code',
    noCode: (channel, clinic, phone) =>
      channel === 'sms'
        ? `${clinic}: This number is not registered with the ID you entered, so there is no code. Call ${phone} and we will help you.`
        : `This e-mail address is not registered at ${clinic} with the ID you entered, so there is no code for it. If a code has come by text message, you can use that one. If not, call ${phone} and we will help you.`,
  },
};

/** The texts of codes in a language, which are not the account's to change. */
export function standardTexts(lang: Language): StandardTexts {
  return texts[lang];
}
