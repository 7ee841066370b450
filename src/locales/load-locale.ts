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

/** Milliseconds until words that could not be loaded are asked for again. */
export const patience = 3000;

/** What the page speaks: the booking's words, and sets of them that were asked for since. */
export const spoken = new Set<Loaders<Partial<AllMessages>>>([whole]);
const loading = new Map<unknown, Promise<void>>();
const words = new Map<Language, Partial<AllMessages>>();

/** Loads once what the page speaks in a language; elements that speak it are rendered again when it is there. */
export async function loadLocale(language: Language): Promise<void> {
  await Promise.all([...spoken].map((loaders) => load(loaders, language)));
}

/** Loads only what the first step says; the rest comes with `loadLocale` (P-29: another language needs both at once). */
export function loadFirstWords(language: Language): Promise<void> {
  return words.has(language) ? Promise.resolve() : bring(first, language);
}

/** The language's words, as many as are there. */
export function wordsOf(language: Language): Partial<AllMessages> | undefined {
  return words.get(language);
}

/** Loads a set of words in a language once; from then on it comes with every language that the page changes to. */
export function load(loaders: Loaders<Partial<AllMessages>>, language: Language): Promise<void> {
  spoken.add(loaders);
  return bring(loaders, language);
}

function bring(loaders: Loaders<Partial<AllMessages>>, language: Language): Promise<void> {
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
        // Whatever lacks them asks again.
        setTimeout(respeak, patience);
        throw cause;
      },
    );
    loading.set(loader, wait);
  }
  return wait;
}
