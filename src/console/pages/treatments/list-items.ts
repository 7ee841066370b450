import { css, html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { movedTo } from '../../catalogue/order.js';
import { ConsoleElement } from '../../parts/console-element.js';
import { grip, gripStyles, OrderDrag } from '../../parts/order-drag.js';
import { fill } from '../../words/in-language.js';
import { listsWords } from './lists-words.js';

type ListItem = Readonly<Record<'id' | 'name', string>>;

/** Something else is chosen, or in another order. */
export class ChosenEvent extends Event {
  constructor(readonly chosen: readonly string[]) {
    super('opus-console-chosen');
  }
}

/** What is on a list and what is not, side by side; all of it by drag or by keyboard. */
export class ListItems extends ConsoleElement {
  static override styles: CSSResultGroup = [
    ConsoleElement.styles,
    gripStyles,
    css`
      .columns {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(300px, 100%), 1fr));
        gap: 32px 48px;
        max-inline-size: 900px;
        margin-block-end: 48px;
      }

      .head {
        display: flex;
        align-items: baseline;
        justify-content: space-between;
        gap: 16px;
      }

      .items {
        align-content: start;
        margin: 0;
        padding: 0;
        list-style: none;
      }

      .item {
        flex-wrap: nowrap;
        justify-content: start;
        gap: 8px;
        padding-block: 6px;
      }

      .item.movable {
        cursor: grab;
      }

      .item.dragged {
        background: var(--_accent-soft);
      }

      .name {
        min-inline-size: 0;
        margin-inline-end: auto;
        overflow-wrap: anywhere;
      }

      .item .button {
        flex: none;
        inline-size: 44px;
        padding: 0;
      }
    `,
  ];

  /** Everything that there is, in the account's order. */
  @property({ attribute: false }) items: readonly ListItem[] = [];
  /** Ids on the list, in its order. */
  @property({ attribute: false }) chosen: readonly string[] = [];
  @property({ type: Boolean }) disabled = false;
  readonly #drag = new OrderDrag(this, (id, index) => this.#tell(movedTo(this.chosen, id, index)));

  protected override render(): TemplateResult {
    const words = this.words(listsWords);
    const byId = new Map(this.items.map((item) => [item.id, item]));
    // What was archived may still be on a list.
    const chosen = this.chosen.flatMap((id) => byId.get(id) ?? []);
    const others = this.items.filter(({ id }) => !this.chosen.includes(id));
    const all = [...this.chosen, ...others.map(({ id }) => id)];
    return html`<div class="columns">
      <section aria-labelledby="others">
        <div class="head">
          <h2 id="others">${words.notChosen}</h2>
          ${this.#renderAll(words.chooseAll, others.length > 0, all)}
        </div>
        <ul class="items" id="list-others">
          ${repeat(
            others,
            ({ id }) => id,
            (item) =>
              html`<li class="item">
                <span class="name">${item.name}</span>
                ${this.#renderButton(fill(words.choose, item), '+', 'choose', true, (event) =>
                  this.#choose(event, item, true),
                )}
              </li>`,
          )}
        </ul>
      </section>
      <section aria-labelledby="chosen">
        <div class="head">
          <h2 id="chosen">${words.chosen}</h2>
          ${this.#renderAll(words.unchooseAll, chosen.length > 0, [])}
        </div>
        <ul class="items">
          ${repeat(
            chosen,
            ({ id }) => id,
            (item, index) => this.#renderChosen(item, chosen[index - 1], chosen[index + 1]),
          )}
        </ul>
        <p class="hint">${words.chosenHint}</p>
      </section>
    </div>`;
  }

  #renderAll(
    label: string,
    isPossible: boolean,
    chosen: readonly string[],
  ): TemplateResult | typeof nothing {
    if (!isPossible || this.disabled) return nothing;
    return html`<button class="link" type="button" @click=${() => this.#tell(chosen)}>
      ${label}
    </button>`;
  }

  #renderButton(
    label: string,
    sign: string,
    name: string,
    isPossible: boolean,
    act: (event: Event) => unknown,
  ): TemplateResult {
    const isOn = isPossible && !this.disabled;
    return html`<button
      class="button ${name}"
      type="button"
      aria-label=${label}
      aria-disabled=${isOn ? 'false' : 'true'}
      @click=${(event: Event) => isOn && act(event)}
    >
      ${sign}
    </button>`;
  }

  #renderChosen(
    item: ListItem,
    before: ListItem | undefined,
    after: ListItem | undefined,
  ): TemplateResult {
    const words = this.words(listsWords);
    const { moveUp, moveDown } = this.shell;
    const isDragged = item.id === this.#drag.dragged;
    return html`<li
      class="item ${this.disabled ? '' : 'movable'} ${isDragged ? 'dragged' : ''}"
      data-id=${item.id}
      @pointerdown=${(event: PointerEvent) => !this.disabled && this.#drag.begin(event, item.id)}
    >
      ${this.disabled ? nothing : grip}
      <span class="name">${item.name}</span>
      ${this.#renderButton(fill(moveUp, item), '↑', 'up', before !== undefined, (event) =>
        this.#moveFrom(event, item, before!),
      )}
      ${this.#renderButton(fill(moveDown, item), '↓', 'down', after !== undefined, (event) =>
        this.#moveFrom(event, item, after!),
      )}
      ${this.#renderButton(fill(words.unchoose, item), '−', 'unchoose', true, (event) =>
        this.#choose(event, item, false),
      )}
    </li>`;
  }

  /** The control goes with its row, and stays focused. */
  async #moveFrom(event: Event, item: ListItem, to: ListItem): Promise<void> {
    const control = event.currentTarget as HTMLElement;
    this.#move(item.id, to.id);
    await this.updateComplete;
    control.focus();
  }

  #move(id: string, to: string): void {
    this.#tell(movedTo(this.chosen, id, this.chosen.indexOf(to)));
  }

  /** The row leaves its column: the one after it, or else before it, is next. */
  async #choose(event: Event, item: ListItem, isChosen: boolean): Promise<void> {
    const row = (event.currentTarget as HTMLElement).closest('li')!;
    const next = row.nextElementSibling ?? row.previousElementSibling;
    const others = this.chosen.filter((id) => id !== item.id);
    this.#tell(isChosen ? [...others, item.id] : others);
    const words = this.words(listsWords);
    this.console?.say(fill(isChosen ? words.nowChosen : words.nowNotChosen, item));
    await this.updateComplete;
    const name = isChosen ? '.choose' : '.unchoose';
    const target = next?.isConnected ? next.querySelector<HTMLElement>(name) : undefined;
    (target ?? this.renderRoot.querySelector<HTMLElement>('button'))?.focus();
  }

  #tell(chosen: readonly string[]): void {
    this.dispatchEvent(new ChosenEvent(chosen));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-list-items': ListItems;
  }
}
