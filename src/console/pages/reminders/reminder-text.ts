import { css, html, nothing } from 'lit';
import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Language } from '../../../contract/index.js';
import type { MergeValues } from '../../../domain/message-text/merge-fields.js';
import { ConsoleElement } from '../../parts/console-element.js';
import { fill } from '../../words/in-language.js';
import { fieldWords } from '../messages/field-words.js';
import { lengthText } from '../messages/length-text.js';
import { MergeFieldController } from '../messages/merge-field-controller.js';
import { mergeTextField, mergeTextStyles } from '../messages/merge-text-field.js';
import { messagesWords } from '../messages/messages-words.js';
import type { CheckedText } from './text-check.js';
import { checkText, fieldLabels } from './text-check.js';
import { textWords } from './text-words.js';

/** Somebody has written a text; empty: the standard text. */
export class ReminderTextEvent extends Event {
  constructor(readonly text: string) {
    super('opus-console-reminder-text', { bubbles: false });
  }
}

/** One text of Opus SMS as it reaches a phone, and beneath it what it is written with (M-04). */
export class ReminderText extends ConsoleElement {
  static override styles: CSSResultGroup = [
    ConsoleElement.styles,
    mergeTextStyles,
    css`
      :host {
        display: block;
      }

      .phone {
        max-inline-size: 340px;
      }

      .bubble {
        inline-size: fit-content;
        padding: 10px 14px;
        border-radius: 16px 16px 16px 4px;
        background: var(--_accent-soft);
        overflow-wrap: anywhere;
        white-space: pre-wrap;
      }

      .who {
        margin-block-end: 4px;
        color: var(--_ink-quiet);
        font-size: var(--_small);
      }

      .about {
        margin-block-start: 6px;
      }

      .link {
        margin-block-start: 6px;
      }

      .editing {
        display: grid;
        gap: 16px;
        margin-block-start: 16px;
      }

      summary {
        inline-size: fit-content;
        padding-block: 8px;
        color: var(--_ink-quiet);
        font-size: var(--_small);
        cursor: pointer;
      }

      .control::placeholder {
        color: var(--_ink-quiet);
        opacity: 1;
      }
    `,
  ];

  /** What the text is of, such as "Reminder 1". */
  @property({ attribute: false }) name = '';
  /** The own text; empty: the standard text. */
  @property({ attribute: false }) text = '';
  @property({ attribute: false }) standard = '';
  @property({ attribute: false }) textLanguage: Language = 'nb';
  @property({ attribute: false }) samples: Readonly<Record<string, string>> | undefined;
  @property({ attribute: false }) sender = '';
  /** Why it can't be changed; empty: it can. */
  @property({ attribute: false }) reason = '';
  /** What is wrong with it, as a code of the contract; empty: nothing. */
  @property({ attribute: false }) problem = '';
  @state() private isOpen = false;
  readonly #controller = new MergeFieldController<string>(this, {
    labels: () => this.#labels(),
    change: (text) => this.#tell(text),
  });

  #labels(): Record<string, string> {
    const { short, others } = this.#fields();
    return { ...short, ...others };
  }

  #fields() {
    return fieldLabels(this.textLanguage, this.language, this.words(fieldWords));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    // What is wrong has to be seen.
    if (changed.has('problem') && this.problem) this.isOpen = true;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('problem') && this.problem) {
      this.renderRoot.querySelector<HTMLElement>('textarea')?.focus();
    }
  }

  protected override render(): TemplateResult {
    if (!this.samples) return html``;
    const words = this.words(messagesWords);
    const own = this.words(textWords);
    const samples = this.samples as MergeValues;
    const checked = checkText(this.text || this.standard, this.textLanguage, samples);
    const kind = this.text ? words.own : words.standard;
    return html`
      <div class="phone">
        <p class="who">${this.sender}</p>
        <p class="bubble" lang=${this.textLanguage}>${checked.text}</p>
        <p class="hint about">${kind}, ${lengthText(checked.length, words)}</p>
      </div>
      ${checked.namesTreatment ? html`<p class="notice about">${words.healthData}</p>` : nothing}
      <button
        class="link"
        type="button"
        aria-expanded=${this.isOpen ? 'true' : 'false'}
        aria-label="${this.isOpen ? own.done : own.change}: ${this.name}"
        @click=${() => (this.isOpen = !this.isOpen)}
      >
        ${this.isOpen ? own.done : own.change}
      </button>
      ${this.isOpen ? this.#renderEditing(checked) : nothing}
    `;
  }

  #renderEditing({ problem, unusual }: CheckedText): TemplateResult {
    const words = this.words(messagesWords);
    const own = this.words(textWords);
    const reason = this.reason || undefined;
    const controller = this.#controller;
    return html`<div class="editing">
      ${mergeTextField({
        id: 'text',
        label: `${own.text}: ${this.name}`,
        value: this.text,
        rows: 4,
        placeholder: this.standard,
        hint: own.hint,
        reason,
        problem: problem
          ? fill(words.unknownField, { field: problem.field })
          : this.problem
            ? this.problemText(this.problem)
            : undefined,
        labels: this.#labels(),
        listLabel: words.fieldList,
        listHint: fill(words.fieldListHint, { count: controller.matches.length }),
        controller,
        onInput: (text) => this.#tell(text),
        onFocus: () => undefined,
      })}
      ${unusual ? html`<p class="hint">${fill(words.unusual, { character: unusual })}</p>` : nothing}
      ${this.#renderFields()}
      ${
        this.text
          ? html`<p>
              <button
                class="link"
                type="button"
                ?disabled=${reason !== undefined}
                @click=${() => this.#tell('')}
              >
                ${words.toStandard}
              </button>
            </p>`
          : nothing
      }
    </div>`;
  }

  #renderFields(): TemplateResult {
    const { short, others } = this.#fields();
    return html`<div role="group" aria-label=${this.words(messagesWords).insert}>
      <div class="chips">${Object.entries(short).map((field) => this.#renderChip(...field))}</div>
      <details>
        <summary>${this.words(textWords).more}</summary>
        <div class="chips">
          ${Object.entries(others).map((field) => this.#renderChip(...field))}
        </div>
      </details>
    </div>`;
  }

  #renderChip(field: string, label: string): TemplateResult {
    const keepFocus = (event: Event) => event.preventDefault();
    return html`<button
      class="chip"
      type="button"
      title="[${field}]"
      ?disabled=${this.reason !== ''}
      @pointerdown=${keepFocus}
      @click=${() => this.#controller.insert(field)}
    >
      ${label}
    </button>`;
  }

  #tell(text: string): void {
    this.dispatchEvent(new ReminderTextEvent(text));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-reminder-text': ReminderText;
  }
}
