import type { Language } from '../contract/index.js';
import type { Messages } from './messages.js';
import { respeak } from './speakers.js';

const loaders: Readonly<Record<Language, () => Promise<Messages>>> = {
  nb: () => import('./nb.js').then(({ nb }) => nb),
  sv: () => import('./sv.js').then(({ sv }) => sv),
  fi: () => import('./fi.js').then(({ fi }) => fi),
  da: () => import('./da.js').then(({ da }) => da),
  en: () => import('./en.js').then(({ en }) => en),
};

const loading = new Map<Language, Promise<void>>();
const loaded = new Map<Language, Messages>();

/** Loads a language's words once; elements that speak it are rendered again when they are there. */
export function loadLocale(language: Language): Promise<void> {
  let wait = loading.get(language);
  if (!wait) {
    wait = loaders[language]().then(
      (messages) => {
        loaded.set(language, messages);
        respeak();
      },
      (cause: unknown) => {
        loading.delete(language);
        throw cause;
      },
    );
    loading.set(language, wait);
  }
  return wait;
}

/** The language's words, once they are there. */
export function wordsOf(language: Language): Messages | undefined {
  return loaded.get(language);
}
