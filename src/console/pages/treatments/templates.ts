import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { CatalogueSection } from '../../catalogue/catalogue-section.js';
import type { Item } from '../../catalogue/records.js';
import { Loaded } from '../../state/loaded.js';
import { toHash } from '../../state/route.js';
import { fill } from '../../words/in-language.js';
import { coverageOf } from './coverage.js';
import { templateWords } from './template-words.js';
import type { TreatmentWorld } from './treatment-world.js';
import { readWorld } from './treatment-world.js';

type Template = Item<'templates'>;

/** Booking templates in the account's order, each with where it is used and whether it can be booked at all (A-03, C-09). */
export class TemplatesSection extends CatalogueSection<'templates'> {
  protected override readonly kind = 'templates';
  protected override readonly ordered = 'templates';
  protected override readonly page = 'treatments';
  protected override readonly section = 'templates';
  readonly #world = new Loaded<TreatmentWorld>(this);
  #judged: { world: TreatmentWorld; impossible: ReadonlySet<string> } | undefined;

  protected override get orderHint(): string {
    return this.words(templateWords).orderHint;
  }

  protected override get addLabel(): string {
    return this.words(templateWords).add;
  }

  protected override get addReason(): string | undefined {
    return this.reasonWithout('catalogue');
  }

  protected override open(): void {
    super.open();
    // Without it the list is shown all the same.
    void this.#world.load(() => readWorld(this.console!.api));
  }

  protected override reload(): void {
    super.reload();
    void this.#world.reload();
  }

  protected override renderEditor(id: string): TemplateResult {
    const templates = this.items.value ?? [];
    return html`<opus-console-template
      class="editor"
      .record=${id}
      .from=${id === 'new' ? templates.find((one) => one.id === this.parts[1]) : undefined}
      .nextPosition=${Math.max(-1, ...templates.map(({ position = 0 }) => position)) + 1}
    ></opus-console-template>`;
  }

  protected override renderIntro(templates: readonly Template[]): TemplateResult {
    const words = this.words(templateWords);
    return html`<p class="lead">${templates.length === 0 ? words.none : words.lead}</p>`;
  }

  protected override renderAbout(template: Template): TemplateResult {
    const { id, name, minutes, useInBooking, useInTimebook } = template;
    const words = this.words(templateWords);
    const world = this.#world.value;
    const lists = world?.templateLists.filter(({ items }) => items.includes(id)) ?? [];
    const facts = [
      fill(words.minutesOf, { minutes }),
      world?.categories.find((one) => one.id === template.category)?.name,
      useInBooking ? words.inBooking : undefined,
      useInTimebook ? words.inTimebook : undefined,
      lists.length > 0
        ? fill(words.onLists, { lists: lists.map((list) => list.name).join(', ') })
        : undefined,
    ];
    return html`<span class="about">
      ${this.link(id, name)}
      <span class="hint">${facts.filter(Boolean).join(' · ')}</span>
      ${
        this.#isImpossible(id)
          ? html`<a class="hint" href=${toHash({ page: 'treatments', parts: ['matrix'] })}
              >${words.impossible}</a
            >`
          : nothing
      }
    </span>`;
  }

  #isImpossible(id: string): boolean {
    const world = this.#world.value;
    if (!world) return false;
    if (this.#judged?.world !== world) {
      const holes = coverageOf(world).filter(({ status }) => status === 'impossible');
      this.#judged = { world, impossible: new Set(holes.map(({ template }) => template)) };
    }
    return this.#judged.impossible.has(id);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-templates': TemplatesSection;
  }
}
