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
  movedSubject: string;
  moved: (words: BookingWords) => string;
  cancelledSubject: string;
  cancelled: (words: BookingWords) => string;
}

const texts: Record<Language, StandardTexts> = {
  nb: {
    codeSubject: 'Bekreftelseskode',
    code: (code, clinic, minutes) =>
      `${code} er koden din for å bekrefte timen hos ${clinic}. Den gjelder i ${minutes} minutter.`,
    bookedSubject: 'Timebestilling bekreftet',
    booked: ({ clinic, phone, address, clinician, treatment, when }) =>
      `Du har bestilt ${treatment} hos ${clinician}, ${clinic}, ${when}. Adresse: ${address}. For å endre eller avbestille: ring ${phone}.`,
    movedSubject: 'Timen er flyttet',
    moved: ({ clinic, phone, address, clinician, when }) =>
      `Timen din hos ${clinician}, ${clinic} er flyttet. Ny tid: ${when}. Adresse: ${address}. For å endre eller avbestille: ring ${phone}.`,
    cancelledSubject: 'Timen er avbestilt',
    cancelled: ({ clinic, phone, when }) =>
      `Du har avbestilt timen din hos ${clinic}, ${when}. For ny time: ring ${phone}.`,
  },
  sv: {
    codeSubject: 'Bekräftelsekod',
    code: (code, clinic, minutes) =>
      `${code} är din kod för att bekräfta tiden hos ${clinic}. Den gäller i ${minutes} minuter.`,
    bookedSubject: 'Bokningsbekräftelse',
    booked: ({ clinic, phone, address, clinician, treatment, when }) =>
      `Du har bokat ${treatment} hos ${clinician}, ${clinic}, ${when}. Adress: ${address}. Om du vill omboka eller avboka, ring ${phone}.`,
    movedSubject: 'Din tid är ombokad',
    moved: ({ clinic, phone, address, clinician, when }) =>
      `Din tid hos ${clinician}, ${clinic} är ombokad. Ny tid: ${when}. Adress: ${address}. Om du vill omboka eller avboka, ring ${phone}.`,
    cancelledSubject: 'Din tid är avbokad',
    cancelled: ({ clinic, phone, when }) =>
      `Du har avbokat din tid hos ${clinic}, ${when}. Om du vill boka en ny tid, ring ${phone}.`,
  },
  fi: {
    codeSubject: 'Vahvistuskoodi',
    code: (code, clinic, minutes) =>
      `${code} on vahvistuskoodisi ajanvaraukseen: ${clinic}. Koodi on voimassa ${minutes} minuuttia.`,
    bookedSubject: 'Varausvahvistus',
    booked: ({ clinic, phone, address, clinician, treatment, when }) =>
      `Olet varannut ajan: ${treatment}, ${clinician}, ${clinic}, ${when}. Osoite: ${address}. Jos haluat siirtää tai peruuttaa ajan, soita ${phone}.`,
    movedSubject: 'Aikasi on siirretty',
    moved: ({ clinic, phone, address, clinician, when }) =>
      `Aikasi on siirretty: ${clinician}, ${clinic}. Uusi aika: ${when}. Osoite: ${address}. Jos haluat siirtää tai peruuttaa ajan, soita ${phone}.`,
    cancelledSubject: 'Aikasi on peruttu',
    cancelled: ({ clinic, phone, when }) =>
      `Olet peruuttanut aikasi: ${clinic}, ${when}. Uuden ajan saat numerosta ${phone}.`,
  },
  da: {
    codeSubject: 'Bekræftelseskode',
    code: (code, clinic, minutes) =>
      `${code} er din kode til at bekræfte tiden hos ${clinic}. Den gælder i ${minutes} minutter.`,
    bookedSubject: 'Bookingbekræftelse',
    booked: ({ clinic, phone, address, clinician, treatment, when }) =>
      `Du har booket ${treatment} hos ${clinician}, ${clinic}, ${when}. Adresse: ${address}. Hvis du vil flytte eller melde afbud, så ring til ${phone}.`,
    movedSubject: 'Din tid er flyttet',
    moved: ({ clinic, phone, address, clinician, when }) =>
      `Din tid hos ${clinician}, ${clinic} er flyttet. Ny tid: ${when}. Adresse: ${address}. Hvis du vil flytte eller melde afbud, så ring til ${phone}.`,
    cancelledSubject: 'Din tid er aflyst',
    cancelled: ({ clinic, phone, when }) =>
      `Du har meldt afbud til din tid hos ${clinic}, ${when}. Ring til ${phone}, hvis du vil have en ny tid.`,
  },
  en: {
    codeSubject: 'Confirmation code',
    code: (code, clinic, minutes) =>
      `${code} is your code to confirm the appointment at ${clinic}. It is valid for ${minutes} minutes.`,
    bookedSubject: 'Appointment confirmed',
    booked: ({ clinic, phone, address, clinician, treatment, when }) =>
      `You have booked ${treatment} with ${clinician}, ${clinic}, ${when}. Address: ${address}. To move or cancel, call ${phone}.`,
    movedSubject: 'Appointment moved',
    moved: ({ clinic, phone, address, clinician, when }) =>
      `Your appointment with ${clinician}, ${clinic} has been moved. New time: ${when}. Address: ${address}. To move or cancel, call ${phone}.`,
    cancelledSubject: 'Appointment cancelled',
    cancelled: ({ clinic, phone, when }) =>
      `You have cancelled your appointment at ${clinic}, ${when}. For a new appointment, call ${phone}.`,
  },
};

/** The standard texts of a language, until an account has its own (M-01, M-02). */
export function standardTexts(lang: Language): StandardTexts {
  return texts[lang];
}

const clockWords: Record<Language, string> = {
  nb: 'kl.',
  sv: 'kl.',
  fi: 'klo',
  da: 'kl.',
  en: 'at',
};

const formats = new Map<string, (instant: number) => string>();

/** Date and time of an instant in a language and IANA zone, such as `mandag 23. november 2026 kl. 08:00`. */
export function whenInWords(instant: number, lang: Language, timeZone: string): string {
  const key = `${lang} ${timeZone}`;
  let format = formats.get(key);
  if (!format) {
    const tag = lang === 'en' ? 'en-GB' : lang;
    const date = new Intl.DateTimeFormat(tag, {
      timeZone,
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
    });
    // Apart from the date: this is the one way to get the digits of the hour that each language writes.
    const time = new Intl.DateTimeFormat(tag, { timeZone, timeStyle: 'short' });
    format = (moment) =>
      `${date.format(moment).replace(',', '')} ${clockWords[lang]} ${time.format(moment)}`;
    formats.set(key, format);
  }
  return format(instant);
}
