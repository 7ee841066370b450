import { css, html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { PatientChange } from '../../../contract/index.js';
import { LoadedPage } from '../../parts/loaded-page.js';
import { Loaded } from '../../state/loaded.js';
import { WaitingEvent } from '../../state/waiting-count.js';
import { dateTime, listed } from '../../words/dates.js';
import { fill } from '../../words/in-language.js';
import { decideWords } from './decide-words.js';
import { decideAll } from './decisions.js';
import type { Decided } from './decisions.js';

const nameOf = ({ patient: { firstName, lastName } }: PatientChange) => `${firstName} ${lastName}`;

/** Details that patients gave without logging in: the old and the new side by side, yes or no (C-13, P-39). */
export class DecidePage extends LoadedPage {
  static override styles: CSSResultGroup = [
    LoadedPage.styles,
    css`
      .changes {
        display: grid;
        gap: 40px;
        max-inline-size: 720px;
        margin-block: 24px 40px;
        padding: 0;
        list-style: none;
      }

      .who {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 12px;
        margin-block-end: 4px;
      }

      .who h2 {
        margin: 0;
      }

      input[type='checkbox'] {
        inline-size: 24px;
        block-size: 24px;
        accent-color: var(--_accent-text);
      }

      /* The same columns under every name. */
      table {
        margin-block-end: 16px;
        table-layout: fixed;
      }

      th:first-child {
        inline-size: 28%;
      }

      th,
      td {
        vertical-align: baseline;
        overflow-wrap: anywhere;
      }

      /* On a phone a detail stands above its two values, which are not broken. */
      @media (max-width: 599px) {
        tr {
          display: grid;
          grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
          border-block-end: 1px solid var(--_line);
        }

        th,
        td {
          border: 0;
        }

        th:first-child {
          grid-column: 1 / -1;
          inline-size: auto;
          padding-block-end: 0;
        }

        td {
          padding-block-start: 4px;
        }
      }

      .old {
        color: var(--_ink-quiet);
      }

      .new {
        font-weight: 600;
      }

      .all {
        display: flex;
        align-items: center;
        gap: 12px;
      }
    `,
  ];

  @state() private ticked: ReadonlySet<string> = new Set();
  @state() private decided: Decided | undefined;
  readonly #changes = new Loaded<readonly PatientChange[]>(this);

  protected override open(): void {
    void this.#changes.load(async () => {
      const { changes } = (await this.console!.api.call('patientChanges')).data;
      this.dispatchEvent(new WaitingEvent(changes.length));
      return changes;
    });
  }

  protected override render(): TemplateResult {
    const words = this.words(decideWords);
    return html`
      <h1 tabindex="-1">${words.title}</h1>
      <div role="status">${this.#renderDecided()}</div>
      ${this.renderFailure()}
      ${this.renderLoaded(this.#changes, (changes) => this.#renderChanges(changes))}
    `;
  }

  #renderDecided(): TemplateResult | typeof nothing {
    if (!this.decided) return nothing;
    const words = this.words(decideWords);
    const { accept, done, meanwhile } = this.decided;
    const names = (changes: readonly PatientChange[]) => listed(changes.map(nameOf), this.language);
    const outcome = accept ? words.takenOver : words.kept;
    return html`${done.length > 0 ? html`<p class="notice">${fill(outcome, { names: names(done) })}</p>` : nothing}
    ${
      meanwhile.length > 0
        ? html`<p class="notice">${fill(words.meanwhile, { names: names(meanwhile) })}</p>`
        : nothing
    }`;
  }

  #renderChanges(changes: readonly PatientChange[]): TemplateResult {
    const words = this.words(decideWords);
    if (changes.length === 0) return html`<p class="lead">${words.nothing}</p>`;
    return html`<p class="lead">${words.lead}</p>
      ${changes.length > 1 ? this.#renderTickAll(changes) : nothing}
      <ul class="changes">
        ${repeat(
          changes,
          ({ id }) => id,
          (change) => this.#renderChange(change),
        )}
      </ul>`;
  }

  #renderTickAll(changes: readonly PatientChange[]): TemplateResult {
    const words = this.words(decideWords);
    const chosen = changes.filter(({ id }) => this.ticked.has(id));
    const isAll = chosen.length === changes.length;
    const tickAll = () => (this.ticked = new Set(isAll ? [] : changes.map((change) => change.id)));
    const count = chosen.length;
    return html`<div class="row">
      <label class="all">
        <input
          type="checkbox"
          .checked=${live(isAll)}
          .indeterminate=${live(count > 0 && !isAll)}
          @change=${tickAll}
        />
        ${words.tickAll}
      </label>
      ${
        count === 0
          ? nothing
          : html`<button
                class="button primary"
                type="button"
                ?disabled=${this.isBusy}
                @click=${() => this.#decide(chosen, true)}
              >
                ${fill(words.yesToTicked, { count })}
              </button>
              <button
                class="button"
                type="button"
                ?disabled=${this.isBusy}
                @click=${() => this.#decide(chosen, false)}
              >
                ${fill(words.noToTicked, { count })}
              </button>`
      }
    </div>`;
  }

  #renderChange(change: PatientChange): TemplateResult {
    const words = this.words(decideWords);
    const { id, changes, askedAt } = change;
    const name = nameOf(change);
    const tick = (event: Event) => {
      const next = new Set(this.ticked);
      if ((event.target as HTMLInputElement).checked) next.add(id);
      else next.delete(id);
      this.ticked = next;
    };
    return html`<li>
      <div class="who">
        <input
          type="checkbox"
          aria-label=${fill(words.tick, { name })}
          .checked=${live(this.ticked.has(id))}
          @change=${tick}
        />
        <h2>${name}</h2>
        <span class="hint">${fill(words.asked, { date: dateTime(askedAt, this.language) })}</span>
      </div>
      <table>
        <thead>
          <tr>
            <th scope="col">${words.field}</th>
            <th scope="col">${words.before}</th>
            <th scope="col">${words.after}</th>
          </tr>
        </thead>
        <tbody>
          ${Object.entries(changes).map(([field, { from, to }]) => this.#renderField(field, from, to))}
        </tbody>
      </table>
      ${'mobile' in changes ? html`<p class="hint">${words.mobileNote}</p>` : nothing}
      <div class="row">
        <button
          class="button primary"
          type="button"
          aria-label=${fill(words.yesTo, { name })}
          ?disabled=${this.isBusy}
          @click=${() => this.#decide([change], true)}
        >
          ${words.yes}
        </button>
        <button
          class="button"
          type="button"
          aria-label=${fill(words.noTo, { name })}
          ?disabled=${this.isBusy}
          @click=${() => this.#decide([change], false)}
        >
          ${words.no}
        </button>
      </div>
    </li>`;
  }

  #renderField(field: string, from: string | null, to: string): TemplateResult {
    const words = this.words(decideWords);
    const label = field in words ? words[field as keyof typeof words] : field;
    return html`<tr>
      <th scope="row">${label}</th>
      <td class="old">${from || this.shell.empty}</td>
      <td class="new">${to || this.shell.empty}</td>
    </tr>`;
  }

  async #decide(changes: readonly PatientChange[], accept: boolean): Promise<void> {
    await this.run(() =>
      decideAll(this.console!.api, changes, accept, (decided) => {
        this.decided = decided;
      }),
    );
    this.ticked = new Set();
    await this.#changes.reload();
    // The button that was pressed is gone.
    await this.updateComplete;
    const root = this.renderRoot;
    (root.querySelector<HTMLElement>('.changes button') ?? root.querySelector('h1'))?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-decide': DecidePage;
  }
}
