import { html, type TemplateResult } from 'lit';
import type { Account, ContactCorrection as Contact } from '../../contract/index.js';
import {
  bookingDetailsOf,
  checkDraftField,
  type DraftProblem,
  type PatientDraft,
} from '../../domain/patient-draft.js';
import type { Localizer } from '../../locales/localizer.js';
import { problemWords } from '../../locales/problem-words.js';
import { browserToday } from '../../state/browser/browser-today.js';
import { renderActions } from '../action-row.js';
import { renderDraftField } from '../draft-form.js';

/** The element that the correction is part of. */
interface Host {
  readonly account?: Account;
  requestUpdate(): void;
}

/** Correcting the number or the address that the code goes to (P-31); loaded on demand. */
export class ContactCorrection {
  #problems: readonly DraftProblem[] = [];

  constructor(
    private readonly host: Host,
    private readonly words: Localizer,
    private draft: PatientDraft,
    private readonly fields: readonly ('mobile' | 'email')[],
  ) {}

  render(isBusy: boolean, submit: (event: Event) => void, cancel: () => void): TemplateResult {
    const { words, draft, fields } = this;
    const market = this.host.account!.market;
    const errorOf = (field: 'mobile' | 'email') => {
      const problem = this.#problems.find((each) => each.field === field);
      return problem ? problemWords(words, market, problem) : '';
    };
    return html`<form
      novalidate
      @input=${this.#handleInput}
      @change=${this.#handleInput}
      @submit=${submit}
    >
      ${fields.map((name) =>
        renderDraftField(words, market, { name, value: draft[name], error: errorOf(name) }),
      )}
      ${renderActions(
        { text: words.term('cancel'), handleClick: cancel },
        { text: words.term('saveContact'), working: words.term('savingContact'), isBusy },
      )}
    </form>`;
  }

  /** The corrected values, or the selector of the first field with a problem. */
  check(): { contact: Contact } | { wrong: string } {
    const account = this.host.account!;
    const rules = { ...account, today: browserToday(account.timeZone) };
    this.#problems = this.fields.flatMap((field) => {
      const code = checkDraftField(this.draft, field, rules);
      return code ? [{ field, code }] : [];
    });
    this.host.requestUpdate();
    const [first] = this.#problems;
    if (first) return { wrong: `[name="${first.field}"]` };
    const { mobile, email } = bookingDetailsOf(this.draft, rules).patient;
    return { contact: { ...(mobile && { mobile }), ...(email && { email }) } };
  }

  readonly #handleInput = (event: Event): void => {
    event.stopPropagation();
    const { name, value } = event.target as HTMLInputElement;
    this.draft = { ...this.draft, [name]: value };
  };
}
