import type { Language } from '../contract/index.js';

/** Words of `opus-time-alert`; in a set of their own, since few patients ask for it (P-48). */
export interface TimeAlertWords {
  headingNew: string;
  headingEarlier: string;
  /** What comes of it. */
  leadNew: string;
  leadEarlier: string;
  /** Legend over the choice between SMS and e-mail. */
  how: string;
  sms: string;
  email: string;
  until: string;
  submit: string;
  working: string;
  cancel: string;
  /** What is stored, and until when. */
  stored: string;
  /** Where the code went. */
  codeSent: (to: string) => string;
  confirm: string;
  doneHeading: string;
  /** `to` is a masked address, `until` a date in words. */
  done: (to: string, until: string) => string;
  end: string;
  ended: string;
  limit: string;
  noConsent: string;
}

/** The words in each language. */
export const timeAlertWords: Readonly<Record<Language, TimeAlertWords>> = {
  nb: {
    headingNew: 'Få beskjed om en ledig time',
    headingEarlier: 'Få beskjed om en tidligere time',
    leadNew:
      'Blir det ledig en time som passer det du har valgt, får du en melding med en lenke. Den som kommer først, får timen.',
    leadEarlier:
      'Blir det ledig en tidligere time, får du en melding med en lenke. Du beholder timen du har til du har byttet.',
    how: 'Hvordan vil du få beskjed?',
    sms: 'På SMS',
    email: 'På e-post',
    until: 'Siste dag som passer',
    submit: 'Gi meg beskjed',
    working: 'Lagrer …',
    cancel: 'Avbryt',
    stored:
      'Vi lagrer bare adressen og det du venter på, og sletter det når fristen er ute eller du sier stopp.',
    codeSent: (to) => `Vi har sendt en kode til ${to}. Skriv den inn, så vet vi at den er din.`,
    confirm: 'Bekreft',
    doneHeading: 'Du får beskjed',
    done: (to, until) => `Vi sender en melding til ${to} hvis det blir ledig en time før ${until}.`,
    end: 'Ikke gi meg beskjed likevel',
    ended: 'Du får ingen beskjed.',
    limit: 'Du venter allerede på så mange timer som det går an. Stopp en av dem først.',
    noConsent: 'Du må samtykke for å få beskjed.',
  },
  sv: {
    headingNew: 'Få besked om en ledig tid',
    headingEarlier: 'Få besked om en tidigare tid',
    leadNew:
      'Blir en tid ledig som passar det du har valt får du ett meddelande med en länk. Den som kommer först får tiden.',
    leadEarlier:
      'Blir en tidigare tid ledig får du ett meddelande med en länk. Du behåller tiden du har tills du har bytt.',
    how: 'Hur vill du få besked?',
    sms: 'Via sms',
    email: 'Via e-post',
    until: 'Sista dag som passar',
    submit: 'Ge mig besked',
    working: 'Sparar …',
    cancel: 'Avbryt',
    stored:
      'Vi sparar bara adressen och det du väntar på, och raderar det när tiden är ute eller du säger stopp.',
    codeSent: (to) => `Vi har skickat en kod till ${to}. Skriv in den, så vet vi att den är din.`,
    confirm: 'Bekräfta',
    doneHeading: 'Du får besked',
    done: (to, until) => `Vi skickar ett meddelande till ${to} om en tid blir ledig före ${until}.`,
    end: 'Ge mig inget besked ändå',
    ended: 'Du får inget besked.',
    limit: 'Du väntar redan på så många tider som det går. Stoppa en av dem först.',
    noConsent: 'Du måste samtycka för att få besked.',
  },
  fi: {
    headingNew: 'Ilmoitus vapaasta ajasta',
    headingEarlier: 'Ilmoitus aikaisemmasta ajasta',
    leadNew:
      'Kun valintoihisi sopiva aika vapautuu, saat viestin, jossa on linkki. Ajan saa se, joka ehtii ensin.',
    leadEarlier:
      'Kun aikaisempi aika vapautuu, saat viestin, jossa on linkki. Nykyinen aikasi säilyy, kunnes olet vaihtanut sen.',
    how: 'Miten haluat ilmoituksen?',
    sms: 'Tekstiviestinä',
    email: 'Sähköpostina',
    until: 'Viimeinen sopiva päivä',
    submit: 'Ilmoita minulle',
    working: 'Tallennetaan …',
    cancel: 'Peruuta',
    stored:
      'Tallennamme vain osoitteen ja sen, mitä odotat, ja poistamme ne, kun määräaika päättyy tai lopetat ilmoitukset.',
    codeSent: (to) =>
      `Lähetimme koodin: ${to}. Kirjoita se tähän, niin tiedämme, että se on sinun.`,
    confirm: 'Vahvista',
    doneHeading: 'Saat ilmoituksen',
    done: (to, until) => `Lähetämme viestin (${to}), jos aika vapautuu ennen: ${until}.`,
    end: 'En haluakaan ilmoitusta',
    ended: 'Et saa ilmoitusta.',
    limit: 'Odotat jo niin monta aikaa kuin voi. Lopeta ensin yksi niistä.',
    noConsent: 'Ilmoitus vaatii suostumuksesi.',
  },
  da: {
    headingNew: 'Få besked om en ledig tid',
    headingEarlier: 'Få besked om en tidligere tid',
    leadNew:
      'Bliver der en tid ledig, som passer til det, du har valgt, får du en besked med et link. Den, der kommer først, får tiden.',
    leadEarlier:
      'Bliver en tidligere tid ledig, får du en besked med et link. Du beholder den tid, du har, til du har byttet.',
    how: 'Hvordan vil du have besked?',
    sms: 'På sms',
    email: 'På e-mail',
    until: 'Sidste dag, der passer',
    submit: 'Giv mig besked',
    working: 'Gemmer …',
    cancel: 'Annuller',
    stored:
      'Vi gemmer kun adressen og det, du venter på, og sletter det, når fristen er ude, eller du siger stop.',
    codeSent: (to) => `Vi har sendt en kode til ${to}. Skriv den her, så ved vi, at den er din.`,
    confirm: 'Bekræft',
    doneHeading: 'Du får besked',
    done: (to, until) => `Vi sender en besked til ${to}, hvis en tid bliver ledig før ${until}.`,
    end: 'Giv mig alligevel ikke besked',
    ended: 'Du får ingen besked.',
    limit: 'Du venter allerede på så mange tider, som man kan. Stop en af dem først.',
    noConsent: 'Du skal give samtykke for at få besked.',
  },
  en: {
    headingNew: 'Be told of a free time',
    headingEarlier: 'Be told of an earlier time',
    leadNew:
      'When a time opens that fits what you have chosen, you get a message with a link. The time goes to whoever comes first.',
    leadEarlier:
      'When an earlier time opens, you get a message with a link. You keep the appointment you have until you have swapped it.',
    how: 'How do you want to be told?',
    sms: 'By text message',
    email: 'By e-mail',
    until: 'Last day that would do',
    submit: 'Tell me',
    working: 'Saving …',
    cancel: 'Cancel',
    stored:
      'We keep only the address and what you wait for, and delete it once the time is up or you say stop.',
    codeSent: (to) => `We have sent a code to ${to}. Enter it, so that we know it is yours.`,
    confirm: 'Confirm',
    doneHeading: 'You will be told',
    done: (to, until) => `We will send a message to ${to} if a time opens before ${until}.`,
    end: 'Do not tell me after all',
    ended: 'You will not be told.',
    limit: 'You already wait for as many times as you can. Stop one of them first.',
    noConsent: 'You have to consent to be told.',
  },
};
