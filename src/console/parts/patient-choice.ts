import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { PatientsFound } from '../../contract/index.js';
import { Loaded } from '../state/loaded.js';
import { date } from '../words/dates.js';
import { fill } from '../words/in-language.js';
import { ConsoleElement } from './console-element.js';
import { patientChoiceWords } from './patient-choice-words.js';

type Patient = PatientsFound['patients'][number];

/** Waits until somebody has stopped typing, in milliseconds. */
const pause = 250;

/** A patient on file, found by what is typed. Fires `opus-patient-chosen`, and `opus-patient-wanted` with what was typed for a new one. */
export class PatientChoice extends ConsoleElement {
  static override styles = [
    ConsoleElement.styles,
    css`
      .new {
        margin-block-start: 8px;
      }

      ul {
        margin-block-start: 8px;
        padding: 0;
        list-style: none;
      }

      li button {
        inline-size: 100%;
        min-block-size: 40px;
        padding: 8px 12px;
        border: 0;
        border-block-end: 1px solid var(--_line);
        background: none;
        color: inherit;
        font: inherit;
        text-align: start;
        cursor: pointer;
      }

      li button:hover {
        background: var(--_accent-soft);
      }
    `,
  ];

  @property({ attribute: false }) patient: Patient | undefined;
  /** Whether somebody who is not on file can be added. */
  @property({ attribute: false }) mayAdd = false;
  @state() private typed = '';
  readonly #found = new Loaded<readonly Patient[]>(this);
  #timer: ReturnType<typeof setTimeout> | undefined;

  protected override render(): TemplateResult {
    const words = this.words(patientChoiceWords);
    const { patient } = this;
    if (patient) {
      return html`<div class="field">
        <b>${words.patient}</b>
        <p>
          ${patient.firstName}
          ${patient.lastName}${patient.birthDate ? `, ${date(patient.birthDate, this.language)}` : ''}
          <button class="link" type="button" @click=${() => this.#choose(undefined)}>
            ${words.otherPatient}
          </button>
        </p>
      </div>`;
    }
    return html`<div class="field">
      <label for="patient">${words.patient}</label>
      <div class="hint" id="patient-hint">${words.searchPatient}</div>
      <input
        class="control"
        id="patient"
        type="search"
        autocomplete="off"
        aria-describedby="patient-hint"
        .value=${this.typed}
        @input=${this.#type}
      />
      <div role="status">${this.#renderFound()}</div>
      ${
        this.mayAdd
          ? html`<button class="link new" type="button" @click=${this.#want}>
              ${words.newPatient}
            </button>`
          : nothing
      }
    </div>`;
  }

  #renderFound(): TemplateResult | typeof nothing {
    const words = this.words(patientChoiceWords);
    if (!this.typed.trim()) return nothing;
    const { value, failure } = this.#found;
    if (failure) return html`<p class="error">${this.failureText(failure)}</p>`;
    if (!value) return nothing;
    if (value.length === 0) return html`<p class="hint">${words.nobodyFound}</p>`;
    return html`<ul>
      ${value.slice(0, 6).map((patient) => {
        const name = `${patient.firstName} ${patient.lastName}`;
        return html`<li>
          <button
            type="button"
            aria-label=${fill(words.choosePatient, { name })}
            @click=${() => this.#choose(patient)}
          >
            ${name}
            <span class="hint"
              >${[patient.birthDate ? date(patient.birthDate, this.language) : '', patient.mobile ?? ''].filter(Boolean).join(' · ')}</span
            >
          </button>
        </li>`;
      })}
    </ul>`;
  }

  readonly #type = (event: Event): void => {
    this.typed = (event.target as HTMLInputElement).value;
    clearTimeout(this.#timer);
    const q = this.typed.trim();
    if (!q) return;
    this.#timer = setTimeout(() => {
      void this.#found.load(
        async () => (await this.console!.api.call('findPatient', { body: { q } })).data.patients,
      );
    }, pause);
  };

  readonly #want = (): void => {
    this.dispatchEvent(new CustomEvent('opus-patient-wanted', { detail: this.typed }));
  };

  #choose(patient: Patient | undefined): void {
    this.dispatchEvent(new CustomEvent('opus-patient-chosen', { detail: patient }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-patient-choice': PatientChoice;
  }
}
