import { property } from 'lit/decorators.js';
import type { Market } from '../../contract/index.js';
import { formatNationalId, parseNationalId } from '../../domain/national-id/national-id.js';
import type { NationalIdReason, NationalIdResult } from '../../domain/national-id/result.js';
import { browserToday } from '../../state/browser/browser-today.js';
import { FormField, type InputUse } from '../form-field.js';

/**
 * @element opus-national-id-field
 * @summary The national ID of a market (P-26): format as hint, one sentence for each problem, hyphen set on leaving.
 * @fires input - The patient typed.
 * @fires change - The patient finished typing; the text has its market's form now.
 * @csspart control - what is typed into
 */
export class NationalIdField extends FormField<NationalIdReason> {
  @property() market: Market = 'NO';
  /** The clinic's civil date, `YYYY-MM-DD`, else the browser's: a birth date is not after it. */
  @property() today = '';

  /** The browser never keeps or fills in an ID (N-02). */
  protected override get isRemembered(): boolean {
    return false;
  }

  protected reasonOf(text: string): NationalIdReason | undefined {
    const result = this.#parse(text);
    return result.ok ? undefined : result.reason;
  }

  protected sentenceFor(reason: NationalIdReason): string {
    return this.words.term('nationalIdProblem', reason, this.market);
  }

  protected override formValue(): string {
    const result = this.#parse(this.value);
    return result.ok ? result.value.normalized : this.value;
  }

  protected override formatText(text: string): string {
    const result = this.#parse(text);
    return result.ok ? formatNationalId(this.market, result.value.normalized) : text;
  }

  protected override standardHint(): string {
    return this.words.term('nationalIdHint', this.market);
  }

  protected override get inputUse(): InputUse {
    return {
      inputMode: this.market === 'FI' ? 'text' : 'numeric',
      autocomplete: 'off',
      size: 20,
      attributes: {
        autocapitalize: 'characters',
        autocorrect: 'off',
        spellcheck: 'false',
        // For password managers, which ignore `autocomplete`.
        'data-1p-ignore': '',
        'data-bwignore': '',
        'data-lpignore': 'true',
        'data-form-type': 'other',
      },
    };
  }

  #parse(text: string): NationalIdResult {
    return parseNationalId(this.market, text, { today: this.today || browserToday() });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-national-id-field': NationalIdField;
  }
}
