import type { Language } from '../../contract/index.js';

/** What a button says that has no text of its own. */
export const buttonWords: Readonly<Record<Language, string>> = {
  nb: 'Bestill time',
  sv: 'Boka tid',
  fi: 'Varaa aika',
  da: 'Bestil tid',
  en: 'Book an appointment',
};
