import type { Loaders } from './load-locale.js';
import type { LoginMessages } from './login-messages.js';

/** Loads the words of logging in. */
export const loginWords: Loaders<LoginMessages> = {
  nb: () => import('./login/nb.js').then(({ nbLogin }) => nbLogin),
  sv: () => import('./login/sv.js').then(({ svLogin }) => svLogin),
  fi: () => import('./login/fi.js').then(({ fiLogin }) => fiLogin),
  da: () => import('./login/da.js').then(({ daLogin }) => daLogin),
  en: () => import('./login/en.js').then(({ enLogin }) => enLogin),
};
