import { html, nothing, type TemplateResult } from 'lit';
import type { DraftProblem, DraftRules } from '../../domain/patient-draft.js';
import type { OpusFieldChooseEvent } from '../../events/field-choose-event.js';
import type { Localizer } from '../../locales/localizer.js';
import { problemWords } from '../../locales/problem-words.js';
import { busyLabel } from '../../theme/busy-label.js';
import { renderDraftField, renderProblemSummary } from '../draft-form.js';
import type { LoginDraft, LoginField } from './login-fields.js';

/** What the form shows, and its handlers. */
export interface LoginFormView {
  readonly words: Localizer;
  readonly rules: DraftRules;
  readonly typed: LoginDraft;
  readonly problems: readonly DraftProblem[];
  readonly isBusy: boolean;
  /** The e-ID providers stand above, with the primary button. */
  readonly isSecond: boolean;
  readonly handleInput: (event: Event) => void;
  readonly handleSubmit: (event: Event) => void;
  readonly handleChoose: (event: OpusFieldChooseEvent) => void;
}

/** National ID and mobile, to which a code is sent (P-33). */
export function renderLoginForm(view: LoginFormView): TemplateResult {
  const { words, rules, typed, problems, isBusy, isSecond, handleInput } = view;
  const { market, today } = rules;
  const look = isSecond ? 'button' : 'button primary';
  const field = (name: LoginField) => {
    const problem = problems.find((each) => each.field === name);
    const error = problem ? problemWords(words, market, problem) : '';
    return renderDraftField(words, market, { name, value: typed[name], error }, today);
  };
  return html`<form
    novalidate
    @input=${handleInput}
    @change=${handleInput}
    @submit=${view.handleSubmit}
  >
    ${isSecond ? html`<h3>${words.term('loginBySms')}</h3>` : nothing}
    <p class="quiet">${words.term('requiredLegend')}</p>
    ${
      // A single problem stands at its field.
      problems.length > 1
        ? renderProblemSummary(words, market, problems, view.handleChoose)
        : nothing
    }
    ${field('nationalId')} ${field('mobile')}
    <button class=${look} part=${look} type="submit" aria-disabled=${isBusy ? 'true' : 'false'}>
      ${busyLabel(words.term('sendLoginCode'), words.term('resendingCode'), isBusy)}
    </button>
    <p class="visually-hidden" role="status">${isBusy ? words.term('resendingCode') : ''}</p>
  </form>`;
}
