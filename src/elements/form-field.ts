import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { Localizer } from '../locales/localizer.js';
import { problemSentence, shownProblem } from '../locales/problem-set.js';
import { baseStyles } from '../theme/base-styles.js';
import { fieldStyles } from '../theme/field-styles.js';
import { alertIcon } from '../theme/icons.js';
import { OpusElement } from './opus-element.js';
import { keepTypedInput } from './typed-input.js';

type Control = HTMLInputElement | HTMLTextAreaElement;

/** How the input of a kind of field differs from a plain text input. */
export interface InputUse {
  readonly type?: 'text' | 'email' | 'tel';
  readonly inputMode?: string;
  /** Tokens of HTML's autofill, in place of the field's `autocomplete`. */
  readonly autocomplete?: string;
  /** Width in characters; the whole width without one. */
  readonly size?: number;
  /** Attributes that never change. */
  readonly attributes?: Readonly<Record<string, string>>;
}

/**
 * Base of every form field: it takes part in the host's forms, fires native `input` and `change`, and shows label, hint and
 * error in words. A field shows its own error once the patient has left it with something in it; `error` from outside
 * takes precedence.
 * @csspart label - a label
 * @csspart error - what is wrong, under its field
 */
export abstract class FormField<Reason extends string = string> extends OpusElement {
  static readonly formAssociated = true;
  static override shadowRootOptions: ShadowRootInit = {
    ...LitElement.shadowRootOptions,
    delegatesFocus: true,
  };
  static override styles = [baseStyles, fieldStyles];

  protected readonly words = new Localizer(this);
  /** Undefined in Safari before 16.4: the field then shows its errors, but takes part in no form. */
  readonly #internals = this.attachInternals?.() as ElementInternals | undefined;
  #text = '';
  /** The control, and its text when it was last read or written: another text was filled in without an event. */
  #known: { readonly control: Control; readonly text: string } | undefined;
  #form: HTMLFormElement | null = null;
  /** The text when the field was last left: only that text's problem is shown. */
  @state() private left?: string;
  @state() private isOff = false;

  /** Name of its value in a form. */
  @property({ reflect: true }) name = '';
  @property() label = '';
  @property() hint = '';
  /** An error in words, shown in place of the field's own. */
  @property() error = '';
  @property({ type: Boolean, reflect: true }) required = false;
  @property({ type: Boolean, reflect: true }) disabled = false;
  /** Tokens of HTML's autofill. */
  @property() autocomplete = '';

  @query('.control') protected readonly control!: Control | null;

  constructor() {
    super();
    // After `checkValidity()` or a submit, an empty field shows its error too.
    this.addEventListener('invalid', () => {
      this.#takeFilledIn();
      this.left = this.value;
    });
  }

  /** The text as typed, or filled in. */
  @property()
  get value(): string {
    const { control } = this;
    const isFilledIn =
      control && this.#known?.control === control && this.#known.text !== control.value;
    return isFilledIn ? this.readText(control.value) : this.#text;
  }

  set value(value: string) {
    const before = this.#text;
    this.#text = value ?? '';
    this.#knowControl();
    this.updateFormValue();
    this.requestUpdate('value', before);
  }

  get form(): HTMLFormElement | null {
    return this.#internals ? this.#internals.form : this.closest('form');
  }

  get validity(): ValidityState {
    return this.#internals?.validity as ValidityState;
  }

  get validationMessage(): string {
    return this.#internals?.validationMessage ?? '';
  }

  get willValidate(): boolean {
    return this.#internals?.willValidate ?? false;
  }

  checkValidity(): boolean {
    return this.#internals?.checkValidity() ?? true;
  }

  reportValidity(): boolean {
    return this.#internals?.reportValidity() ?? true;
  }

