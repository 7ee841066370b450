import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Journal, RecallInput, TemplateInput } from '../../../contract/index.js';
import { selectField, textField } from '../../parts/fields.js';
import { LoadedPage } from '../../parts/loaded-page.js';
import { Loaded } from '../../state/loaded.js';
import { withField, fieldOf } from '../../state/three-way.js';
import { date, dateTime } from '../../words/dates.js';
import { fill } from '../../words/in-language.js';
import { patientNeedsWords } from './patient-needs-words.js';

type Need = RecallInput & { readonly id: string; readonly isBooked: boolean };
interface Named {
  readonly id: string;
  readonly name: string;
}
interface Shown {
  readonly needs: readonly Need[];
  readonly journal: Journal['entries'];
  readonly templates: readonly (TemplateInput & { readonly id: string })[];
  readonly clinicians: readonly Named[];
}
type Draft = Partial<Omit<RecallInput, 'patient'>>;

/** What a patient is due for (P-38, A-08), and the journal of moves and cancellations (A-12). */
export class PatientNeeds extends LoadedPage {
  /** Id of the patient. */
  @property({ attribute: false }) patient = '';
  /** A need that is being added. */
  @state() private draft: Draft | undefined;
  readonly #shown = new Loaded<Shown>(this);
  #of = '';

  protected override open(): void {}

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!this.console || this.#of === this.patient) return;
    this.#of = this.patient;
    this.draft = undefined;
    void this.#shown.load(() => this.#read());
  }

  async #read(): Promise<Shown> {
    const { api } = this.console!;
    const [needs, journal, templates, clinicians] = await Promise.all([
      api.call('recalls', { query: { patient: this.patient } }),
      api.call('journal', { id: this.patient }),
      api.call('templates'),
      api.call('clinicians'),
    ]);
    return {
      needs: (needs.data as { items: Need[] }).items,
      journal: journal.data.entries,
      templates: (templates.data as { items: Shown['templates'] }).items,
      clinicians: (clinicians.data as { items: Named[] }).items,
    };
  }

  protected override render(): TemplateResult {
    const words = this.words(patientNeedsWords);
    return html`<section class="section" aria-labelledby="needs">
        <h2 id="needs">${words.needs}</h2>
        ${this.renderLoaded(this.#shown, (shown) => this.#renderNeeds(shown))}
      </section>
      ${this.#shown.value ? this.#renderJournal(this.#shown.value) : nothing}`;
  }

  #renderNeeds(shown: Shown): TemplateResult {
    const words = this.words(patientNeedsWords);
    const { needs, templates } = shown;
    const nameOf = (items: readonly Named[], id: string | null | undefined) =>
      items.find((item) => item.id === id)?.name;
    return html`${needs.length === 0 ? html`<p class="hint">${words.noNeeds}</p>` : nothing}
      <ul class="items">
        ${needs.map(({ id, week, template, minutes, clinician, intervalMonths, isBooked }) => {
          const what = nameOf(templates, template) ?? template;
          const facts = [
            fill(words.minutesShort, { minutes }),
            nameOf(shown.clinicians, clinician),
            intervalMonths ? fill(words.every, { months: intervalMonths }) : undefined,
            isBooked ? words.booked : undefined,
          ];
          return html`<li class="item">
            <span>
              ${fill(words.weekOf, { what, date: date(week, this.language) })}
              <span class="hint">${facts.filter(Boolean).join(', ')}</span>
            </span>
            <button
              class="link"
              type="button"
              ?disabled=${this.isBusy}
              aria-label=${fill(words.removeNeed, { what })}
              @click=${() => this.#remove(id)}
            >
              ${this.shell.remove}
            </button>
          </li>`;
        })}
      </ul>
      ${this.draft ? this.#renderForm(shown, this.draft) : this.#renderAdd(templates)}
      ${this.draft ? nothing : this.renderFailure()}`;
  }

  #renderAdd(templates: Shown['templates']): TemplateResult {
    const words = this.words(patientNeedsWords);
    const forRecall = templates.filter(({ useInRecall }) => useInRecall);
    const [first] = forRecall;
    if (!first) return html`<p class="reason">${words.noTemplates}</p>`;
    const begin = () => {
      this.failure = undefined;
      this.draft = { template: first.id, minutes: first.minutes };
    };
    return html`<button class="button" type="button" @click=${begin}>${words.addNeed}</button>`;
  }

  #renderForm({ templates, clinicians }: Shown, draft: Draft): TemplateResult {
    const words = this.words(patientNeedsWords);
    const field = (path: keyof Draft, hint?: string) => ({
      form: {
        valueOf: (name: string) => fieldOf(draft, name),
        set: (name: string, value: unknown) => (this.draft = withField(draft, name, value)),
        problemOf: (name: string) =>
          this.failure?.fields.find(({ path: wrong }) => wrong === name)?.code,
      },
      path,
      label: words[path],
      hint,
      problemText: (code: string) => this.problemText(code),
    });
    const options = (items: readonly Named[]) =>
      items.map(({ id, name }) => ({ value: id, label: name }));
    return html`<form novalidate @submit=${this.#store}>
      <div class="fields section">
        ${selectField({
          ...field('template'),
          options: options(templates.filter(({ useInRecall }) => useInRecall)),
        })}
        ${textField({ ...field('week', words.weekHint), type: 'date', required: true })}
        ${textField({ ...field('minutes'), type: 'number', required: true })}
        ${selectField({ ...field('clinician'), options: options(clinicians), none: words.anybody })}
        ${textField({ ...field('intervalMonths', words.intervalHint), type: 'number', whenEmpty: 'absent' })}
      </div>
      ${this.renderFailure()}
      <div class="row">
        <button class="button primary" ?disabled=${this.isBusy}>${this.shell.save}</button>
        <button class="link" type="button" @click=${() => (this.draft = undefined)}>
          ${this.shell.cancel}
        </button>
      </div>
    </form>`;
  }

  #renderJournal({ journal }: Shown): TemplateResult | typeof nothing {
    const words = this.words(patientNeedsWords);
    if (journal.length === 0) return nothing;
    return html`<section class="section" aria-labelledby="journal">
      <h2 id="journal">${words.journal}</h2>
      <ul class="items">
        ${journal.map(
          ({ at, text }) =>
            html`<li class="item">
              <span>${text}<span class="hint">${dateTime(at, this.language)}</span></span>
            </li>`,
        )}
      </ul>
    </section>`;
  }

  readonly #store = async (event: SubmitEvent) => {
    event.preventDefault();
    const { draft, patient } = this;
    const body = { week: '', ...draft, patient } as RecallInput;
    const isStored = await this.run(() =>
      this.console!.api.call('putRecall', { id: crypto.randomUUID(), body }),
    );
    if (!isStored) {
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      return;
    }
    this.draft = undefined;
    this.console!.say(this.shell.saved);
    await this.#shown.reload();
  };

  #remove(id: string): Promise<boolean> {
    return this.run(async () => {
      await this.console!.api.call('deleteRecall', { id });
      await this.#shown.reload();
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-patient-needs': PatientNeeds;
  }
}
