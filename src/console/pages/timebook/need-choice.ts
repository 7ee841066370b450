import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { RecallInput } from '../../../contract/index.js';
import { choiceStyles } from '../../look/choice-styles.js';
import { ConsoleElement } from '../../parts/console-element.js';
import { maySomewhere } from '../../state/console-context.js';
import { Loaded } from '../../state/loaded.js';
import { date } from '../../words/dates.js';
import { fill } from '../../words/in-language.js';
import { appointmentWords } from './appointment-words.js';
import type { TimebookSettings } from './timebook-source.js';

type Need = RecallInput & { readonly id: string; readonly isBooked: boolean };

/** What a patient is due for that an appointment is to be for. */
export interface ChosenNeed {
  /** Undefined: for none. */
  readonly need: Pick<Need, 'id' | 'template' | 'minutes' | 'clinician'> | undefined;
  /** Whether the need that follows counts from the appointment (*Flytt neste recall*). */
  readonly moveNextRecall: boolean | undefined;
}

/** Which of a patient's due recalls an appointment is for, and whether the next one moves along (A-03, A-08). Fires `opus-need-chosen`. */
export class NeedChoice extends ConsoleElement {
  static override styles = [ConsoleElement.styles, choiceStyles];

  /** Id of the patient. */
  @property({ attribute: false }) patient = '';
  @property({ attribute: false }) settings!: TimebookSettings;
  @state() private chosen: Need | undefined;
  @state() private moves = false;
  readonly #due = new Loaded<readonly Need[]>(this);

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('patient') || !this.console) return;
    this.chosen = undefined;
    const { api, me } = this.console;
    if (!maySomewhere(me, 'patients')) return;
    const query = { patient: this.patient };
    void this.#due.load(async () => {
      const { items } = (await api.call('recalls', { query })).data as { items: Need[] };
      return items.filter(({ isBooked }) => !isBooked);
    });
  }

  protected override render(): TemplateResult | typeof nothing {
    const due = this.#due.value;
    // What shows nothing takes no room between the fields.
    this.hidden = !due || due.length === 0;
    if (!due || this.hidden) return nothing;
    const words = this.words(appointmentWords);
    return html`<div class="field">
      <label for="need">${words.need}</label>
      <select
        class="control"
        id="need"
        @change=${(event: Event) => {
          const { value } = event.target as HTMLSelectElement;
          this.#choose(due.find(({ id }) => id === value));
        }}
      >
        <option value="">${words.noNeed}</option>
        ${due.map(
          (need) =>
            html`<option value=${need.id} ?selected=${need.id === this.chosen?.id}>
              ${this.#nameOf(need)}
            </option>`,
        )}
      </select>
      ${this.chosen?.intervalMonths ? this.#renderMoving() : nothing}
    </div>`;
  }

  #renderMoving(): TemplateResult {
    const words = this.words(appointmentWords);
    return html`<label class="choice"
        ><input
          type="checkbox"
          aria-describedby="moves-hint"
          .checked=${this.moves}
          @change=${(event: Event) => {
            this.moves = (event.target as HTMLInputElement).checked;
            this.#tell();
          }}
        />${words.moveNextRecall}</label
      >
      <div class="hint" id="moves-hint">${words.moveNextRecallHint}</div>`;
  }

  #nameOf({ template, week }: Need): string {
    const what = this.settings.templates.find(({ id }) => id === template)?.name ?? template;
    return fill(this.words(appointmentWords).needOf, { what, date: date(week, this.language) });
  }

  #choose(need: Need | undefined): void {
    this.chosen = need;
    const template = this.settings.templates.find(({ id }) => id === need?.template);
    this.moves = template?.moveNextRecall ?? false;
    this.#tell();
  }

  #tell(): void {
    const { chosen, moves } = this;
    const detail: ChosenNeed = {
      need: chosen,
      moveNextRecall: chosen?.intervalMonths ? moves : undefined,
    };
    this.dispatchEvent(new CustomEvent('opus-need-chosen', { detail }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-need-choice': NeedChoice;
  }
}
