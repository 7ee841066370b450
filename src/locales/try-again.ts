import type { Language } from '../contract/index.js';

/** The one word that is there when no file of words can be loaded. */
export const tryAgain: Readonly<Record<Language, string>> = {
  nb: 'Prøv igjen',
  sv: 'Försök igen',
  fi: 'Yritä uudelleen',
  da: 'Prøv igen',
  en: 'Try again',
};
