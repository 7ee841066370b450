import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { CategoryInput } from '../../../contract/index.js';
import { treatmentName } from '../../../domain/treatment-name.js';
import { CatalogueSection } from '../../catalogue/catalogue-section.js';
import { newRecordId } from '../../catalogue/record-id.js';
import type { Item } from '../../catalogue/records.js';
import { readAll, storeOne } from '../../catalogue/records.js';
import { textField } from '../../parts/fields.js';
import { fill } from '../../words/in-language.js';
import { TreatmentEditor } from './treatment-editor.js';
import { treatmentsWords } from './treatments-words.js';

type Category = Item<'categories'>;

/** The named categories of the manuals, in their order; eight free ones follow. */
const named = [
  'acute',
  'examination',
  'prophylaxis',
  'conservative',
  'bleaching',
  'prosthetics',
  'endodontics',
  'periodontics',
  'implants',
  'surgery',
  'extraction',
  'free',
] as const;
const free = Array.from({ length: 8 }, (_, index) => `#${index + 1}`);

/** Categories of treatments (A-02, A-03). */
export class CategoriesSection extends CatalogueSection<'categories'> {
  protected override readonly kind = 'categories';
  protected override readonly ordered = 'categories';
  protected override readonly page = 'treatments';
  protected override readonly section = 'categories';
  @state() private templates: readonly Item<'templates'>[] | undefined;
  /** Names of the manual that are ticked. */
  @state() private chosen: readonly string[] = [];

  /** Whether leaving loses something. */
  override get isChanged(): boolean {
    return super.isChanged || (this.parts.length === 0 && this.chosen.length > 0);
  }

  protected override get orderHint(): string {
    return this.words(treatmentsWords).categoriesOrder;
  }

  protected override get addLabel(): string {
    return this.words(treatmentsWords).addCategory;
  }

  protected override get addReason(): string | undefined {
    return this.reasonWithout('catalogue');
  }

  protected override open(): void {
    super.open();
    // Without the templates the list is shown all the same.
    readAll(this.console!.api, 'templates')
      .then((templates) => (this.templates = templates))
      .catch(() => undefined);
  }

  get #nextPosition(): number {
    return Math.max(-1, ...(this.items.value ?? []).map(({ position }) => position)) + 1;
  }

  protected override renderEditor(id: string): TemplateResult {
    return html`<opus-console-category
      class="editor"
      .record=${id}
      .nextPosition=${this.#nextPosition}
    ></opus-console-category>`;
  }

  protected override renderIntro(categories: readonly Category[]): TemplateResult {
    const words = this.words(treatmentsWords);
    return html`<p class="lead">${words.categoriesLead}</p>
      ${categories.length < 4 && this.addReason === undefined ? this.#renderStart(categories) : nothing}`;
  }

  /** Whoever begins ticks what the manuals have. */
  #renderStart(categories: readonly Category[]): TemplateResult {
    const words = this.words(treatmentsWords);
    const present = new Set(categories.map(({ name }) => name));
    const offered = [...named.map((name) => words[name]), ...free].filter(
      (name) => !present.has(name),
    );
    const take = (name: string, isChosen: boolean) =>
      (this.chosen = offered.filter((one) =>
        one === name ? isChosen : this.chosen.includes(one),
      ));
    return html`<fieldset class="section" aria-describedby="start-hint">
      <legend>${words.startTitle}</legend>
      <div class="hint" id="start-hint">${words.startHint}</div>
      <div class="boxes">
        ${offered.map(
          (name, index) =>
            html`<div class="switch">
              <input
                type="checkbox"
                id="start-${index}"
                .checked=${this.chosen.includes(name)}
                @change=${(event: Event) => take(name, (event.target as HTMLInputElement).checked)}
              />
              <label for="start-${index}">${name}</label>
            </div>`,
        )}
      </div>
      <button
        class="button"
        type="button"
        ?disabled=${this.chosen.length === 0 || this.isBusy}
        @click=${this.#addChosen}
      >
        ${words.addChosen}
      </button>
    </fieldset>`;
  }

  readonly #addChosen = async () => {
    const { api } = this.console!;
    const isStored = await this.run(async () => {
      let position = this.#nextPosition;
      for (const name of this.chosen) {
        const data = { name, position: position++ };
        await storeOne(api, 'categories', newRecordId(name), { data, version: undefined });
        this.chosen = this.chosen.filter((one) => one !== name);
      }
    });
    if (isStored) this.console!.say(this.shell.saved);
    this.reload();
  };

  protected override renderAbout({ id, name }: Category): TemplateResult {
    const words = this.words(treatmentsWords);
    const users = this.templates?.filter(({ category }) => category === id);
    const said =
      users === undefined
        ? ''
        : users.length === 0
          ? words.unused
          : fill(words.usedBy, {
              templates: users.map((one) => treatmentName(one.name)).join(', '),
            });
    return html`<span class="about">${this.link(id, name)}<span class="hint">${said}</span></span>`;
  }
}

/** One category. */
export class CategoryEditor extends TreatmentEditor<CategoryInput> {
  protected override readonly kind = 'categories';
  protected override readonly section = 'categories';

  protected override get initial(): CategoryInput {
    return { name: '', position: this.nextPosition };
  }

  protected override renderRecord(): TemplateResult {
    const words = this.words(treatmentsWords);
    return html`
      ${this.renderHead(words.categories, words.newCategory)}
      <fieldset ?disabled=${this.reason !== undefined} aria-describedby="fixed">
        <div class="fields section">
          ${textField({ ...this.field('name', words.name), required: true, maxLength: 200 })}
        </div>
      </fieldset>
      ${this.renderRemoval(words.removeCategory, words.removeSure)}
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-categories': CategoriesSection;
    'opus-console-category': CategoryEditor;
  }
}
