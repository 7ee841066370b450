import type { Language } from '../../src/contract/index.js';

interface StaffTexts {
  signInSubject: string;
  /** Brings the code that signs somebody of the staff in (C-02). */
  signIn: (code: string, account: string, minutes: number) => string;
  invitationSubject: (account: string) => string;
  /** Brings the link that opens the console for the first time (C-02). */
  invitation: (name: string, account: string, link: string, days: number) => string;
}

const texts: Record<Language, StaffTexts> = {
  nb: {
    signInSubject: 'Kode for å logge inn',
    signIn: (code, account, minutes) =>
      `${code} er koden din for å logge inn i administrasjonen til ${account}. Den gjelder i ${minutes} minutter. Gi den aldri til andre.\n\nHar du ikke bedt om en kode, kan du se bort fra denne e-posten.`,
    invitationSubject: (account) => `Invitasjon til ${account}`,
    invitation: (name, account, link, days) =>
      `Hei ${name},\n\ndu har fått tilgang til administrasjonen av nettbookingen til ${account}. Åpne lenken for å logge inn:\n\n${link}\n\nLenken kan brukes én gang og gjelder i ${days} dager. Gi den aldri til andre. Etterpå logger du inn med denne e-postadressen eller en passnøkkel.`,
  },
  sv: {
    signInSubject: 'Kod för att logga in',
    signIn: (code, account, minutes) =>
      `${code} är din kod för att logga in i administrationen för ${account}. Den gäller i ${minutes} minuter. Ge den aldrig till någon annan.\n\nHar du inte bett om en kod kan du bortse från det här mejlet.`,
    invitationSubject: (account) => `Inbjudan till ${account}`,
    invitation: (name, account, link, days) =>
      `Hej ${name},\n\ndu har fått tillgång till administrationen av onlinebokningen för ${account}. Öppna länken för att logga in:\n\n${link}\n\nLänken kan användas en gång och gäller i ${days} dagar. Ge den aldrig till någon annan. Därefter loggar du in med den här e-postadressen eller en nyckel (passkey).`,
  },
  fi: {
    signInSubject: 'Kirjautumiskoodi',
    signIn: (code, account, minutes) =>
      `${code} on koodisi hallintaan kirjautumiseen: ${account}. Koodi on voimassa ${minutes} minuuttia. Älä anna sitä muille.\n\nJos et ole pyytänyt koodia, voit jättää tämän viestin huomiotta.`,
    invitationSubject: (account) => `Kutsu: ${account}`,
    invitation: (name, account, link, days) =>
      `Hei ${name},\n\nsinulle on annettu pääsy verkkoajanvarauksen hallintaan: ${account}. Kirjaudu sisään avaamalla linkki:\n\n${link}\n\nLinkkiä voi käyttää kerran, ja se on voimassa ${days} päivää. Älä anna sitä muille. Sen jälkeen kirjaudut tällä sähköpostiosoitteella tai pääsyavaimella.`,
  },
  da: {
    signInSubject: 'Kode til at logge ind',
    signIn: (code, account, minutes) =>
      `${code} er din kode til at logge ind i administrationen for ${account}. Den gælder i ${minutes} minutter. Giv den aldrig til andre.\n\nHar du ikke bedt om en kode, kan du se bort fra denne e-mail.`,
    invitationSubject: (account) => `Invitation til ${account}`,
    invitation: (name, account, link, days) =>
      `Hej ${name}\n\nDu har fået adgang til administrationen af onlinebookingen hos ${account}. Åbn linket for at logge ind:\n\n${link}\n\nLinket kan bruges én gang og gælder i ${days} dage. Giv det aldrig til andre. Derefter logger du ind med denne e-mailadresse eller en adgangsnøgle.`,
  },
  en: {
    signInSubject: 'Code to sign in',
    signIn: (code, account, minutes) =>
      `${code} is your code to sign in to the administration of ${account}. It is valid for ${minutes} minutes. Never give it to anybody.\n\nIf you did not ask for a code, you can ignore this e-mail.`,
    invitationSubject: (account) => `Invitation to ${account}`,
    invitation: (name, account, link, days) =>
      `Hello ${name},\n\nyou have been given access to the administration of online booking at ${account}. Open the link to sign in:\n\n${link}\n\nThe link can be used once and is valid for ${days} days. Never give it to anybody. After that, sign in with this e-mail address or a passkey.`,
  },
};

/** The texts of e-mails to staff in a language; no account changes them. */
export function staffTexts(lang: Language): StaffTexts {
  return texts[lang];
}
