import { css, html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { LoadedPage } from '../parts/loaded-page.js';
import { grip, gripStyles, OrderDrag } from '../parts/order-drag.js';
import { Loaded } from '../state/loaded.js';
import { toHash } from '../state/route.js';
import { fill } from '../words/in-language.js';
import { IdleRows } from './idle-rows.js';
import { ListFilter, manyFrom } from './list-filter.js';
import { changedPositions, movedTo, storePositions } from './order.js';
import type { OrderedKind } from './order.js';
import { catalogueStyles } from './catalogue-styles.js';
import { saveBar } from './save-bar.js';
import { catalogueWords } from './catalogue-words.js';
import { readAll } from './records.js';
import type { Item, CatalogueKind } from './records.js';

interface Changeable extends HTMLElement {
  readonly isChanged: boolean;
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly position?: number;
}

/** A list of records with an editor of each; those that have an order are moved by drag, by arrows, and in long lists by number. */
export abstract class CatalogueSection<Kind extends CatalogueKind> extends LoadedPage {
  static override styles: CSSResultGroup = [
    LoadedPage.styles,
    catalogueStyles,
    gripStyles,
    css`
      .item {
        flex-wrap: nowrap;
        justify-content: start;
        gap: 12px;
      }

      .item.movable {
        cursor: grab;
      }

      .item.dragged {
        background: var(--_accent-soft);
      }

      .about {
        min-inline-size: 0;
        margin-inline-end: auto;
        overflow-wrap: anywhere;
      }

      .item .button {
        flex: none;
        inline-size: 44px;
        padding: 0;
      }

      .place {
        flex: none;
        inline-size: 72px;
        min-block-size: 44px;
        margin: 0;
      }
    `,
  ];

  /** What is listed. */
  protected abstract readonly kind: Kind;
  /** Undefined: it has no order. */
  protected readonly ordered: OrderedKind | undefined = undefined;
  /** Name of the page and of the section in addresses. */
  protected abstract readonly page: string;
  protected abstract readonly section: string;
  protected readonly items = new Loaded<readonly Item<Kind>[]>(this);
  readonly #filter = new ListFilter(this);
  readonly #rows = new IdleRows(this);
  /** Ids in an order that is not stored yet. */
  @state() private order: readonly string[] | undefined;
  readonly #drag = new OrderDrag(this, (id, index) => this.#move(id, index));
  @state() private isConflict = false;

  protected abstract renderEditor(id: string): TemplateResult;
  protected abstract renderAbout(item: Item<Kind>): TemplateResult;
  /** The lead, and what is said above the list. */
  protected abstract renderIntro(items: readonly Item<Kind>[]): TemplateResult;
  /** The link that adds one. */
  protected abstract get addLabel(): string;
  /** Why somebody may not add one; undefined where they may. */
  protected abstract get addReason(): string | undefined;

  /** Whether leaving loses something. */
  get isChanged(): boolean {
    const editor = this.renderRoot.querySelector<Changeable>('.editor');
    return editor?.isChanged ?? this.order !== undefined;
  }

  /** What is said below a list that has an order. */
  protected get orderHint(): string {
    return this.words(catalogueWords).orderHint;
  }

  protected override open(): void {
    void this.items.load(() => readAll(this.console!.api, this.kind));
  }

  protected reload(): void {
    void this.items.reload();
  }

  protected override render(): TemplateResult {
    const [id] = this.parts;
    if (id !== undefined) {
      return html`<div @opus-console-stored=${() => this.reload()}>${this.renderEditor(id)}</div>`;
    }
    return this.renderLoaded(this.items, (items) => this.#renderList(items));
  }

  protected link(id: string, label: string): TemplateResult {
    return html`<a href=${toHash({ page: this.page, parts: [this.section, id] })}>${label}</a>`;
  }

  #renderList(items: readonly Item<Kind>[]): TemplateResult {
    const rows = items as readonly (Item<Kind> & Row)[];
    const byId = new Map(rows.map((row) => [row.id, row]));
    const ordered = (this.order ?? []).flatMap((id) => byId.get(id) ?? []);
    const all = this.order ? ordered : rows;
    const shown = all.filter(({ name }) => this.#filter.admits(name));
    return html`
      ${this.renderIntro(items)} ${this.#renderFailure()}
      ${this.#filter.render(rows.length, this.words(catalogueWords), shown.length)}
      <ul class="items">
        ${repeat(
          this.#rows.of(shown),
          ({ id }) => id,
          (row, index) => this.#renderRow(row, index, all.length),
        )}
      </ul>
      ${this.#renderOrderHint(rows.length)} ${this.#renderAdd()} ${this.#renderSaveBar()}
    `;
  }

  #renderAdd(): TemplateResult {
    return this.addReason === undefined
      ? html`<a class="button" href=${toHash({ page: this.page, parts: [this.section, 'new'] })}>
          ${this.addLabel}
        </a>`
      : html`<p class="reason">${this.addReason}</p>`;
  }

  /** Why the order can't be changed now. */
  get #fixedReason(): string | undefined {
    return (
      this.reasonWithout('catalogue') ??
      (this.#filter.text ? this.words(catalogueWords).orderFiltered : undefined)
    );
  }

  #renderOrderHint(count: number): TemplateResult | typeof nothing {
    if (!this.ordered || count < 2) return nothing;
    const reason = this.#fixedReason;
    const hint = reason ?? this.orderHint;
    return reason !== undefined && reason === this.addReason
      ? nothing
      : html`<p class=${reason === undefined ? 'hint' : 'reason'} style="margin-block-end:20px">
          ${hint}
        </p>`;
  }

  #renderRow(row: Item<Kind> & Row, index: number, count: number): TemplateResult {
    const isMovable = this.ordered !== undefined && count > 1;
    const isFixed = !isMovable || this.#fixedReason !== undefined;
    const isDragged = row.id === this.#drag.dragged;
    return html`<li
      class="item ${isFixed ? '' : 'movable'} ${isDragged ? 'dragged' : ''}"
      data-id=${row.id}
      @pointerdown=${(event: PointerEvent) => !isFixed && this.#drag.begin(event, row.id)}
    >
      ${isFixed ? nothing : grip} ${this.renderAbout(row)}
      ${isMovable ? this.#renderMoving(row, index, count, isFixed) : nothing}
    </li>`;
  }

  #renderMoving({ id, name }: Row, index: number, count: number, isFixed: boolean): TemplateResult {
    const arrow = (to: number, label: string, sign: string) => {
      const isPossible = !isFixed && to >= 0 && to < count;
      return html`<button
        class="button"
        type="button"
        aria-label=${fill(label, { name })}
        aria-disabled=${isPossible ? 'false' : 'true'}
        @click=${(event: Event) => isPossible && this.#moveFrom(event, id, to)}
      >
        ${sign}
      </button>`;
    };
    const place = html`<input
      class="control place"
      type="number"
      min="1"
      max=${count}
      aria-label=${fill(this.words(catalogueWords).placeOf, { name })}
      ?readonly=${isFixed}
      .value=${live(String(index + 1))}
      @change=${(event: Event) => {
        const typed = Math.round(Number((event.target as HTMLInputElement).value));
        void this.#moveFrom(event, id, Math.min(Math.max(typed, 1), count) - 1);
        this.requestUpdate();
      }}
    />`;
    return html`${count > manyFrom && !isFixed ? place : nothing}
    ${arrow(index - 1, this.shell.moveUp, '↑')} ${arrow(index + 1, this.shell.moveDown, '↓')}`;
  }

  /** The control goes with its row, and stays focused. */
  async #moveFrom(event: Event, id: string, index: number): Promise<void> {
    const control = event.currentTarget as HTMLElement;
    this.#rows.reach(index);
    this.#move(id, index);
    await this.updateComplete;
    control.focus();
  }

  #move(id: string, index: number): void {
    const rows = (this.items.value ?? []) as readonly Row[];
    const stored = rows.map((row) => row.id);
    const ids = this.order ?? stored;
    const next = movedTo(ids, id, index);
    if (next === ids) return;
    this.order = next.every((one, at) => one === stored[at]) ? undefined : next;
    const name = rows.find((row) => row.id === id)?.name ?? '';
    this.console?.say(fill(this.words(catalogueWords).moved, { name, number: index + 1 }));
  }

  #renderFailure(): TemplateResult | typeof nothing {
    if (!this.isConflict) return this.renderFailure();
    const { order: name } = this.words(catalogueWords);
    return html`<p class="notice problem" role="alert">
      ${fill(this.shell.changedMeanwhile, { name })}
    </p>`;
  }

  #renderSaveBar(): TemplateResult | typeof nothing {
    if (!this.order) return nothing;
    const { shell, isBusy } = this;
    return saveBar({ shell, isBusy, save: this.#save, discard: this.#discard });
  }

  readonly #discard = () => {
    this.order = undefined;
    this.isConflict = false;
  };

  readonly #save = async () => {
    const rows = ((this.items.value ?? []) as readonly unknown[] as readonly Row[]).map((row) => ({
      id: row.id,
      position: row.position ?? 0,
    }));
    const { order, ordered } = this;
    if (!order || !ordered) return;
    this.isConflict = false;
    const positions = changedPositions(rows, order);
    const isStored = await this.run(() =>
      storePositions(this.console!.api, ordered, rows, positions),
    );
    this.isConflict = this.failure?.code === 'version-conflict';
    await this.items.reload();
    if (isStored) {
      this.order = undefined;
      this.console?.say(this.shell.saved);
    } else {
      this.order = this.#withPresent(order);
    }
  };

  /** The order that was made, with what another person has added meanwhile at its end. */
  #withPresent(order: readonly string[]): readonly string[] {
    const present = ((this.items.value ?? []) as readonly Row[]).map(({ id }) => id);
    const kept = order.filter((id) => present.includes(id));
    return [...kept, ...present.filter((id) => !kept.includes(id))];
  }
}
