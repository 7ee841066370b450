import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Language } from '../../contract/index.js';
import { toHash } from '../state/route.js';
import { inLanguage } from '../words/in-language.js';
import { whyLinkWords } from '../words/why-link-words.js';

/** What the question is about, each by its id; empty: any. A date is today's without one. */
export interface WhyAbout {
  readonly date?: string;
  readonly treatment?: string;
  readonly clinician?: string;
  readonly clinic?: string;
}

/** Where it is asked why there is no free time (C-08). */
export const whyHash = ({ date = '', treatment = '', clinician = '', clinic = '' }: WhyAbout) =>
  toHash({ page: 'why', parts: [date, treatment, clinician, ...(clinic ? [clinic] : [])] });

/** A link to the question why there is no free time. */
export const whyLink = (about: WhyAbout, language: Language): TemplateResult =>
  html`<a href=${whyHash(about)}>${inLanguage(whyLinkWords, language).why}</a>`;
