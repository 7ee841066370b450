import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Scope } from '../../../contract/index.js';
import { fill } from '../../words/in-language.js';
import { asEnd, DialogPart } from './dialog-part.js';
import type { PlacedItem } from './timebook-model.js';
import { timebookWords } from './timebook-words.js';

/** Working time or a placed preblock: its time and kind, one, from here on or the series; or away with it (A-01, A-02). */
export class PlacedDialog extends DialogPart {
  @property({ attribute: false }) item!: PlacedItem;
  /** How many appointments lie in it. */
  @property({ attribute: false }) entries = 0;
  @property({ attribute: false }) publishReason: string | undefined;
  /** Where it was dragged to; undefined when it was only opened. */
  @property({ attribute: false }) moved:
    { date: string; from: string; to: string; clinician: string } | undefined;
  @state() private draft:
    { date: string; from: string; to: string; preblock: string; recall: boolean } | undefined;
  @state() private scope: Scope = 'one';

  protected override willUpdate(): void {
    if (this.draft) return;
    const { source, kind } = this.item;
    const { date, from, to } = this.moved ?? source;
    this.draft = {
      ...{ date, from, to },
      preblock: kind === 'preblock' ? source.preblock : '',
      recall: kind === 'working-time' && source.recall,
    };
  }

  protected override render(): TemplateResult {
    const words = this.words(timebookWords);
    const { publishReason: reason, item, entries } = this;
    const draft = this.draft!;
    const set = (part: Partial<typeof draft>) => (this.draft = { ...draft, ...part });
    const scopes: readonly (readonly [Scope, string])[] = [
      ['one', words.scopeOne],
      ['following', words.scopeFollowing],
      ['series', words.scopeSeries],
    ];
    return html`<form @submit=${this.#submit}>
      ${
        entries > 0
          ? html`<p class="notice">
              ${entries === 1 ? words.conflictOne : fill(words.conflictMany, { count: entries })}
            </p>`
          : nothing
      }
      ${
        item.kind === 'preblock'
          ? this.select(
              words.which,
              'preblock',
              this.settings.definitions,
              draft.preblock,
              (preblock) => set({ preblock }),
            )
          : this.tick(words.recall, draft.recall, (recall) => set({ recall }))
      }
      ${this.date(words.date, 'date', draft.date, (date) => set({ date }))}
      <div class="pair">
        ${this.time(words.from, 'from', draft.from, (from) => set({ from }))}
        ${this.time(words.to, 'to', draft.to, (to) => set({ to }))}
      </div>
      ${item.source.series ? this.choose('scope', words.scope, scopes, this.scope, (scope) => (this.scope = scope)) : nothing}
      ${reason ? html`<p class="reason">${reason}</p>` : nothing} ${this.renderFailure()}
      <p class="row">
        <button
          class="button primary"
          type="submit"
          ?disabled=${this.isBusy || reason !== undefined}
        >
          ${words.save}
        </button>
        <button
          class="button"
          type="button"
          ?disabled=${this.isBusy || reason !== undefined}
          @click=${this.#remove}
        >
          ${words.remove}
        </button>
        <button class="link" type="button" @click=${this.close}>${words.close}</button>
      </p>
    </form>`;
  }

  readonly #submit = (event: Event): void => {
    event.preventDefault();
    const { date, from, to, preblock, recall } = this.draft!;
    const { id, kind } = this.item;
    const clinician = this.moved?.clinician ?? this.item.source.clinician;
    const place = { date, from, to: asEnd(to), clinician, scope: this.scope };
    void this.run(async () => {
      const { api } = this.console!;
      if (kind === 'preblock')
        await api.call('changePlacement', { id, body: { ...place, preblock } });
      else await api.call('changeWorkingTime', { id, body: { ...place, recall } });
      return this.words(timebookWords).changed;
    });
  };

  readonly #remove = (): void => {
    const { id, kind } = this.item;
    void this.run(async () => {
      await this.console!.api.call(kind === 'preblock' ? 'deletePlacement' : 'deleteWorkingTime', {
        id,
        query: { scope: this.scope },
      });
      return this.words(timebookWords).removed;
    });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-timebook-placed': PlacedDialog;
  }
}
