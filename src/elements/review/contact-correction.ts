import { html, nothing, type TemplateResult } from 'lit';
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
import { busyLabel } from '../../theme/busy-label.js';

/** What the correction is part of. */
interface Host {
  readonly account?: Account;
  requestUpdate(): void;
}

/** Correcting the number or the address that the code goes to (P-31): loaded when somebody wants to. */
export class ContactCorrection {
  private problems: readonly DraftProblem[] = [];

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
      const problem = this.problems.find((each) => each.field === field);
      return problem ? problemWords(words, market, problem) : '';
    };
    return html`<form
      novalidate
      @input=${this.handleInput}
      @change=${this.handleInput}
      @submit=${submit}
    >
      ${
        fields.includes('mobile')
          ? html`<opus-phone-field
              name="mobile"
              market=${market}
              label=${words.term('mobile')}
              error=${errorOf('mobile')}
              required
              .value=${draft.mobile}
            ></opus-phone-field>`
          : nothing
      }
      ${
        fields.includes('email')
          ? html`<opus-text-field
              name="email"
              type="email"
              label=${words.term('email')}
              error=${errorOf('email')}
              required
              .autocomplete=${'email'}
              .value=${draft.email}
            ></opus-text-field>`
          : nothing
      }
      <div class="actions">
        <button class="link" type="button" @click=${cancel}>${words.term('cancel')}</button>
        <button
          class="button primary"
          part="button primary"
          type="submit"
          aria-disabled=${isBusy ? 'true' : 'false'}
        >
          ${busyLabel(words.term('saveContact'), words.term('savingContact'), isBusy)}
        </button>
      </div>
    </form>`;
  }

  /** What was corrected; the selector of the first field that is wrong where something is. */
  check(): { contact: Contact } | { wrong: string } {
    const account = this.host.account!;
    const rules = { ...account, today: browserToday(account.timeZone) };
    this.problems = this.fields.flatMap((field) => {
      const code = checkDraftField(this.draft, field, rules);
      return code ? [{ field, code }] : [];
    });
    this.host.requestUpdate();
    const [first] = this.problems;
    if (first) return { wrong: `[name="${first.field}"]` };
    const { mobile, email } = bookingDetailsOf(this.draft, rules).patient;
    return { contact: { ...(mobile && { mobile }), ...(email && { email }) } };
  }

  private readonly handleInput = (event: Event): void => {
    event.stopPropagation();
    const { name, value } = event.target as HTMLInputElement;
    this.draft = { ...this.draft, [name]: value };
  };
}
