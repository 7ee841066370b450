import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { Market } from '../../contract/index.js';
import { formatNationalId, parseNationalId, type NationalIdResult } from '../../domain/index.js';
import { browserToday } from '../../state/browser/browser-today.js';
import { FormField } from '../form-field.js';

/**
 * @element opus-national-id-field
 * @summary The national ID of a market (P-26): format as hint, one sentence for each way to be wrong, hyphen set on leaving.
 * @fires input - The patient typed.
 * @fires change - The patient finished typing; the text has its market's form now.
 * @csspart control - what is typed into
 */
export class NationalIdField extends FormField {
  @property() market: Market = 'NO';
  /** The clinic's civil date, `YYYY-MM-DD`, else the browser's: what lies in the future is no birth date. */
  @property() today = '';

  /** An ID is never kept or filled in by the browser (N-02). */
  protected override get isRemembered(): boolean {
    return false;
  }

  protected problem(text: string): string {
    const result = this.parse(text);
    if (result.ok || (result.reason === 'empty' && !this.required)) return '';
    return this.words.term('nationalIdProblem', result.reason, this.market);
  }

  protected override formValue(): string {
    const result = this.parse(this.value);
    return result.ok ? result.value.normalized : this.value;
  }

  protected override purgeExpired(text: string): string {
    const result = this.parse(text);
    return result.ok ? formatNationalId(this.market, result.value.normalized) : text;
  }

  protected override standardHint(): string {
    return this.words.term('nationalIdHint', this.market);
  }

  // "off" is for browsers, the data attributes for password managers, which do not heed it.
  protected renderControl(describedBy: string, isInvalid: boolean): TemplateResult {
    return html`<input
      id="control"
      class="control"
      part="control"
      size="20"
      type="text"
      inputmode=${this.market === 'FI' ? 'text' : 'numeric'}
      autocomplete="off"
      autocapitalize="characters"
      autocorrect="off"
      spellcheck="false"
      data-1p-ignore
      data-bwignore
      data-lpignore="true"
      data-form-type="other"
      ?disabled=${this.isDisabled}
      aria-required=${this.required ? 'true' : 'false'}
      aria-invalid=${isInvalid ? 'true' : 'false'}
      aria-describedby=${ifDefined(describedBy || undefined)}
      @input=${this.handleInput}
      @change=${this.handleChange}
      @blur=${this.handleBlur}
      @keydown=${this.handleKeydown}
    />`;
  }

  private parse(text: string): NationalIdResult {
    return parseNationalId(this.market, text, { today: this.today || browserToday() });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-national-id-field': NationalIdField;
  }
}
