import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { checkCode, readCode } from '../../domain/confirmation-code.js';
import { FormField } from '../form-field.js';
import { styles } from './code-field.styles.js';

/**
 * @element opus-code-field
 * @summary The six digits of a confirmation code in one input (P-31); a pasted message gives its code.
 * @fires input - The patient typed.
 * @fires change - The patient finished typing.
 * @csspart control - what is typed into
 */
export class CodeField extends FormField {
  static override styles = [...FormField.styles, styles];

  @property() override autocomplete = 'one-time-code';

  /** A code works once. */
  protected override get isRemembered(): boolean {
    return false;
  }

  protected problem(text: string): string {
    const reason = checkCode(text);
    return !reason || (reason === 'empty' && !this.required)
      ? ''
      : this.words.term('codeProblem', reason);
  }

  protected override standardHint(): string {
    return this.words.term('codeHint');
  }

  protected renderControl(describedBy: string, isInvalid: boolean): TemplateResult {
    return html`<input
      id="control"
      class="control"
      part="control"
      size="8"
      type="text"
      inputmode="numeric"
      .autocomplete=${this.autocomplete}
      spellcheck="false"
      ?disabled=${this.isDisabled}
      aria-required=${this.required ? 'true' : 'false'}
      aria-invalid=${isInvalid ? 'true' : 'false'}
      aria-describedby=${ifDefined(describedBy || undefined)}
      @input=${this.handleDigits}
      @change=${this.handleChange}
      @blur=${this.handleBlur}
      @keydown=${this.handleKeydown}
    />`;
  }

  private handleDigits(event: Event): void {
    const input = event.target as HTMLInputElement;
    const code = readCode(input.value);
    // Setting the value moves the caret to the end: only where something was in the way.
    if (code !== input.value) input.value = code;
    this.value = code;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-code-field': CodeField;
  }
}
