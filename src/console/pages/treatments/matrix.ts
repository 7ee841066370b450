import { html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { treatmentName } from '../../../domain/treatment-name.js';
import { permitsCategory } from '../../../domain/treatment-rules.js';
import { catalogueStyles } from '../../catalogue/catalogue-styles.js';
import { saveBar } from '../../catalogue/save-bar.js';
import type { Item } from '../../catalogue/records.js';
import { LoadedPage } from '../../parts/loaded-page.js';
import { whyLink } from '../../parts/why-link.js';
import { Loaded } from '../../state/loaded.js';
import { toHash } from '../../state/route.js';
import { fill } from '../../words/in-language.js';
import type { Coverage, Hole } from './coverage.js';
import { coverageOf } from './coverage.js';
import type { Wishes } from './matrix-changes.js';
import { storeWishes, withWish, withWishes } from './matrix-changes.js';
import { matrixStyles } from './matrix-styles.js';
import { matrixWords } from './matrix-words.js';
import { preblockWords } from './preblock-words.js';
import type { TreatmentWorld } from './treatment-world.js';
import { readWorld } from './treatment-world.js';
import { treatmentsWords } from './treatments-words.js';

type Definition = Item<'preblock-definitions'>;
type Template = Item<'templates'>;

/** Categories by preblock, to be changed by a tick, and above them what can never be booked and why (C-09). */
export class MatrixSection extends LoadedPage {
  static override styles: CSSResultGroup = [LoadedPage.styles, catalogueStyles, matrixStyles];

  readonly #world = new Loaded<TreatmentWorld>(this);
  /** What is not stored yet. */
  @state() private wishes: Wishes = new Map();

  /** Whether leaving loses something. */
  get isChanged(): boolean {
    return this.wishes.size > 0;
  }

  protected override open(): void {
    void this.#world.load(() => readWorld(this.console!.api));
  }

  protected override render(): TemplateResult {
    return this.renderLoaded(this.#world, (stored) => {
      const definitions = withWishes(stored.definitions, this.wishes);
      const world = { ...stored, definitions };
      return html`<p class="lead">${this.words(matrixWords).lead}</p>
        ${this.#renderFailure()} ${this.#renderHoles(world)} ${this.#renderTable(world)}
        ${this.#renderSaveBar()}`;
    });
  }

  #renderFailure(): TemplateResult | typeof nothing {
    if (this.failure?.code !== 'version-conflict') return this.renderFailure();
    return html`<p class="notice problem" role="alert">
      ${fill(this.shell.changedMeanwhile, { name: this.words(matrixWords).categories })}
    </p>`;
  }

  #renderHoles(world: TreatmentWorld): TemplateResult | typeof nothing {
    const words = this.words(matrixWords);
    const holes = coverageOf(world).filter(({ status }) => status === 'impossible');
    if (holes.length === 0) {
      const isOnline = world.templates.some(({ useInBooking }) => useInBooking);
      return isOnline ? html`<p class="notice section" role="status">${words.allFit}</p>` : nothing;
    }
    return html`<section class="section holes" aria-labelledby="holes">
      <h2 id="holes">${words.impossible}</h2>
      <ul>
        ${holes.map((coverage) => this.#renderImpossible(world, coverage))}
      </ul>
    </section>`;
  }

  #renderImpossible(world: TreatmentWorld, { template: id, holes }: Coverage): TemplateResult {
    const template = world.templates.find((one) => one.id === id)!;
    return html`<li>
      <strong>${this.#link(['templates', id], template.name)}</strong>
      ${holes.map((hole) => html`<p>${this.#renderHole(world, template, hole)}</p>`)}
      <p>${whyLink({ treatment: id }, this.language)}</p>
    </li>`;
  }

  /** Why, and what to do about it. */
  #renderHole(world: TreatmentWorld, template: Template, hole: Hole): TemplateResult {
    const words = this.words(matrixWords);
    switch (hole) {
      case 'no-clinician':
        return html`${words[hole]}
          <a href=${toHash({ page: 'people', parts: ['clinicians'] })}>${words.toClinicians}</a>`;
      case 'not-in-list':
      case 'preblock-not-in-list':
        return html`${words[hole]} ${this.#link(['in-force'], words.toInForce)}`;
      case 'no-resource':
        return html`${fill(words[hole], { resource: template.resource ?? '' })}
        ${this.#link(['resources'], words.toResources)}`;
      case 'no-preblock':
        return html`${words[hole]} ${this.#link(['preblocks', 'new'], words.addPreblock)}`;
      case 'category':
        return this.#renderCategoryHole(world, template);
    }
  }

  #renderCategoryHole(world: TreatmentWorld, { category }: Template): TemplateResult {
    const words = this.words(matrixWords);
    const name = world.categories.find(({ id }) => id === category)?.name ?? '';
    const internet = world.definitions.filter(({ type }) => type === 'internet');
    const mend =
      this.reasonWithout('catalogue') === undefined
        ? internet
            .slice(0, 3)
            .map(
              (one) =>
                html` <button
                  class="link"
                  type="button"
                  @click=${() => this.#wish(one, category, true)}
                >
                  ${fill(words.letIn, { preblock: one.name })}
                </button>`,
            )
        : nothing;
    return html`${fill(words['category-hole'], { category: name })}${mend}`;
  }

  #renderTable(world: TreatmentWorld): TemplateResult {
    const words = this.words(matrixWords);
    const internet = world.definitions.filter(({ type }) => type === 'internet');
    if (world.categories.length === 0) {
      return html`<p>
        ${words.noCategory} ${this.#link(['categories'], this.words(treatmentsWords).addCategory)}
      </p>`;
    }
    const statuses = new Map(coverageOf(world).map((one) => [one.template, one.status]));
    return html`<div class="scroller" tabindex="0" role="group" aria-label=${words.lead}>
        <table>
          <thead>
            <tr>
              <th scope="col">${words.category}</th>
              ${
                internet.length === 0
                  ? html`<td>
                      ${words.noInternet}
                      ${this.#link(['preblocks', 'new'], this.words(preblockWords).add)}
                    </td>`
                  : internet.map(
                      ({ id, name }) =>
                        html`<th scope="col">${this.#link(['preblocks', id], name)}</th>`,
                    )
              }
            </tr>
          </thead>
          <tbody>
            ${world.categories.map((category) =>
              this.#renderRow(
                category,
                world.templates.filter((one) => one.category === category.id),
                internet,
                statuses,
              ),
            )}
          </tbody>
        </table>
      </div>
      ${
        internet.length < world.definitions.length
          ? html`<p class="hint">${words.others}</p>`
          : nothing
      }`;
  }

  #renderRow(
    category: Item<'categories'>,
    templates: readonly Template[],
    internet: readonly Definition[],
    statuses: ReadonlyMap<string, Coverage['status']>,
  ): TemplateResult {
    const words = this.words(matrixWords);
    const names = templates.map(({ id, name }) => {
      const status = statuses.get(id);
      const said =
        status === 'impossible'
          ? words.impossible
          : status === 'off' || status === 'with-need'
            ? words[status]
            : undefined;
      return html`<span class=${status === 'impossible' ? 'treatment hole' : 'treatment'}
        >${treatmentName(name)}${said ? ` (${said})` : nothing}</span
      >`;
    });
    return html`<tr>
      <th scope="row">
        <span class="category">${category.name}</span>
        <span class="hint">${names.length > 0 ? names : words.noTreatment}</span>
      </th>
      ${internet.map((definition) => this.#renderCell(category, definition))}
    </tr>`;
  }

  #renderCell(category: Item<'categories'>, definition: Definition): TemplateResult {
    const isFixed = this.reasonWithout('catalogue') !== undefined;
    const label = fill(this.words(matrixWords).cell, {
      preblock: definition.name,
      category: category.name,
    });
    return html`<td class="cell">
      <input
        type="checkbox"
        aria-label=${label}
        aria-disabled=${isFixed ? 'true' : 'false'}
        .checked=${live(permitsCategory(definition, category.id, false))}
        @click=${(event: Event) => isFixed && event.preventDefault()}
        @change=${(event: Event) =>
          this.#wish(definition, category.id, (event.target as HTMLInputElement).checked)}
      />
    </td>`;
  }

  #wish({ id: definition }: Definition, category: string, letsIn: boolean): void {
    const stored = this.#world.value?.definitions ?? [];
    this.wishes = withWish(this.wishes, stored, { definition, category, letsIn });
  }

  #renderSaveBar(): TemplateResult | typeof nothing {
    const reason = this.reasonWithout('catalogue');
    if (reason !== undefined) return html`<p class="reason">${reason}</p>`;
    if (this.wishes.size === 0) return nothing;
    const { shell, isBusy } = this;
    return saveBar({ shell, isBusy, save: this.#save, discard: () => (this.wishes = new Map()) });
  }

  readonly #save = async () => {
    const { api } = this.console!;
    const isStored = await this.run(() =>
      storeWishes(api, this.wishes, (id) => {
        const wishes = new Map(this.wishes);
        wishes.delete(id);
        this.wishes = wishes;
      }),
    );
    await this.#world.reload();
    if (isStored) this.console?.say(this.shell.saved);
  };

  #link(parts: readonly string[], label: string): TemplateResult {
    return html`<a href=${toHash({ page: 'treatments', parts })}>${label}</a>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-matrix': MatrixSection;
  }
}
