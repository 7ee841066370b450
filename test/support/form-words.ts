import type { Language } from '../../src/contract/index.js';
import { load, loadLocale } from '../../src/locales/load-locale.js';
import { problemSet, problemsReady } from '../../src/locales/problem-set.js';

/** Loads the words of the booking and of the problems of its fields, so that a test sees a problem at once. */
export async function loadFormWords(language: Language): Promise<void> {
  await Promise.all([loadLocale(language), load(problemSet, language), problemsReady(language)]);
}
