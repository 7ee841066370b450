import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { CalendarCheckInput, Scope } from '../../../contract/index.js';
import type { StaffError } from '../../api/staff-error.js';
import { dayName } from '../../words/dates.js';
import { renderClash, renderFollowed } from './clash-notice.js';
import { asEnd, DialogPart } from './dialog-part.js';
import { RowDraft } from './row-draft.js';
import type { PlacedItem } from './timebook-model.js';
import { timebookWords } from './timebook-words.js';

type Source = PlacedItem['source'];

interface Draft {
  date: string;
  from: string;
  to: string;
  clinician: string;
  preblock: string;
  recall: boolean;
}

const toDraft = (source: Source): Draft => ({
  ...{ date: source.date, from: source.from, to: source.to, clinician: source.clinician },
  preblock: 'preblock' in source ? source.preblock : '',
  recall: 'recall' in source && source.recall,
});

/** Working time or a placed preblock: its time and kind, one, from here on or the series; or away with it (A-01, A-02). */
export class PlacedDialog extends DialogPart {
  @property({ attribute: false }) item!: PlacedItem;
  @property({ attribute: false }) publishReason: string | undefined;
  /** Why preblocks off the list can't be chosen; undefined where they can. */
  @property({ attribute: false }) overrideReason: string | undefined;
  /** Where it was dragged to; undefined when it was only opened. */
  @property({ attribute: false }) moved:
    { date: string; from: string; to: string; clinician: string } | undefined;
  @state() private scope: Scope = 'one';
  #row!: RowDraft<Source, Draft>;
  /** Whether the fields have come to show what was changed meanwhile. */
  #hasFollowed = false;

  protected override willUpdate(): void {
    if (this.hasUpdated) {
      if (this.#row.follow(this.item.source)) this.#hasFollowed = true;
      return;
    }
    const { date, from, to, clinician } = this.moved ?? this.item.source;
    this.#row = new RowDraft<Source, Draft>(this.item.source, toDraft, {
      ...{ date, from, to, clinician },
    });
  }

  protected override meet(failure: StaffError): boolean {
    this.#row.meet(failure);
    this.requestUpdate();
    return true;
  }

  protected override render(): TemplateResult {
    const words = this.words(timebookWords);
    const { publishReason: reason, item } = this;
    const { draft, clash } = this.#row;
    const set = (part: Partial<Draft>) => {
      this.#row.set(part);
      this.requestUpdate();
    };
    const isGone = clash !== undefined && clash.now === undefined;
    const isFixed = this.isBusy || reason !== undefined || isGone;
    const scopes: readonly (readonly [Scope, string])[] = [
      ['one', words.scopeOne],
      ['following', words.scopeFollowing],
      ['series', words.scopeSeries],
    ];
    return html`<form @submit=${this.#submit}>
      ${
        item.kind === 'preblock'
          ? html`<opus-console-preblock-choice
              .settings=${this.settings}
              .clinician=${draft.clinician}
              .clinic=${item.source.clinic}
              .preblock=${draft.preblock}
              .overrideReason=${this.overrideReason}
              @opus-preblock-chosen=${({ detail }: CustomEvent<string>) => set({ preblock: detail })}
            ></opus-console-preblock-choice>`
          : this.tick(words.recall, draft.recall, (recall) => set({ recall }))
      }
      ${this.date(words.date, 'date', draft.date, (date) => set({ date }))}
      <div class="pair">
        ${this.time(words.from, 'from', draft.from, (from) => set({ from }))}
        ${this.time(words.to, 'to', draft.to, (to) => set({ to }))}
      </div>
      ${item.source.series ? this.choose('scope', words.scope, scopes, this.scope, (scope) => (this.scope = scope)) : nothing}
      <opus-console-calendar-check
        .settings=${this.settings}
        .about=${isGone ? undefined : this.#checked}
      ></opus-console-calendar-check>
      ${reason ? html`<p class="reason">${reason}</p>` : nothing}
      ${renderFollowed(this.#hasFollowed && !clash, this.language)} ${this.#renderClash()}
      ${this.renderFailure()}
      <p class="row">
        <button class="button primary" type="submit" ?disabled=${isFixed}>${words.save}</button>
        <button class="button" type="button" ?disabled=${isFixed} @click=${this.#remove}>
          ${words.remove}
        </button>
        <button class="link" type="button" @click=${this.close}>${words.close}</button>
      </p>
    </form>`;
  }

  #renderClash(): TemplateResult | typeof nothing {
    const { clash } = this.#row;
    if (!clash) return nothing;
    const { now } = clash;
    const name = now && this.settings.clinicians.find(({ id }) => id === now.clinician)?.name;
    return renderClash(clash, {
      language: this.language,
      now: now && `${dayName(now.date, this.language)} ${now.from}–${now.to}, ${name ?? ''}`,
      isAppointment: false,
      takeMine: () => {
        this.#row.takeMine();
        this.requestUpdate();
      },
    });
  }

  /** What is looked at before it is stored: what lies where it is to go, in all of the series that changes. */
  get #checked(): CalendarCheckInput | undefined {
    const { date, from, to, clinician } = this.#row.draft;
    const isWhole = date !== '' && [from, to].every((clock) => /^\d\d:\d\d$/.test(clock));
    if (this.publishReason !== undefined || !isWhole || asEnd(to) <= from) return undefined;
    const { id, kind } = this.item;
    return {
      kind: kind === 'preblock' ? 'preblocks' : 'working-time',
      change: { id, date, from, to: asEnd(to), clinician, scope: this.scope },
    };
  }

  readonly #submit = (event: Event): void => {
    event.preventDefault();
    const { date, from, to, clinician, preblock, recall } = this.#row.draft;
    const { version } = this.#row;
    const { id, kind } = this.item;
    const place = { date, from, to: asEnd(to), clinician, scope: this.scope };
    void this.run(async () => {
      const { api } = this.console!;
      if (kind === 'preblock')
        await api.call('changePlacement', { id, version, body: { ...place, preblock } });
      else await api.call('changeWorkingTime', { id, version, body: { ...place, recall } });
      return this.words(timebookWords).changed;
    });
  };

  readonly #remove = (): void => {
    const { id, kind } = this.item;
    void this.run(async () => {
      await this.console!.api.call(kind === 'preblock' ? 'deletePlacement' : 'deleteWorkingTime', {
        ...{ id, version: this.#row.version },
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
