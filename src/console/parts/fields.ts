import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import { alertIcon } from '../../theme/icons.js';

/** What a field is bound to: a record that is edited. */
export interface FieldBinding {
  valueOf(path: string): unknown;
  set(path: string, value: unknown): void;
  problemOf(path: string): string | undefined;
}

export interface FieldSetup {
  readonly form: FieldBinding;
  /** Such as `fields.email`. */
  readonly path: string;
  readonly label: string;
  readonly hint?: string | TemplateResult | undefined;
  /** Why it can't be changed now; it stays readable. */
  readonly reason?: string | undefined;
  readonly problemText: (code: string) => string;
}

const idOf = (path: string) => `field-${path.replaceAll('.', '-')}`;

function notes({ form, path, hint, reason, problemText }: FieldSetup) {
  const id = idOf(path);
  const problem = form.problemOf(path);
  const described = [
    hint === undefined ? '' : `${id}-hint`,
    reason === undefined ? '' : `${id}-reason`,
    problem === undefined ? '' : `${id}-problem`,
  ];
  return {
    id,
    problem,
    describedBy: described.filter(Boolean).join(' ') || undefined,
    hint: hint === undefined ? nothing : html`<div class="hint" id="${id}-hint">${hint}</div>`,
    reason:
      reason === undefined ? nothing : html`<div class="reason" id="${id}-reason">${reason}</div>`,
    error:
      problem === undefined
        ? nothing
        : html`<div class="error" id="${id}-problem">${alertIcon}${problemText(problem)}</div>`,
  };
}

export interface TextSetup extends FieldSetup {
  readonly type?: 'text' | 'email' | 'tel' | 'url' | 'number' | 'date' | 'password';
  readonly placeholder?: string | undefined;
  readonly required?: boolean;
  /** Lines of a longer text. */
  readonly rows?: number;
  readonly maxLength?: number;
  /** Stored for an empty field: null or nothing at all, instead of an empty text. */
  readonly whenEmpty?: 'null' | 'absent' | 'text';
  readonly autocomplete?: string;
  /** What empties a field that has something in it: such as "Back to the standard text". */
  readonly back?: string | undefined;
}

/** A field for text or a number, with its label above and what is wrong with it below. */
export function textField(setup: TextSetup): TemplateResult {
  const { form, path, label, type = 'text', rows, required = false, maxLength } = setup;
  const { id, problem, describedBy, hint, reason, error } = notes(setup);
  const value = form.valueOf(path);
  const take = (event: Event) => {
    const { value: typed } = event.target as HTMLInputElement;
    form.set(path, typed === '' ? emptyOf(setup) : type === 'number' ? Number(typed) : typed);
  };
  const shown = typeof value === 'number' ? String(value) : typeof value === 'string' ? value : '';
  const control = rows
    ? html`<textarea
        class="control"
        id=${id}
        rows=${rows}
        maxlength=${ifDefined(maxLength)}
        placeholder=${ifDefined(setup.placeholder)}
        aria-describedby=${ifDefined(describedBy)}
        aria-invalid=${problem === undefined ? 'false' : 'true'}
        ?required=${required}
        ?readonly=${setup.reason !== undefined}
        .value=${live(shown)}
        @input=${take}
      ></textarea>`
    : html`<input
        class="control"
        id=${id}
        type=${type}
        maxlength=${ifDefined(maxLength)}
        placeholder=${ifDefined(setup.placeholder)}
        autocomplete=${setup.autocomplete ?? 'off'}
        aria-describedby=${ifDefined(describedBy)}
        aria-invalid=${problem === undefined ? 'false' : 'true'}
        ?required=${required}
        ?readonly=${setup.reason !== undefined}
        .value=${live(shown)}
        @input=${take}
      />`;
  return html`<div class="field">
    <label for=${id}
      >${label}${required ? html`<span class="mark" aria-hidden="true"> *</span>` : nothing}</label
    >
    ${hint}${control}${reason}${error}
    ${
      setup.back === undefined || shown === '' || setup.reason !== undefined
        ? nothing
        : html`<div class="restore">
            <button
              class="link"
              type="button"
              aria-label="${setup.back}: ${label}"
              @click=${(event: Event) => {
                form.set(path, emptyOf(setup));
                // The button is gone with the text.
                const { parentElement } = (event.currentTarget as HTMLElement).parentElement!;
                parentElement?.querySelector<HTMLElement>('.control')?.focus();
              }}
            >
              ${setup.back}
            </button>
          </div>`
    }
  </div>`;
}

function emptyOf({ type, whenEmpty = type === 'number' ? 'null' : 'text' }: TextSetup) {
  return whenEmpty === 'null' ? null : whenEmpty === 'absent' ? undefined : '';
}

/** A switch with its explanation beneath; greyed with the reason where it can't be changed. */
export function switchField(setup: FieldSetup): TemplateResult {
  const { form, path, label } = setup;
  const { id, describedBy, hint, reason, error } = notes(setup);
  const isFixed = setup.reason !== undefined;
  const take = (event: Event) => {
    const box = event.target as HTMLInputElement;
    form.set(path, box.checked);
  };
  // aria-disabled, so that it can be reached and its reason heard.
  return html`<div class="switch">
    <input
      type="checkbox"
      id=${id}
      aria-describedby=${ifDefined(describedBy)}
      aria-disabled=${isFixed ? 'true' : 'false'}
      .checked=${live(form.valueOf(path) === true)}
      @click=${(event: Event) => isFixed && event.preventDefault()}
      @change=${take}
    />
    <label for=${id}>${label}</label>
    ${hint}${reason}${error}
  </div>`;
}

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly disabled?: boolean;
}

/** One of some values; `none` names the choice of nothing, which is stored as null, or not at all. */
export function selectField(
  setup: FieldSetup & {
    options: readonly Option[];
    none?: string | undefined;
    whenEmpty?: 'null' | 'absent';
  },
): TemplateResult {
  const { form, path, label, options, none } = setup;
  const { id, problem, describedBy, hint, reason, error } = notes(setup);
  const value = form.valueOf(path) ?? '';
  const take = (event: Event) => {
    const { value: chosen } = event.target as HTMLSelectElement;
    form.set(path, chosen !== '' ? chosen : setup.whenEmpty === 'absent' ? undefined : null);
  };
  return html`<div class="field">
    <label for=${id}>${label}</label>
    ${hint}
    <select
      class="control"
      id=${id}
      aria-describedby=${ifDefined(describedBy)}
      aria-invalid=${problem === undefined ? 'false' : 'true'}
      ?disabled=${setup.reason !== undefined}
      @change=${take}
    >
      ${none === undefined ? nothing : html`<option value="" ?selected=${value === ''}>${none}</option>`}
      ${options.map(
        (option) =>
          html`<option
            value=${option.value}
            ?selected=${value === option.value}
            ?disabled=${option.disabled ?? false}
          >
            ${option.label}
          </option>`,
      )}
    </select>
    ${reason}${error}
  </div>`;
}
