import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { WaitingPatients } from '../../../contract/index.js';
import type { StaffError } from '../../api/staff-error.js';
import { ConsoleElement } from '../../parts/console-element.js';
import { Loaded } from '../../state/loaded.js';
import { asStaffError } from '../../state/record-editor.js';
import { shortTime } from '../../words/dates.js';
import { fill } from '../../words/in-language.js';
import { waitingWords } from './waiting-words.js';

/** Whether an appointment's patient wants an earlier time (*ØBT*, P-48), noted and taken back at once: it is no part of the appointment. */
export class BetterTime extends ConsoleElement {
  static override styles = [
    ConsoleElement.styles,
    css`
      section {
        display: grid;
        gap: 8px;
        padding: 12px 16px;
        border: 1px solid var(--_line);
        border-radius: 8px;
      }

      p {
        margin: 0;
      }
    `,
  ];

  /** Id of the appointment. */
  @property() appointment = '';
  /** Name and id of its clinician. */
  @property({ attribute: false }) clinician!: { readonly id: string; readonly name: string };
  /** Why nothing can be noted; undefined where it can. */
  @property({ attribute: false }) reason: string | undefined;
  @state() private wanted = '';
  @state() private isBusy = false;
  @state() private failure: StaffError | undefined;
  readonly #known = new Loaded<WaitingPatients>(this);

  protected override willUpdate(): void {
    if (this.hasUpdated) return;
    const { console: context, appointment } = this;
    // Whoever may not book may not know who waits either.
    if (!context || this.reason !== undefined) return;
    void this.#known.load(
      async () => (await context.api.call('timeAlerts', { query: { appointment } })).data,
    );
  }

  protected override render(): TemplateResult {
    const words = this.words(waitingWords);
    const { value } = this.#known;
    const failure = this.failure ?? this.#known.failure;
    this.hidden = !value && !failure;
    return html`<section aria-labelledby="heading" ?hidden=${this.hidden}>
      <b id="heading">${words.wish}</b>
      <div role="status">
        ${value?.alerts.map(
          ({ since, toldAt, clinician }) =>
            html`<p>
              ${[
                fill(words.since, { when: shortTime(since, this.language) }),
                clinician === null
                  ? words.withAnybody
                  : fill(words.withOnly, {
                      name: clinician === this.clinician.id ? this.clinician.name : clinician,
                    }),
                ...(toldAt ? [fill(words.toldAt, { when: shortTime(toldAt, this.language) })] : []),
              ].join(' · ')}
            </p>`,
        )}
      </div>
      ${value?.count === 0 ? this.#renderAdd() : nothing}
      ${
        value && value.count > 0
          ? html`<p>
              <button class="link" type="button" ?disabled=${this.isBusy} @click=${this.#remove}>
                ${words.remove}
              </button>
            </p>`
          : nothing
      }
      ${failure ? html`<p class="error" role="alert">${this.#textOf(failure)}</p>` : nothing}
    </section>`;
  }

  #renderAdd(): TemplateResult {
    const words = this.words(waitingWords);
    const { id, name } = this.clinician;
    return html`<p class="hint">${words.wishHint}</p>
      <p class="row">
        <select
          class="control"
          aria-label=${words.wish}
          @change=${(event: Event) => (this.wanted = (event.target as HTMLSelectElement).value)}
        >
          <option value="">${words.withAnybody}</option>
          <option value=${id}>${fill(words.withOnly, { name })}</option>
        </select>
        <button class="button" type="button" ?disabled=${this.isBusy} @click=${this.#add}>
          ${words.add}
        </button>
      </p>`;
  }

  #textOf(failure: StaffError): string {
    const problems = failure.fields.map(({ code }) => this.problemText(code));
    return problems.length > 0 ? problems.join(' ') : this.failureText(failure);
  }

  readonly #add = (): void => {
    const { appointment, wanted } = this;
    void this.#run(() =>
      this.console!.api.call('addTimeAlert', {
        body: { appointment, ...(wanted ? { clinician: wanted } : {}) },
      }),
    );
  };

  readonly #remove = (): void => {
    void this.#run(async () => {
      for (const { id } of this.#known.value!.alerts) {
        await this.console!.api.call('deleteTimeAlert', { id });
      }
    });
  };

  async #run(work: () => Promise<unknown>): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    this.failure = undefined;
    try {
      await work();
    } catch (error) {
      this.failure = asStaffError(error);
      this.console?.failed(this.failure);
    }
    this.isBusy = false;
    await this.#known.reload();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-better-time': BetterTime;
  }
}
