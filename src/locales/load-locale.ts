import { registerTranslation } from '@shoelace-style/localize';
import type { Language } from '../contract/index.js';
import type { Messages } from './messages.js';

// sv, fi and da speak English until their files are written.
const loaders: Readonly<Record<Language, () => Promise<Messages>>> = {
  nb: () => import('./nb.js').then((module) => module.nb),
  en: () => import('./en.js').then((module) => module.en),
  sv: () => import('./en.js').then((module) => ({ ...module.en, $code: 'sv' })),
  fi: () => import('./en.js').then((module) => ({ ...module.en, $code: 'fi' })),
  da: () => import('./en.js').then((module) => ({ ...module.en, $code: 'da' })),
};

const loading = new Map<Language, Promise<void>>();
const loaded = new Set<Language>();

/** Loads a language's words once; elements that speak it are rendered again when they are there. */
export function loadLocale(language: Language): Promise<void> {
  let wait = loading.get(language);
  if (!wait) {
    wait = loaders[language]().then(
      (messages) => {
        loaded.add(language);
        registerTranslation(messages);
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

/** True once the language's words are there. */
export function isLocaleLoaded(language: Language): boolean {
  return loaded.has(language);
}
