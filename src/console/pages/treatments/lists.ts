import { html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { catalogueStyles } from '../../catalogue/catalogue-styles.js';
import { LoadedPage } from '../../parts/loaded-page.js';
import { Loaded } from '../../state/loaded.js';
import { toHash } from '../../state/route.js';
import { fill } from '../../words/in-language.js';
import { listsWords } from './lists-words.js';
import type { TreatmentWorld } from './treatment-world.js';
import { readWorld } from './treatment-world.js';

/** What a list is for. */
export type ListUse = 'booking' | 'timebook' | 'preblocks';

const addWords = {
  booking: 'addBooking',
  timebook: 'addTimebook',
  preblocks: 'addPreblocks',
} as const;
const uses = Object.keys(addWords) as ListUse[];

interface Changeable extends HTMLElement {
  readonly isChanged: boolean;
}

/** Lists of templates and of preblocks (A-07). A list of preblocks has its use after its id in addresses, which a list of templates may share. */
export class ListsSection extends LoadedPage {
  static override styles: CSSResultGroup = [LoadedPage.styles, catalogueStyles];

  readonly #world = new Loaded<TreatmentWorld>(this);

  /** Whether leaving loses something. */
  get isChanged(): boolean {
    return this.renderRoot.querySelector<Changeable>('.editor')?.isChanged ?? false;
  }

  protected override open(): void {
    void this.#world.load(() => readWorld(this.console!.api));
  }

  protected override render(): TemplateResult {
    const [id, use] = this.parts;
    return this.renderLoaded(this.#world, (world) =>
      id === undefined ? this.#renderAll(world) : this.#renderEditor(world, id, use),
    );
  }

  #renderEditor(world: TreatmentWorld, id: string, given: string | undefined): TemplateResult {
    const purpose = world.templateLists.find((list) => list.id === id)?.purpose;
    const use = uses.find((one) => one === given) ?? purpose ?? 'preblocks';
    return html`<opus-console-list
      class="editor"
      .record=${id}
      .use=${use}
      .world=${world}
      @opus-console-stored=${() => this.#world.reload()}
    ></opus-console-list>`;
  }

  #renderAll(world: TreatmentWorld): TemplateResult {
    const words = this.words(listsWords);
    return html`<p class="lead">${words.lead}</p>
      ${uses.map((use) => this.#renderUse(world, use))}`;
  }

  #renderUse({ templateLists, preblockLists }: TreatmentWorld, use: ListUse): TemplateResult {
    const words = this.words(listsWords);
    const lists =
      use === 'preblocks' ? preblockLists : templateLists.filter(({ purpose }) => purpose === use);
    const reason = this.reasonWithout('catalogue');
    return html`<section class="section" aria-labelledby=${use}>
      <h2 id=${use}>${words[use]}</h2>
      ${lists.length === 0 ? html`<p class="hint">${words.noLists}</p>` : nothing}
      <ul class="items">
        ${lists.map(
          ({ id, name, items }) =>
            html`<li class="item">
              <span
                ><a href=${toHash({ page: 'treatments', parts: ['lists', id, use] })}>${name}</a
                ><span class="hint">${fill(words.countOf, { number: items.length })}</span></span
              >
            </li>`,
        )}
      </ul>
      ${
        reason === undefined
          ? html`<a
              class="button"
              href=${toHash({ page: 'treatments', parts: ['lists', 'new', use] })}
              >${words[addWords[use]]}</a
            >`
          : html`<p class="reason">${reason}</p>`
      }
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-lists': ListsSection;
  }
}
