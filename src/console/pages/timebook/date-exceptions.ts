import { css, html } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { ConsoleElement } from '../../parts/console-element.js';
import { dayName } from '../../words/dates.js';
import { fill } from '../../words/in-language.js';
import { exceptionWords } from './date-exception-words.js';

/** Single dates that a pattern leaves out (A-01). Fires `opus-dates-chosen` with all of them, ascending. */
export class DateExceptions extends ConsoleElement {
  static override styles = [
    ConsoleElement.styles,
    css`
      .row {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        align-items: center;
      }

      .row .control {
        flex: 0 1 200px;
      }

      ul {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        margin-block: 8px 0;
        padding: 0;
        list-style: none;
      }
    `,
  ];

  @property({ attribute: false }) dates: readonly string[] = [];
  @property({ attribute: false }) first = '';
  @property({ attribute: false }) last = '';
  @state() private typed = '';

  protected override render(): TemplateResult {
    const words = this.words(exceptionWords);
    return html`<div class="field">
      <label for="except">${words.except}</label>
      <div class="row">
        <input
          class="control"
          id="except"
          type="date"
          min=${this.first}
          max=${this.last}
          .value=${this.typed}
          @input=${(event: Event) => (this.typed = (event.target as HTMLInputElement).value)}
          @keydown=${this.#key}
        />
        <button class="button" type="button" ?disabled=${!this.typed} @click=${this.#add}>
          ${words.leaveOut}
        </button>
      </div>
      <ul aria-label=${words.except}>
        ${this.dates.map((date) => {
          const day = dayName(date, this.language);
          return html`<li>
            <button
              class="button small"
              type="button"
              aria-label=${fill(words.takeBack, { day })}
              @click=${() => this.#tell(this.dates.filter((one) => one !== date))}
            >
              ${day} <span aria-hidden="true">×</span>
            </button>
          </li>`;
        })}
      </ul>
    </div>`;
  }

  /** Enter adds the date, and places nothing. */
  readonly #key = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    this.#add();
  };

  readonly #add = (): void => {
    const { typed, dates } = this;
    if (!typed) return;
    this.typed = '';
    this.#tell([...new Set([...dates, typed])].sort());
    this.renderRoot.querySelector('input')?.focus();
  };

  #tell(detail: readonly string[]): void {
    this.dispatchEvent(new CustomEvent('opus-dates-chosen', { detail }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-date-exceptions': DateExceptions;
  }
}