  formAssociatedCallback(form: HTMLFormElement | null): void {
    // Before the form's own listeners, which read what the field has told them.
    this.#form?.removeEventListener('submit', this.#takeFilledIn, true);
    this.#form = form;
    form?.addEventListener('submit', this.#takeFilledIn, true);
  }

  formResetCallback(): void {
    this.value = this.getAttribute('value') ?? '';
    this.left = undefined;
  }

  formDisabledCallback(isOff: boolean): void {
    this.isOff = isOff;
  }

  /** The browser restores what was typed before a reload, unless the field must not be remembered. */
  formStateRestoreCallback(value: unknown): void {
    if (!this.isRemembered || typeof value !== 'string' || value === this.value) return;
    this.value = value;
    // As native fields do, so that listeners that keep the form's values are told.
    this.#tellInput();
  }

  protected override createRenderRoot(): HTMLElement {
    const frame = super.createRenderRoot();
    keepTypedInput(frame);
    return frame;
  }

  override render(): TemplateResult {
    const error = this.#shownError;
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

  /** Why a text is wrong; undefined when it is valid. */
  protected abstract reasonOf(text: string): Reason | undefined;

  /** The sentence for a reason; empty where it is not loaded, or none but the general one. */
  protected abstract sentenceFor(reason: Reason): string;

  /** The problem of a text, in words; empty when it is valid. */
  protected problem(text: string): string {
    const reason = this.reasonOf(text);
    return reason && (reason !== 'empty' || this.required)
      ? problemSentence(this.words, this.label, reason, this.sentenceFor(reason))
      : '';
  }

  protected get inputUse(): InputUse {
    return {};
  }

  /** The control, with `id="control" class="control"` and the shared handlers; `updated` sets its text. */
  protected renderControl(describedBy: string, isInvalid: boolean): TemplateResult {
    const { type = 'text', inputMode = '', autocomplete, size } = this.inputUse;
    return html`<input
      id="control"
      class="control"
      part="control"
      size=${ifDefined(size)}
      type=${type}
      .inputMode=${inputMode}
      .autocomplete=${autocomplete ?? this.autocomplete}
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

  /** The value for the text that is in the control. */
  protected readText(text: string): string {
    return text;
  }

  /** What the form submits for the text. */
  protected formValue(): string {
    return this.value;
  }

  /** The text as it is written once the field is left. */
  protected formatText(text: string): string {
    return text;
  }

  protected standardHint(): string {
    return '';
  }

  /** How many characters are left, in words, shown under the control with `id="count"`. */
  protected get counter(): string {
    return '';
  }

  protected updateFormValue(): void {
    // An empty state keeps the text out of the browser's session history.
    this.#internals?.setFormValue(this.formValue(), this.isRemembered ? this.value : '');
  }

  protected override firstUpdated(): void {
    for (const [name, value] of Object.entries(this.inputUse.attributes ?? {})) {
      this.control?.setAttribute(name, value);
    }
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.#text = this.value;
    // Not a binding, which would compare with its last value; and only where it differs, as setting it moves the caret.
    if (this.control && this.control.value !== this.value) this.control.value = this.#text;
    this.#knowControl();
    this.updateFormValue();
    const message = this.problem(this.value);
    const isMissing = this.required && !this.value.trim();
    if (message || isMissing) {
      const flags = isMissing ? { valueMissing: true } : { customError: true };
      // The words may not be loaded yet, and a flag without a message throws.
      this.#internals?.setValidity(flags, message || this.label || '*', this.control ?? undefined);
    } else {
      this.#internals?.setValidity({});
    }
  }

  protected readonly handleInput = (event: Event): void => {
    const control = event.target as Control;
    const text = this.readText(control.value);
    // Setting the text moves the caret to the end.
    if (text !== control.value) control.value = text;
    this.value = text;
    this.#tellInput();
  };

  protected readonly handleChange = (): void => {
    this.#takeFilledIn();
    this.value = this.formatText(this.value);
    // `change` does not leave the shadow root by itself, as `input` does.
    this.dispatchEvent(new Event('change', { bubbles: true }));
  };

  protected readonly handleBlur = (): void => {
    this.#takeFilledIn();
    if (this.value.trim() || this.left !== undefined) this.left = this.value;
  };

  protected readonly handleKeydown = (event: KeyboardEvent): void => {
    // As Enter does in an input of the form itself.
    if (event.key === 'Enter' && !event.isComposing) this.form?.requestSubmit();
  };

  /** In place of the control's own event, whose data is what was typed; like `change`, it stays in the tree of the field. */
  #tellInput(): void {
    this.dispatchEvent(new Event('input', { bubbles: true }));
  }

  /** Some password managers and versions of iOS fill a field in without `input`: whoever keeps the values is told here. */
  readonly #takeFilledIn = (): void => {
    const { value } = this;
    if (value === this.#text) return;
    this.value = value;
    this.#tellInput();
  };

  #knowControl(): void {
    const { control } = this;
    this.#known = control ? { control, text: control.value } : undefined;
  }

  get #shownError(): string {
    if (this.error || this.left === undefined) return this.error;
    return shownProblem(this.words, this.problem(this.left));
  }
}
