import { compareInstants } from '../../../domain/instants.js';
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { HistoryEntry } from '../../../contract/index.js';
import { ConsoleElement } from '../../parts/console-element.js';
import { maySomewhere } from '../../state/console-context.js';
import { Loaded } from '../../state/loaded.js';
import { toHash } from '../../state/route.js';
import { dateTime } from '../../words/dates.js';
import { fill } from '../../words/in-language.js';
import { appointmentFieldWords, appointmentWords, overrodeWords } from './appointment-words.js';

interface Line {
  readonly at: string;
  readonly text: string;
}

/** The patient's journal of moves and cancellations (A-12), and what staff did with the appointment (C-04); read when it is opened. */
export class AppointmentJournal extends ConsoleElement {
  /** Id of the appointment. */
  @property({ attribute: false }) appointment = '';
  /** Id of who comes; empty: nobody on file. */
  @property({ attribute: false }) patient = '';
  readonly #lines = new Loaded<readonly Line[]>(this);

  protected override render(): TemplateResult | typeof nothing {
    const { me } = this.console ?? {};
    const maySee = me && (maySomewhere(me, 'patients') || maySomewhere(me, 'history'));
    this.hidden = !maySee;
    if (!maySee) return nothing;
    const words = this.words(appointmentWords);
    const { value, failure } = this.#lines;
    const mayOpen = this.patient && maySomewhere(me, 'patients');
    return html`<details @toggle=${this.#open}>
      <summary>${words.journal}</summary>
      <div role="status">
        ${failure ? html`<p class="error">${this.failureText(failure)}</p>` : nothing}
        ${value?.length === 0 ? html`<p class="hint">${words.noJournal}</p>` : nothing}
      </div>
      <ul class="items">
        ${value?.map(
          ({ at, text }) =>
            html`<li class="item">
              <span>${text} <span class="hint">${dateTime(at, this.language)}</span></span>
            </li>`,
        )}
      </ul>
      ${
        mayOpen
          ? html`<a href=${toHash({ page: 'patients', parts: [this.patient] })}
              >${words.toPatient}</a
            >`
          : nothing
      }
    </details>`;
  }

  readonly #open = (event: Event): void => {
    if (!(event.target as HTMLDetailsElement).open || this.#lines.value) return;
    void this.#lines.load(() => this.#read());
  };

  async #read(): Promise<readonly Line[]> {
    const { api, me } = this.console!;
    const [journal, history] = await Promise.all([
      this.patient && maySomewhere(me, 'patients')
        ? api.call('journal', { id: this.patient })
        : undefined,
      maySomewhere(me, 'history')
        ? api.call('history', { query: { kind: 'timebook', record: this.appointment } })
        : undefined,
    ]);
    const lines = [
      ...(journal?.data.entries ?? []),
      ...(history?.data.entries ?? []).map((entry) => this.#lineOf(entry)),
    ];
    return lines.sort((one, other) => compareInstants(other.at, one.at));
  }

  #lineOf({ at, action, actor, fields, before, after }: HistoryEntry): Line {
    const words = this.words(appointmentWords);
    const deed = { stored: words.storedBy, removed: words.removedBy, undone: words.undoneBy };
    const done = fill(deed[action], { name: actor.name || words.host });
    const named = namesIn(fields, this.words(appointmentFieldWords));
    const passed = namesIn((after ?? before)?.['overrode'], this.words(overrodeWords));
    const what = named.length > 0 ? `: ${named.join(', ')}` : '';
    return { at, text: `${done}${what}${passed.length > 0 ? ` (${passed.join(', ')})` : ''}` };
  }
}

/** Words for those of some names that have any. */
const namesIn = (names: unknown, words: Readonly<Record<string, string>>): string[] =>
  Array.isArray(names) ? names.flatMap((name: string) => words[name] ?? []) : [];

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-appointment-journal': AppointmentJournal;
  }
}
