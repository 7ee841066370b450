import type { Language } from '../../src/contract/index.js';

/** What the hosted page itself says; everything else is the widget's. */
interface Words {
  title: (name: string) => string;
  withoutScript: (phone: string) => string;
  /** Above the clinics' numbers, when the widget does not come. */
  unavailable: string;
  tryAgain: string;
  /** A link of a message leads here: whoever does not want to be told of earlier times any more says so (P-48). */
  endAlert: { heading: string; button: string; ended: string; failed: string };
}

/** The words of the hosted page in each language. */
export const words: Readonly<Record<Language, Words>> = {
  nb: {
    title: (name) => `Bestill time · ${name}`,
    withoutScript: (phone) =>
      `Timebestillingen trenger JavaScript, som er slått av i nettleseren din. Ring oss gjerne på ${phone}.`,
    unavailable: 'Får du ikke opp timebestillingen? Ring oss, så hjelper vi deg.',
    tryAgain: 'Prøv igjen',
    endAlert: {
      heading: 'Vil du ikke ha flere meldinger om tidligere timer?',
      button: 'Stopp meldingene',
      ended: 'Du får ingen flere meldinger om tidligere timer.',
      failed: 'Det gikk ikke. Prøv igjen, eller svar STOPP på meldingen.',
    },
  },
  sv: {
    title: (name) => `Boka tid · ${name}`,
    withoutScript: (phone) =>
      `Tidsbokningen behöver JavaScript, som är avstängt i din webbläsare. Ring oss gärna på ${phone}.`,
    unavailable: 'Kommer tidsbokningen inte fram? Ring oss, så hjälper vi dig.',
    tryAgain: 'Försök igen',
    endAlert: {
      heading: 'Vill du inte ha fler meddelanden om tidigare tider?',
      button: 'Stoppa meddelandena',
      ended: 'Du får inga fler meddelanden om tidigare tider.',
      failed: 'Det gick inte. Försök igen eller svara STOPP på meddelandet.',
    },
  },
  fi: {
    title: (name) => `Varaa aika · ${name}`,
    withoutScript: (phone) =>
      `Ajanvaraus tarvitsee JavaScriptin, joka on poissa käytöstä selaimessasi. Voit myös soittaa numeroon ${phone}.`,
    unavailable: 'Eikö ajanvaraus avaudu? Soita meille, niin autamme sinua.',
    tryAgain: 'Yritä uudelleen',
    endAlert: {
      heading: 'Etkö halua enää viestejä aikaisemmista ajoista?',
      button: 'Lopeta viestit',
      ended: 'Et saa enää viestejä aikaisemmista ajoista.',
      failed: 'Se ei onnistunut. Yritä uudelleen tai vastaa viestiin STOP.',
    },
  },
  da: {
    title: (name) => `Book tid · ${name}`,
    withoutScript: (phone) =>
      `Tidsbestillingen kræver JavaScript, som er slået fra i din browser. Ring gerne til os på ${phone}.`,
    unavailable: 'Kommer tidsbestillingen ikke frem? Ring til os, så hjælper vi dig.',
    tryAgain: 'Prøv igen',
    endAlert: {
      heading: 'Vil du ikke have flere beskeder om tidligere tider?',
      button: 'Stop beskederne',
      ended: 'Du får ikke flere beskeder om tidligere tider.',
      failed: 'Det lykkedes ikke. Prøv igen, eller svar STOP på beskeden.',
    },
  },
  en: {
    title: (name) => `Book an appointment · ${name}`,
    withoutScript: (phone) =>
      `Booking needs JavaScript, which is turned off in your browser. You are welcome to call us on ${phone}.`,
    unavailable: 'Does the booking not open? Call us, and we will help you.',
    tryAgain: 'Try again',
    endAlert: {
      heading: 'Do you want no more messages about earlier times?',
      button: 'Stop the messages',
      ended: 'You will get no more messages about earlier times.',
      failed: 'That did not work. Try again, or answer STOP to the message.',
    },
  },
};
