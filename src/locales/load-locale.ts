import type { Language } from '../contract/index.js';
import type { FirstMessages } from './first-messages.js';
import type { AppointmentMessages } from './appointment-messages.js';
import type { LoginMessages } from './login-messages.js';
import type { Messages } from './messages.js';
import { respeak } from './speakers.js';

/** Every word there is: those of the booking, and those that come only with logging in and with own appointments. */
export type AllMessages = Messages & LoginMessages & AppointmentMessages;

/** What brings some of the words in each language. */
export type Loaders<Words> = Readonly<Record<Language, () => Promise<Words>>>;

const whole: Loaders<Messages> = {
  nb: () => import('./nb.js').then(({ nb }) => nb),
  sv: () => import('./sv.js').then(({ sv }) => sv),
  fi: () => import('./fi.js').then(({ fi }) => fi),
  da: () => import('./da.js').then(({ da }) => da),
  en: () => import('./en.js').then(({ en }) => en),
};

const first: Loaders<FirstMessages> = {
  nb: () => import('./first/nb.js').then(({ nbFirst }) => nbFirst),
  sv: () => import('./first/sv.js').then(({ svFirst }) => svFirst),
  fi: () => import('./first/fi.js').then(({ fiFirst }) => fiFirst),
  da: () => import('./first/da.js').then(({ daFirst }) => daFirst),
  en: () => import('./first/en.js').then(({ enFirst }) => enFirst),
};

const loading = new Map<unknown, Promise<void>>();
const words = new Map<Language, Partial<AllMessages>>();

/** Loads a language's words once; elements that speak it are rendered again when they are there. */
export function loadLocale(language: Language): Promise<void> {
  return load(whole, language);
}

/** Loads only what the first step says; the rest comes with `loadLocale` (P-29: another language needs both at once). */
export function loadFirstWords(language: Language): Promise<void> {
  return words.has(language) ? Promise.resolve() : load(first, language);
}

/** The language's words, as many as are there. */
export function wordsOf(language: Language): Partial<AllMessages> | undefined {
  return words.get(language);
}

/** Loads a set of words in a language once. */
export function load(loaders: Loaders<Partial<AllMessages>>, language: Language): Promise<void> {
  const { [language]: loader } = loaders;
  let wait = loading.get(loader);
  if (!wait) {
    wait = loader().then(
      (messages) => {
        words.set(language, { ...words.get(language), ...messages });
        respeak();
      },
      (cause: unknown) => {
        loading.delete(loader);
        throw cause;
      },
    );
    loading.set(loader, wait);
  }
  return wait;
}
