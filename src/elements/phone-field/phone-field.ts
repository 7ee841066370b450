import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { Market } from '../../contract/index.js';
import { countryCodeOf, formatPhone, parsePhone } from '../../domain/index.js';
import { FormField } from '../form-field.js';

/**
 * @element opus-phone-field
 * @summary A mobile number: national numbers of the market as they are, others with + and country code.
 * @fires input - The patient typed.
 * @fires change - The patient finished typing; a good number is grouped now.
 * @csspart control - what is typed into
 */
export class PhoneField extends FormField {
  @property() market: Market = 'NO';
  @property() override autocomplete = 'tel';

  protected problem(text: string): string {
    const result = parsePhone(this.market, text);
    if (result.ok || (result.reason === 'empty' && !this.required)) return '';
    return this.words.term('mobileProblem', result.reason, countryCodeOf(this.market));
  }

  /** E.164 where the number is good. */
  protected override formValue(): string {
    const result = parsePhone(this.market, this.value);
    return result.ok ? result.value.e164 : this.value;
  }

  protected override purgeExpired(text: string): string {
    const result = parsePhone(this.market, text);
    return result.ok ? formatPhone(this.market, result.value.e164) : text;
  }

  protected override standardHint(): string {
    return this.words.term('mobileHint');
  }

  protected renderControl(describedBy: string, isInvalid: boolean): TemplateResult {
    return html`<input
      id="control"
      class="control"
      part="control"
      size="20"
      type="tel"
      .autocomplete=${this.autocomplete}
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
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-phone-field': PhoneField;
  }
}
