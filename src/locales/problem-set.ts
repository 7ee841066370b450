import type { Language } from '../contract/index.js';
import { load, type Loaders } from './load-locale.js';
import { updateLocalized } from './localized-elements.js';
import type { Localizer } from './localizer.js';
import type { ProblemMessages } from './problem-messages.js';

/** Loads what is wrong with a field, in words. */
export const problemSet: Loaders<ProblemMessages> = {
  nb: () => import('./problems/nb.js').then(({ nbProblems }) => nbProblems),
  sv: () => import('./problems/sv.js').then(({ svProblems }) => svProblems),
  fi: () => import('./problems/fi.js').then(({ fiProblems }) => fiProblems),
  da: () => import('./problems/da.js').then(({ daProblems }) => daProblems),
  en: () => import('./problems/en.js').then(({ enProblems }) => enProblems),
};

/** Milliseconds that the first problem waits for its precise sentence, before a general one is shown. */
const patience = 1500;

let waiting: Promise<void> | undefined;
let isReady = false;

/**
 * Resolves when problems can be shown: their words have come, or will not soon. Whoever moves focus to a problem waits for
 * this, so that a screen reader reads the sentence that stays. Other languages load the words along with their own.
 */
export function problemsReady(language: Language): Promise<void> {
  waiting ??= Promise.race([
    load(problemSet, language).catch(() => undefined),
    new Promise<void>((done) => setTimeout(done, patience)),
  ]).then(() => {
    isReady = true;
    updateLocalized();
  });
  return waiting;
}

/** A problem in words; empty for the moment that the first one waits for them, then all elements are rendered again. */
export function shownProblem(words: Localizer, sentence: string): string {
  if (sentence) void problemsReady(words.lang());
  return isReady ? sentence : '';
}

/** A field's precise sentence; where it is not loaded, or there is none, a general one. */
export function problemSentence(
  words: Localizer,
  label: string,
  reason: string,
  precise: string | undefined,
): string {
  return precise || words.term(reason === 'empty' ? 'fieldEmpty' : 'fieldWrong', label);
}
