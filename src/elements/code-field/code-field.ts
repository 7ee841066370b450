import { property } from 'lit/decorators.js';
import { checkCode, readCode, type CodeReason } from '../../domain/confirmation-code.js';
import { FormField, type InputUse } from '../form-field.js';
import { styles } from './code-field.styles.js';

/**
 * @element opus-code-field
 * @summary The six digits of a confirmation code in one input (P-31); a pasted message gives its code.
 * @fires input - The patient typed.
 * @fires change - The patient finished typing.
 * @csspart control - what is typed into
 */
export class CodeField extends FormField<CodeReason> {
  static override styles = [...FormField.styles, styles];

  @property() override autocomplete = 'one-time-code';

  /** A code works only once. */
  protected override get isRemembered(): boolean {
    return false;
  }

  protected reasonOf(text: string): CodeReason | undefined {
    return checkCode(text);
  }

  protected sentenceFor(reason: CodeReason): string {
    return this.words.term('codeProblem', reason);
  }

  protected override standardHint(): string {
    return this.words.term('codeHint');
  }

  protected override get inputUse(): InputUse {
    return { inputMode: 'numeric', size: 8, attributes: { spellcheck: 'false' } };
  }

  protected override readText(text: string): string {
    return readCode(text);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-code-field': CodeField;
  }
}
