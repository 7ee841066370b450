import type { Language } from '../../src/contract/index.js';

/** What the hosted page itself says; everything else is the widget's. */
interface Words {
  title: (name: string) => string;
  withoutScript: (phone: string) => string;
}

/** The words of the hosted page in each language. */
export const words: Readonly<Record<Language, Words>> = {
  nb: {
    title: (name) => `Bestill time · ${name}`,
    withoutScript: (phone) =>
      `Timebestillingen trenger JavaScript, som er slått av i nettleseren din. Ring oss gjerne på ${phone}.`,
  },
  sv: {
    title: (name) => `Boka tid · ${name}`,
    withoutScript: (phone) =>
      `Tidsbokningen behöver JavaScript, som är avstängt i din webbläsare. Ring oss gärna på ${phone}.`,
  },
  fi: {
    title: (name) => `Varaa aika · ${name}`,
    withoutScript: (phone) =>
      `Ajanvaraus tarvitsee JavaScriptin, joka on poissa käytöstä selaimessasi. Voit myös soittaa numeroon ${phone}.`,
  },
  da: {
    title: (name) => `Book tid · ${name}`,
    withoutScript: (phone) =>
      `Tidsbestillingen kræver JavaScript, som er slået fra i din browser. Ring gerne til os på ${phone}.`,
  },
  en: {
    title: (name) => `Book an appointment · ${name}`,
    withoutScript: (phone) =>
      `Booking needs JavaScript, which is turned off in your browser. You are welcome to call us on ${phone}.`,
  },
};
