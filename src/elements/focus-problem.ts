import type { LitElement } from 'lit';
import type { Localizer } from '../locales/localizer.js';
import { problemsReady } from '../locales/problem-set.js';
import { focusInside } from './focus-controller.js';

/** Moves focus to a summary or field once its problem can be shown, so that the sentence read out is the one that stays. */
export async function focusProblem(
  host: LitElement,
  words: Localizer,
  selector: string,
): Promise<void> {
  await problemsReady(words.lang());
  await focusInside(host, selector);
}
