import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { parseEmail, type EmailReason } from '../../domain/email.js';
import { FormField, type InputUse } from '../form-field.js';

/**
 * @element opus-text-field
 * @summary A line of text, or several: label above, hint under it, error in words under the field (P-29).
 * @fires input - The patient typed.
 * @fires change - The patient finished typing.
 * @csspart control - what is typed into
 */
export class TextField extends FormField<EmailReason> {
  @property() type: 'text' | 'email' = 'text';
  @property({ attribute: 'inputmode' }) override inputMode = '';
  /** Several lines, with a counter where `max` is given. */
  @property({ type: Boolean }) multiline = false;
  /** Maximum number of characters. A longer text can be typed and is an error: nothing pasted is cut off unseen. */
  @property({ type: Number }) max = 0;
  /** Expected number of characters, for the width; 0 is the whole width. */
  @property({ type: Number }) chars = 0;
  /** Answers what a text stands for, such as the town of a postcode: said beside the field, never put into it. */
  @property({ attribute: false }) meaningOf?: (text: string) => Promise<string> | undefined;

  @state() private meaning = '';

  protected override get counter(): string {
    return this.multiline && this.max
      ? this.words.term('charactersLeft', this.max - this.value.length)
      : this.meaning;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('value') || changed.has('meaningOf')) void this.#findMeaning(this.value);
  }

  async #findMeaning(text: string): Promise<void> {
    const meaning = (await this.meaningOf?.(text)) ?? '';
    if (text === this.value) this.meaning = meaning;
  }

  protected reasonOf(text: string): EmailReason | undefined {
    if (this.type === 'email') {
      const result = parseEmail(text);
      return result.ok ? undefined : result.reason;
    }
    if (!text.trim()) return 'empty';
    return this.max && text.length > this.max ? 'length' : undefined;
  }

  protected sentenceFor(reason: EmailReason): string {
    if (this.type === 'email') return this.words.term('emailProblem', reason);
    return reason === 'length' ? this.words.term('fieldTooLong', this.label, this.max) : '';
  }

  protected override get inputUse(): InputUse {
    return {
      type: this.type,
      inputMode: this.inputMode,
      ...(this.chars ? { size: this.chars } : {}),
    };
  }

  protected override renderControl(describedBy: string, isInvalid: boolean): TemplateResult {
    return this.multiline
      ? this.#renderArea(describedBy, isInvalid)
      : html`${super.renderControl(describedBy, isInvalid)}${
          this.meaningOf
            ? html`<output id="count" class="meaning">${this.meaning}</output>`
            : nothing
        }`;
  }

  #renderArea(describedBy: string, isInvalid: boolean): TemplateResult {
    const isNear = this.value.length > this.max - 20;
    return html`<textarea
        id="control"
        class="control"
        part="control"
        rows="4"
        .autocomplete=${this.autocomplete}
        ?disabled=${this.isDisabled}
        aria-required=${this.required ? 'true' : 'false'}
        aria-invalid=${isInvalid ? 'true' : 'false'}
        aria-describedby=${ifDefined(describedBy || undefined)}
        @input=${this.handleInput}
        @change=${this.handleChange}
        @blur=${this.handleBlur}
      ></textarea>
      ${
        this.max
          ? html`<p class="count" id="count">${this.counter}</p>
              <p class="visually-hidden" role="status">${isNear ? this.counter : ''}</p>`
          : nothing
      }`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-text-field': TextField;
  }
}
