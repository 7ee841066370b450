import type { Language } from '../../../src/contract/index.js';

/** What a message about a booking tells. */
export interface BookingWords {
  clinic: string;
  phone: string;
  address: string;
  clinician: string;
  treatment: string;
  /** Date and time in words. */
  when: string;
}

interface StandardTexts {
  codeSubject: string;
  code: (code: string, clinic: string, minutes: number) => string;
  bookedSubject: string;
  booked: (words: BookingWords) => string;
}

const texts: Record<Language, StandardTexts> = {
  nb: {
    codeSubject: 'Bekreftelseskode',
    code: (code, clinic, minutes) =>
      `${code} er koden din for å bekrefte timen hos ${clinic}. Den gjelder i ${minutes} minutter.`,
    bookedSubject: 'Timebestilling bekreftet',
    booked: ({ clinic, phone, address, clinician, treatment, when }) =>
      `Du har bestilt ${treatment} hos ${clinician}, ${clinic}, ${when}. Adresse: ${address}. For å endre eller avbestille: ring ${phone}.`,
  },
  sv: {
    codeSubject: 'Bekräftelsekod',
    code: (code, clinic, minutes) =>
      `${code} är din kod för att bekräfta tiden hos ${clinic}. Den gäller i ${minutes} minuter.`,
    bookedSubject: 'Bokningsbekräftelse',
    booked: ({ clinic, phone, address, clinician, treatment, when }) =>
      `Du har bokat ${treatment} hos ${clinician}, ${clinic}, ${when}. Adress: ${address}. För att ändra eller avboka: ring ${phone}.`,
  },
  fi: {
    codeSubject: 'Vahvistuskoodi',
    code: (code, clinic, minutes) =>
      `${code} on vahvistuskoodisi ajanvaraukseen: ${clinic}. Koodi on voimassa ${minutes} minuuttia.`,
    bookedSubject: 'Ajanvaraus vahvistettu',
    booked: ({ clinic, phone, address, clinician, treatment, when }) =>
      `Olet varannut ajan: ${treatment}, ${clinician}, ${clinic}, ${when}. Osoite: ${address}. Siirrä tai peruuta soittamalla: ${phone}.`,
  },
  da: {
    codeSubject: 'Bekræftelseskode',
    code: (code, clinic, minutes) =>
      `${code} er din kode til at bekræfte tiden hos ${clinic}. Den gælder i ${minutes} minutter.`,
    bookedSubject: 'Tidsbestilling bekræftet',
    booked: ({ clinic, phone, address, clinician, treatment, when }) =>
      `Du har bestilt ${treatment} hos ${clinician}, ${clinic}, ${when}. Adresse: ${address}. Ring ${phone}, hvis du vil ændre eller aflyse.`,
  },
  en: {
    codeSubject: 'Confirmation code',
    code: (code, clinic, minutes) =>
      `${code} is your code to confirm the appointment at ${clinic}. It is valid for ${minutes} minutes.`,
    bookedSubject: 'Appointment confirmed',
    booked: ({ clinic, phone, address, clinician, treatment, when }) =>
      `You have booked ${treatment} with ${clinician}, ${clinic}, ${when}. Address: ${address}. To move or cancel, call ${phone}.`,
  },
};

/** The standard texts of a language, until an account has its own (M-01, M-02). */
export function standardTexts(lang: Language): StandardTexts {
  return texts[lang];
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Date and time of an instant in a language and zone, such as `mandag 23. november 2026 kl. 08:00`. */
export function whenInWords(instant: number, lang: Language, timeZone: string): string {
  const key = `${lang} ${timeZone}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, {
      timeZone,
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    formats.set(key, format);
  }
  return format.format(instant);
}
