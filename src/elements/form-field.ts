import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { Localizer } from '../locales/localizer.js';
import { baseStyles } from '../theme/base-styles.js';
import { fieldStyles } from '../theme/field-styles.js';
import { alertIcon } from '../theme/icons.js';

/** Anything that can be typed in. */
type Control = HTMLInputElement | HTMLTextAreaElement;

/**
 * What every field of the form shares: it takes part in the host's forms, fires native `input` and `change`, and shows
 * label, hint and error in words. A field says by itself what is wrong once the patient has left it with something in
 * it; `error` from outside comes before that.
 * @csspart label - a label
 * @csspart error - what is wrong, under its field
 */
export abstract class FormField extends LitElement {
  static readonly formAssociated = true;
  static override shadowRootOptions: ShadowRootInit = {
    ...LitElement.shadowRootOptions,
    delegatesFocus: true,
  };
  static override styles = [baseStyles, fieldStyles];

  protected readonly words = new Localizer(this);
  private readonly internals = this.attachInternals();
  private text = '';
  /** The text that was there when the field was last left: only that is judged on screen. */
  @state() private left?: string;
  @state() private isOff = false;

  /** Name of its value in a form. */
  @property({ reflect: true }) name = '';
  @property() label = '';
  @property() hint = '';
  /** What is wrong, in words; shown instead of what the field itself has to say. */
  @property() error = '';
  @property({ type: Boolean, reflect: true }) required = false;
  @property({ type: Boolean, reflect: true }) disabled = false;
  /** Tokens of HTML's autofill. */
  @property() autocomplete = '';

  @query('.control') protected readonly control!: Control | null;

  constructor() {
    super();
    // The form was sent, or its host asked for faults: now also an empty field says so.
    this.addEventListener('invalid', () => (this.left = this.value));
  }

  /** The text as typed. */
  @property()
  get value(): string {
    return this.text;
  }

  set value(value: string) {
    const before = this.text;
    this.text = value ?? '';
    this.updateFormValue();
    this.requestUpdate('value', before);
  }

  get form(): HTMLFormElement | null {
    return this.internals.form;
  }

  get validity(): ValidityState {
    return this.internals.validity;
  }

  get validationMessage(): string {
    return this.internals.validationMessage;
  }

  get willValidate(): boolean {
    return this.internals.willValidate;
  }

  checkValidity(): boolean {
    return this.internals.checkValidity();
  }

  reportValidity(): boolean {
    return this.internals.reportValidity();
  }

  formResetCallback(): void {
    this.value = this.getAttribute('value') ?? '';
    this.left = undefined;
  }

  formDisabledCallback(isOff: boolean): void {
    this.isOff = isOff;
  }

  /** The browser gives back what was typed before a reload; a field that must forget answers with nothing. */
  formStateRestoreCallback(value: unknown): void {
    if (!this.isRemembered || typeof value !== 'string' || value === this.value) return;
    this.value = value;
    // As native fields do it: whoever keeps the form's values hears of it.
    this.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  }

  override render(): TemplateResult {
    const error = this.shownError;
    const hint = this.hint || this.standardHint();
    return html`
      <label for="control" part="label"
        >${this.label}${this.required ? html` <span class="mark" aria-hidden="true">*</span>` : ''}
      </label>
      ${hint ? html`<p class="hint" id="hint">${hint}</p>` : nothing}
      ${this.renderControl(
        [error && 'error', hint && 'hint', this.counter && 'count'].filter(Boolean).join(' '),
        Boolean(error),
      )}
      <div id="error">
        ${error ? html`<p class="error" part="error">${alertIcon}<span>${error}</span></p>` : nothing}
      </div>
    `;
  }

  /** True when the browser may keep the text over a reload. */
  protected get isRemembered(): boolean {
    return true;
  }

  protected get isDisabled(): boolean {
    return this.disabled || this.isOff;
  }

  /** What is wrong with the text as it stands, in words; empty when nothing is. */
  protected abstract problem(text: string): string;

  /** The input or text area: `id="control" class="control"`, with the shared handlers; its text is set here. */
  protected abstract renderControl(describedBy: string, isInvalid: boolean): TemplateResult;

  /** What the form sends for the text. */
  protected formValue(): string {
    return this.value;
  }

  /** The text as it should look once it was left. */
  protected purgeExpired(text: string): string {
    return text;
  }

  protected standardHint(): string {
    return '';
  }

  /** How much room is left, in words, shown under the control with `id="count"`. */
  protected get counter(): string {
    return '';
  }

  protected updateFormValue(): void {
    // An empty state keeps the text out of the browser's session history.
    this.internals.setFormValue(this.formValue(), this.isRemembered ? this.value : '');
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    // Compared with what stands there now, which a binding does not look at; setting it moves the caret.
    if (this.control && this.control.value !== this.value) this.control.value = this.value;
    this.updateFormValue();
    const message = this.problem(this.value);
    const isMissing = this.required && !this.value.trim();
    if (message || isMissing) {
      const flags = isMissing ? { valueMissing: true } : { customError: true };
      // Words may still be on their way, but a flag without a message throws.
      this.internals.setValidity(flags, message || this.label || '*', this.control ?? undefined);
    } else {
      this.internals.setValidity({});
    }
  }

  protected readonly handleInput = (event: Event): void => {
    this.value = (event.target as Control).value;
  };

  protected readonly handleChange = (): void => {
    this.value = this.purgeExpired(this.value);
    // Unlike `input`, `change` ends at the shadow root.
    this.dispatchEvent(new Event('change', { bubbles: true }));
  };

  protected readonly handleBlur = (): void => {
    if (this.value.trim() || this.left !== undefined) this.left = this.value;
  };

  protected readonly handleKeydown = (event: KeyboardEvent): void => {
    // What an input in the form itself would do.
    if (event.key === 'Enter' && !event.isComposing) this.internals.form?.requestSubmit();
  };

  private get shownError(): string {
    return this.error || (this.left === undefined ? '' : this.problem(this.left));
  }
}
