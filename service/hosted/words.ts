import type { Language } from '../../src/contract/index.js';

/** What the hosted page itself says; everything else is the widget's. */
interface Words {
  title: (name: string) => string;
  withoutScript: (phone: string) => string;
  /** Above the clinics' numbers, when the widget does not come. */
  unavailable: string;
  tryAgain: string;
}

/** The words of the hosted page in each language. */
export const words: Readonly<Record<Language, Words>> = {
  nb: {
    title: (name) => `Bestill time · ${name}`,
    withoutScript: (phone) =>
      `Timebestillingen trenger JavaScript, som er slått av i nettleseren din. Ring oss gjerne på ${phone}.`,
    unavailable: 'Får du ikke opp timebestillingen? Ring oss, så hjelper vi deg.',
    tryAgain: 'Prøv igjen',
  },
  sv: {
    title: (name) => `Boka tid · ${name}`,
    withoutScript: (phone) =>
      `Tidsbokningen behöver JavaScript, som är avstängt i din webbläsare. Ring oss gärna på ${phone}.`,
    unavailable: 'Kommer tidsbokningen inte fram? Ring oss, så hjälper vi dig.',
    tryAgain: 'Försök igen',
  },
  fi: {
    title: (name) => `Varaa aika · ${name}`,
    withoutScript: (phone) =>
      `Ajanvaraus tarvitsee JavaScriptin, joka on poissa käytöstä selaimessasi. Voit myös soittaa numeroon ${phone}.`,
    unavailable: 'Eikö ajanvaraus avaudu? Soita meille, niin autamme sinua.',
    tryAgain: 'Yritä uudelleen',
  },
  da: {
    title: (name) => `Book tid · ${name}`,
    withoutScript: (phone) =>
      `Tidsbestillingen kræver JavaScript, som er slået fra i din browser. Ring gerne til os på ${phone}.`,
    unavailable: 'Kommer tidsbestillingen ikke frem? Ring til os, så hjælper vi dig.',
    tryAgain: 'Prøv igen',
  },
  en: {
    title: (name) => `Book an appointment · ${name}`,
    withoutScript: (phone) =>
      `Booking needs JavaScript, which is turned off in your browser. You are welcome to call us on ${phone}.`,
    unavailable: 'Does the booking not open? Call us, and we will help you.',
    tryAgain: 'Try again',
  },
};
