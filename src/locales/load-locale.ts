import type { Language } from '../contract/index.js';
import type { FirstMessages } from './first-messages.js';
import type { AppointmentMessages } from './appointment-messages.js';
import type { LoginMessages } from './login-messages.js';
import type { Messages } from './messages.js';
import type { ProblemMessages } from './problem-messages.js';
import { updateLocalized } from './localized-elements.js';

/** All words: those of the booking, and those that are loaded with logging in, own appointments and problems of fields. */
export type AllMessages = Messages & LoginMessages & AppointmentMessages & ProblemMessages;

/** Loads a set of words, by language. */
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

/** Milliseconds until words that could not be loaded are requested again. */
export const retryDelay = 3000;
/** Milliseconds after which the patient is not left waiting for words without a way to call the clinic. */
export const wordsPatience = 8000;

/** The sets of words that the page uses: the booking's, and those that elements have added since. */
export const activeLoaders = new Set<Loaders<Partial<AllMessages>>>([whole]);
const loading = new Map<unknown, Promise<void>>();
const words = new Map<Language, Partial<AllMessages>>();

/** Loads all sets that the page uses in a language, each once; elements are rendered again when they have arrived. */
export async function loadLocale(language: Language): Promise<void> {
  await Promise.all([...activeLoaders].map((loaders) => load(loaders, language)));
}

/** Loads only the words of the first step, unless the language is loaded already; `loadLocale` loads the rest. */
export function loadFirstWords(language: Language): Promise<void> {
  return words.has(language) ? Promise.resolve() : bring(first, language);
}

/** The words of a language that are loaded so far. */
export function wordsOf(language: Language): Partial<AllMessages> | undefined {
  return words.get(language);
}

/** Loads a set of words in a language, once; from then on it is loaded with every language that the page changes to. */
export function load(loaders: Loaders<Partial<AllMessages>>, language: Language): Promise<void> {
  activeLoaders.add(loaders);
  return bring(loaders, language);
}

function bring(loaders: Loaders<Partial<AllMessages>>, language: Language): Promise<void> {
  const { [language]: loader } = loaders;
  let wait = loading.get(loader);
  if (!wait) {
    wait = loader().then(
      (messages) => {
        words.set(language, { ...words.get(language), ...messages });
        updateLocalized();
      },
      (cause: unknown) => {
        loading.delete(loader);
        // Elements that lack these words request them again when they render.
        setTimeout(updateLocalized, retryDelay);
        throw cause;
      },
    );
    loading.set(loader, wait);
  }
  return wait;
}
