import type { Language } from '../contract/index.js';
import { load, type Loaders } from './load-locale.js';
import type { LoginMessages } from './login-messages.js';

const words: Loaders<LoginMessages> = {
  nb: () => import('./login/nb.js').then(({ nbLogin }) => nbLogin),
  sv: () => import('./login/sv.js').then(({ svLogin }) => svLogin),
  fi: () => import('./login/fi.js').then(({ fiLogin }) => fiLogin),
  da: () => import('./login/da.js').then(({ daLogin }) => daLogin),
  en: () => import('./login/en.js').then(({ enLogin }) => enLogin),
};

/** Loads what logging in says, once a language. */
export function loadLoginWords(language: Language): Promise<void> {
  return load(words, language);
}
