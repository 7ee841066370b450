import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { choiceStyles } from '../../look/choice-styles.js';
import { ConsoleElement } from '../../parts/console-element.js';
import { fill } from '../../words/in-language.js';
import { preblockChoiceWords } from './preblock-choice-words.js';
import { preblocksInForce } from './preblocks-in-force.js';
import type { TimebookSettings } from './timebook-source.js';
import { timebookWords } from './timebook-words.js';

/**
 * Which preblock: of those on the clinician's list in force, and of the others for whoever may override (A-07). Fires
 * `opus-preblock-chosen` with its id.
 */
export class PreblockChoice extends ConsoleElement {
  static override styles = [ConsoleElement.styles, choiceStyles];

  @property({ attribute: false }) settings!: TimebookSettings;
  @property({ attribute: false }) clinician = '';
  @property({ attribute: false }) clinic = '';
  /** Id of the one that is chosen. */
  @property({ attribute: false }) preblock = '';
  /** Why those off the list can't be chosen; undefined where they can. */
  @property({ attribute: false }) overrideReason: string | undefined;
  @state() private isAll = false;

  protected override render(): TemplateResult {
    const { definitions } = this.settings;
    const listed = preblocksInForce(this.settings, this);
    // What lies there already may be off the list by now.
    const others = definitions.filter(
      (one) => !listed.includes(one) && (this.isAll || one.id === this.preblock),
    );
    return html`<div class="field">
      <label for="preblock">${this.words(timebookWords).which}</label>
      <select
        class="control"
        id="preblock"
        aria-describedby="off"
        @change=${(event: Event) => this.#choose((event.target as HTMLSelectElement).value)}
      >
        ${[...listed, ...others].map(
          ({ id, name }) =>
            html`<option value=${id} ?selected=${id === this.preblock}>${name}</option>`,
        )}
      </select>
      ${this.#renderHidden(listed.length, definitions.length - listed.length)}
    </div>`;
  }

  #renderHidden(listed: number, hidden: number): TemplateResult | typeof nothing {
    if (hidden === 0) return nothing;
    const words = this.words(preblockChoiceWords);
    const said = listed === 0 ? words.noneListed : fill(words.hidden, { count: hidden });
    return html`<div class="hint" id="off">${said}</div>
      ${
        this.overrideReason === undefined
          ? html`<label class="choice"
              ><input
                type="checkbox"
                .checked=${this.isAll}
                @change=${(event: Event) => {
                  this.isAll = (event.target as HTMLInputElement).checked;
                }}
              />${words.showAll}</label
            >`
          : html`<p class="reason">${this.overrideReason}</p>`
      }`;
  }

  #choose(detail: string): void {
    this.dispatchEvent(new CustomEvent('opus-preblock-chosen', { detail }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-preblock-choice': PreblockChoice;
  }
}
