import { html, nothing, type TemplateResult } from 'lit';
import type { DraftProblem, DraftRules } from '../../domain/patient-draft.js';
import type { OpusFieldChooseEvent } from '../../events/field-choose-event.js';
import type { Localizer } from '../../locales/localizer.js';
import { fieldLabel, problemWords } from '../../locales/problem-words.js';
import { busyLabel } from '../../theme/busy-label.js';
import type { LoginField, TypedLogin } from './typed-login.js';

/** What the form shows, and whom it tells. */
export interface LoginFormView {
  readonly words: Localizer;
  readonly rules: DraftRules;
  readonly typed: TypedLogin;
  readonly problems: readonly DraftProblem[];
  readonly isBusy: boolean;
  /** Another way to log in stands above. */
  readonly isSecond: boolean;
  readonly input: (event: Event) => void;
  readonly submit: (event: Event) => void;
  readonly choose: (event: OpusFieldChooseEvent) => void;
}

/** National ID and mobile, to which a code is sent (P-33). */
export function renderLoginForm(view: LoginFormView): TemplateResult {
  const { words, rules, typed, isBusy, isSecond } = view;
  const { market, today } = rules;
  return html`<form novalidate @input=${view.input} @change=${view.input} @submit=${view.submit}>
    ${isSecond ? html`<h3>${words.term('loginBySms')}</h3>` : nothing}
    <p class="quiet">${words.term('requiredLegend')}</p>
    ${renderProblems(view)}
    <opus-national-id-field
      name="nationalId"
      market=${market}
      today=${today}
      label=${fieldLabel(words, market, 'nationalId')}
      error=${errorOf(view, 'nationalId')}
      required
      .value=${typed.nationalId}
    ></opus-national-id-field>
    <opus-phone-field
      name="mobile"
      market=${market}
      label=${words.term('mobile')}
      error=${errorOf(view, 'mobile')}
      required
      .value=${typed.mobile}
    ></opus-phone-field>
    <button
      class="button ${isSecond ? '' : 'primary'}"
      part=${isSecond ? 'button' : 'button primary'}
      type="submit"
      aria-disabled=${isBusy ? 'true' : 'false'}
    >
      ${busyLabel(words.term('sendLoginCode'), words.term('resendingCode'), isBusy)}
    </button>
    <p class="visually-hidden" role="status">${isBusy ? words.term('resendingCode') : ''}</p>
  </form>`;
}

/** All that is wrong, where that is more than one thing; each leads to its field. */
function renderProblems({ words, rules, problems, choose }: LoginFormView): unknown {
  if (problems.length < 2) return nothing;
  return html`<opus-error-summary
    heading=${words.term('problemsHeading', problems.length)}
    text=${words.term('nothingLost')}
    .items=${problems.map((problem) => ({
      field: problem.field,
      text: problemWords(words, rules.market, problem),
    }))}
    @opus-field-choose=${choose}
  ></opus-error-summary>`;
}

function errorOf({ words, rules, problems }: LoginFormView, field: LoginField): string {
  const problem = problems.find((each) => each.field === field);
  return problem ? problemWords(words, rules.market, problem) : '';
}
