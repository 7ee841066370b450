import { createContext } from '@lit/context';
import type { Language } from '../contract/index.js';

/** The language of the widget around an element, where it stands inside one. */
export const languageContext = createContext<Language>(Symbol('opus-language'));
