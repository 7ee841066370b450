import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { StaffError } from '../../api/staff-error.js';
import { ConsoleElement } from '../../parts/console-element.js';
import { asStaffError } from '../../state/record-editor.js';
import type { TimebookSettings } from './timebook-source.js';
import type { OpenTime } from './waiting-events.js';

/** The dialog is over; `said` is what came of it, undefined where nothing did, and `freed` the time that nobody has any more. */
export class DoneEvent extends Event {
  static readonly type = 'opus-timebook-done';
  constructor(
    readonly said?: string,
    readonly freed?: OpenTime,
  ) {
    super(DoneEvent.type, { bubbles: true, composed: true });
  }
}

/** Base of what stands in a dialog of the timebook: it does one thing, and tells what came of it. */
export abstract class DialogPart extends ConsoleElement {
  static override styles = [
    ConsoleElement.styles,
    css`
      /* What stands above the fields. */
      .row + .hint,
      .row + form,
      .row + .fields,
      .hint + form {
        margin-block-start: 12px;
      }

      form,
      .fields {
        display: grid;
        gap: 20px;
      }

      .pair {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(140px, 1fr));
        gap: 16px;
        /* Also where the label of one takes two lines. */
        align-items: end;
      }

      /* Takes no room until it says something, and is there to be read out. */
      [role='status']:empty {
        position: absolute;
      }

      fieldset {
        margin: 0;
        padding: 0;
        border: 0;
      }

      legend {
        margin-block-end: 8px;
        padding: 0;
        font-weight: 600;
      }

      .choice {
        display: flex;
        align-items: center;
        gap: 10px;
        min-block-size: 32px;
        font-weight: 400;
      }

      .choice input {
        inline-size: 20px;
        block-size: 20px;
        margin: 0;
        accent-color: var(--_accent-text);
      }

      .days {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 16px;
      }

      .row {
        margin-block-start: 8px;
      }
    `,
  ];

  @property({ attribute: false }) settings!: TimebookSettings;
  @state() protected isBusy = false;
  @state() protected failure: StaffError | undefined;

  /** Puts the focus into the dialog, on what is asked first. */
  focusFirst(): void {
    const controls = 'input:checked, input, select, textarea, button';
    this.renderRoot.querySelector<HTMLElement>(controls)?.focus();
  }

  /** Does something that calls the service, and closes with what is to be said; what failed is shown, and nothing typed is lost. */
  protected async run(work: () => Promise<string>, freed?: OpenTime): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    this.failure = undefined;
    try {
      this.dispatchEvent(new DoneEvent(await work(), freed));
    } catch (error) {
      const failure = asStaffError(error);
      if (failure.code === 'version-conflict' && this.meet(failure)) return;
      this.failure = failure;
      this.console?.failed(failure);
    } finally {
      this.isBusy = false;
    }
  }

  /** Takes what somebody else has changed meanwhile; true where the dialog tells of it by itself. */
  protected meet(_failure: StaffError): boolean {
    return false;
  }

  protected readonly close = (): void => {
    this.dispatchEvent(new DoneEvent());
  };

  protected renderFailure(): TemplateResult | typeof nothing {
    if (!this.failure) return nothing;
    const problems = this.failure.fields.map(({ code }) => this.problemText(code));
    return html`<p class="notice problem" role="alert">
      ${[this.failureText(this.failure), ...new Set(problems)].join(' ')}
    </p>`;
  }

  protected field(label: string, id: string, control: TemplateResult): TemplateResult {
    return html`<div class="field"><label for=${id}>${label}</label>${control}</div>`;
  }

  protected tick(
    label: string,
    checked: boolean,
    take: (checked: boolean) => void,
  ): TemplateResult {
    return html`<label class="choice"
      ><input
        type="checkbox"
        .checked=${checked}
        @change=${(event: Event) => take((event.target as HTMLInputElement).checked)}
      />${label}</label
    >`;
  }

  protected choose<Value extends string>(
    name: string,
    legend: string,
    options: readonly (readonly [Value, string])[],
    value: Value,
    take: (value: Value) => void,
  ): TemplateResult {
    return html`<fieldset>
      <legend>${legend}</legend>
      <div class="days">
        ${options.map(
          ([option, label]) =>
            html`<label class="choice"
              ><input
                type="radio"
                name=${name}
                .checked=${option === value}
                @change=${() => take(option)}
              />${label}</label
            >`,
        )}
      </div>
    </fieldset>`;
  }

  protected time(label: string, id: string, value: string, take: (value: string) => void) {
    return this.#input(
      label,
      { id, type: 'time', value: value === '24:00' ? '00:00' : value },
      take,
    );
  }

  protected date(label: string, id: string, value: string, take: (value: string) => void) {
    return this.#input(label, { id, type: 'date', value }, take);
  }

  /** From 1 to `max`. */
  protected number(
    label: string,
    id: string,
    value: number,
    max: number,
    take: (value: number) => void,
  ): TemplateResult {
    const setup = { id, type: 'number' as const, value: String(value), max };
    return this.#input(label, setup, (typed) => take(Number(typed)));
  }

  #input(
    label: string,
    {
      id,
      type,
      value,
      max,
    }: { id: string; type: 'time' | 'date' | 'number'; value: string; max?: number },
    take: (value: string) => void,
  ): TemplateResult {
    return this.field(
      label,
      id,
      html`<input
        class="control"
        id=${id}
        type=${type}
        min=${max === undefined ? nothing : 1}
        max=${max ?? nothing}
        required
        .value=${value}
        @input=${(event: Event) => take((event.target as HTMLInputElement).value)}
      />`,
    );
  }

  /** Some lines of text. */
  protected text(label: string, id: string, value: string, take: (value: string) => void) {
    return this.field(
      label,
      id,
      html`<textarea
        class="control"
        id=${id}
        rows="2"
        .value=${value}
        @input=${(event: Event) => take((event.target as HTMLTextAreaElement).value)}
      ></textarea>`,
    );
  }

  protected select(
    label: string,
    id: string,
    options: readonly { id: string; name: string }[],
    value: string,
    take: (value: string) => void,
    none?: string,
  ): TemplateResult {
    return this.field(
      label,
      id,
      html`<select
        class="control"
        id=${id}
        @change=${(event: Event) => take((event.target as HTMLSelectElement).value)}
      >
        ${none === undefined ? nothing : html`<option value="">${none}</option>`}
        ${options.map(
          (option) =>
            html`<option value=${option.id} ?selected=${option.id === value}>
              ${option.name}
            </option>`,
        )}
      </select>`,
    );
  }
}

/** `00:00` as an end is the end of the day. */
export const asEnd = (clock: string): string => (clock === '00:00' ? '24:00' : clock);
