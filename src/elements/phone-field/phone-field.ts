import { property } from 'lit/decorators.js';
import type { Market } from '../../contract/index.js';
import { countryCodeOf, formatPhone, parsePhone, type PhoneReason } from '../../domain/phone.js';
import { FormField, type InputUse } from '../form-field.js';

/**
 * @element opus-phone-field
 * @summary A mobile number: national numbers of the market as they are, others with + and country code.
 * @fires input - The patient typed.
 * @fires change - The patient finished typing; a valid number is grouped now.
 * @csspart control - what is typed into
 */
export class PhoneField extends FormField<PhoneReason> {
  @property() market: Market = 'NO';
  @property() override autocomplete = 'tel';

  protected reasonOf(text: string): PhoneReason | undefined {
    const result = parsePhone(this.market, text);
    return result.ok ? undefined : result.reason;
  }

  protected sentenceFor(reason: PhoneReason): string {
    return this.words.term('mobileProblem', reason, countryCodeOf(this.market));
  }

  /** E.164 where the number is valid. */
  protected override formValue(): string {
    const result = parsePhone(this.market, this.value);
    return result.ok ? result.value.e164 : this.value;
  }

  protected override formatText(text: string): string {
    const result = parsePhone(this.market, text);
    return result.ok ? formatPhone(this.market, result.value.e164) : text;
  }

  protected override standardHint(): string {
    return this.words.term('mobileHint');
  }

  protected override get inputUse(): InputUse {
    return { type: 'tel', size: 20 };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-phone-field': PhoneField;
  }
}
