import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { PatientInput, PatientsFound } from '../../../contract/index.js';
import type { StaffError } from '../../api/staff-error.js';
import { ConsoleElement } from '../../parts/console-element.js';
import { asStaffError } from '../../state/record-editor.js';
import { patientProblemWords, patientsWords } from '../patients/patients-words.js';
import { newPatientWords } from './new-patient-words.js';

const fields = ['firstName', 'lastName', 'nationalId', 'mobile', 'email'] as const;
type Field = (typeof fields)[number];

const types = { mobile: 'tel', email: 'email' } as const;

/**
 * Puts a patient on file from the window of an appointment: what the clinic has to know, the rest stands on the patient's page. Fires
 * `opus-patient-chosen` with who was added, undefined where nobody was.
 */
export class NewPatient extends ConsoleElement {
  static override styles = [
    ConsoleElement.styles,
    css`
      .sheet {
        display: grid;
        gap: 16px;
        padding: 16px;
        border: 1px solid var(--_line);
        border-radius: 8px;
      }

      .pair {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(180px, 100%), 1fr));
        gap: 16px;
      }

      p {
        margin: 0;
      }
    `,
  ];

  /** What was looked for and not found. */
  @property({ attribute: false }) typed = '';
  @state() private failure: StaffError | undefined;
  @state() private isBusy = false;
  @state() private values: Readonly<Partial<Record<Field, string>>> | undefined;
  /** A second try does not put the same person on file twice. */
  readonly #id = crypto.randomUUID();

  /** Puts the focus on what is asked first. */
  override focus(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector('input')?.focus());
  }

  protected override willUpdate(): void {
    this.values ??= splitTyped(this.typed);
  }

  protected override render(): TemplateResult {
    const words = this.words(newPatientWords);
    return html`<div class="sheet" role="group" aria-labelledby="heading">
      <b id="heading">${this.words(patientsWords).newPatient}</b>
      <div class="pair">${fields.map((field) => this.#renderField(field))}</div>
      ${this.#renderFailure()}
      <p>
        <button class="button" type="button" ?disabled=${this.isBusy} @click=${this.#store}>
          ${words.addPatient}
        </button>
        <button class="link" type="button" @click=${() => this.#choose(undefined)}>
          ${words.searchInstead}
        </button>
      </p>
    </div>`;
  }

  #renderField(field: Field): TemplateResult {
    const words = this.words(patientsWords);
    const problem = this.failure?.fields.find(({ path }) => path === field);
    return html`<div class="field">
      <label for=${field}>${words[field]}</label>
      <input
        class="control"
        id=${field}
        type=${field === 'mobile' || field === 'email' ? types[field] : 'text'}
        autocomplete="off"
        aria-invalid=${problem ? 'true' : 'false'}
        aria-describedby=${problem ? `${field}-problem` : nothing}
        .value=${this.values?.[field] ?? ''}
        @input=${(event: Event) => {
          this.values = { ...this.values, [field]: (event.target as HTMLInputElement).value };
        }}
        @keydown=${this.#key}
      />
      ${problem ? html`<div class="error" id="${field}-problem">${this.problemText(problem.code)}</div>` : nothing}
    </div>`;
  }

  protected override problemText(code: string): string {
    const words = this.words(patientProblemWords);
    return code in words ? words[code as keyof typeof words] : super.problemText(code);
  }

  #renderFailure(): TemplateResult | typeof nothing {
    const { failure } = this;
    if (!failure) return nothing;
    const isShown = failure.fields.some(({ path }) => fields.some((field) => field === path));
    if (isShown) return nothing;
    return html`<p class="error" role="alert">${this.failureText(failure)}</p>`;
  }

  /** Enter adds the patient, and does not book. */
  readonly #key = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    void this.#store();
  };

  readonly #store = async (): Promise<void> => {
    if (this.isBusy) return;
    this.isBusy = true;
    this.failure = undefined;
    const typed = Object.entries(this.values ?? {}).map(([name, value]) => [name, value.trim()]);
    const given = Object.fromEntries(typed.filter(([, value]) => value)) as Partial<PatientInput>;
    const body = { firstName: '', lastName: '', ...given };
    try {
      const { api } = this.console!;
      await api.call('putPatient', { id: this.#id, body });
      const { firstName, lastName } = body;
      this.#choose({ id: this.#id, firstName, lastName });
    } catch (error) {
      this.failure = asStaffError(error);
      this.console?.failed(this.failure);
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
    } finally {
      this.isBusy = false;
    }
  };

  #choose(detail: Patient | undefined): void {
    this.dispatchEvent(new CustomEvent('opus-patient-chosen', { detail }));
  }
}

type Patient = PatientsFound['patients'][number];

/** What was typed to find somebody, as what it likely is: digits are an ID or a mobile, and say nothing of which; else names. */
function splitTyped(typed: string): Partial<Record<Field, string>> {
  if (/\d/.test(typed)) return {};
  const names = typed.trim().split(/\s+/);
  return names.length > 1
    ? { firstName: names.slice(0, -1).join(' '), lastName: names.at(-1)! }
    : { firstName: names[0] ?? '' };
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-new-patient': NewPatient;
  }
}
