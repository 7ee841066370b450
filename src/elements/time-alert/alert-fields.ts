import { html, type TemplateResult } from 'lit';
import type { Market } from '../../contract/index.js';
import type { CivilDate } from '../../domain/civil-date.js';
import type { DraftProblem } from '../../domain/patient-draft.js';
import type { Localizer } from '../../locales/localizer.js';
import { problemWords } from '../../locales/problem-words.js';
import type { TimeAlertWords } from '../../locales/time-alert-words.js';
import { renderDraftField } from '../draft-form.js';

export type Channel = 'sms' | 'email';

/** The first and the last day that may be asked for. */
export interface Days {
  readonly today: CivilDate;
  readonly latest: CivilDate;
}

/** Where the message goes: by SMS or e-mail, and to what. */
export function renderAddress(
  words: Localizer,
  market: Market,
  own: TimeAlertWords,
  typed: {
    readonly channel: Channel;
    readonly value: string;
    readonly problem: DraftProblem | undefined;
  },
): TemplateResult {
  const { channel: chosen, value, problem } = typed;
  const option = (channel: Channel) =>
    html`<label>
      <input
        type="radio"
        name="channel"
        .value=${channel}
        .checked=${chosen === channel}
      />${own[channel]}
    </label>`;
  return html`<fieldset>
      <legend>${own.how}</legend>
      <div class="choices">${option('sms')} ${option('email')}</div>
    </fieldset>
    ${renderDraftField(words, market, {
      name: chosen === 'sms' ? 'mobile' : 'email',
      value,
      error: problem ? problemWords(words, market, problem) : '',
    })}`;
}

/** The last day that would do. */
export function renderUntil(
  own: TimeAlertWords,
  value: string,
  { today, latest }: Days,
): TemplateResult {
  return html`<div class="day">
    <label class="day-label" for="until">${own.until}</label>
    <input id="until" name="until" type="date" min=${today} max=${latest} .value=${value} />
  </div>`;
}

/** What is wrong with the consent: none, or to a text that has changed. */
export function consentProblemWords(
  words: Localizer,
  market: Market,
  problem: DraftProblem,
  own: TimeAlertWords,
): string {
  return problem.code === 'stale' ? problemWords(words, market, problem) : own.noConsent;
}
