import type { Language } from '../../src/contract/index.js';
import { da } from '../../src/locales/da.js';
import { en } from '../../src/locales/en.js';
import { fi } from '../../src/locales/fi.js';
import type { Messages } from '../../src/locales/messages.js';
import { nb } from '../../src/locales/nb.js';
import { sv } from '../../src/locales/sv.js';

/** The widget's own words, for what a page shows in its place. */
export const locales: Readonly<Record<Language, Messages>> = { nb, sv, fi, da, en };
