import { css, html } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { styleMap } from 'lit/directives/style-map.js';
import { CatalogueSection } from '../../catalogue/catalogue-section.js';
import type { Item } from '../../catalogue/records.js';
import { readAll } from '../../catalogue/records.js';
import { fill } from '../../words/in-language.js';
import { preblockWords } from './preblock-words.js';

type Definition = Item<'preblock-definitions'>;

/** Preblock definitions, with what each lets in. */
export class PreblocksSection extends CatalogueSection<'preblock-definitions'> {
  static override styles: CSSResultGroup = [
    CatalogueSection.styles,
    css`
      .tone {
        flex: none;
        inline-size: 20px;
        block-size: 20px;
        border: 1px solid var(--_line);
        border-radius: 4px;
      }
    `,
  ];

  protected override readonly kind = 'preblock-definitions';
  protected override readonly page = 'treatments';
  protected override readonly section = 'preblocks';
  @state() private categories: readonly Item<'categories'>[] = [];

  protected override get addLabel(): string {
    return this.words(preblockWords).add;
  }

  protected override get addReason(): string | undefined {
    return this.reasonWithout('catalogue');
  }

  protected override open(): void {
    super.open();
    // Without the categories the list is shown all the same.
    readAll(this.console!.api, 'categories')
      .then((categories) => (this.categories = categories))
      .catch(() => undefined);
  }

  protected override renderEditor(id: string): TemplateResult {
    return html`<opus-console-preblock-definition
      class="editor"
      .record=${id}
    ></opus-console-preblock-definition>`;
  }

  protected override renderIntro(definitions: readonly Definition[]): TemplateResult {
    const words = this.words(preblockWords);
    const isPublishing = definitions.some(({ type }) => type === 'internet');
    return html`<p class="lead">${isPublishing ? words.lead : words.none}</p>`;
  }

  protected override renderAbout(definition: Definition): TemplateResult {
    const { id, name, type, colour } = definition;
    const facts = [this.words(preblockWords)[type], this.#admission(definition)];
    // One without a colour keeps its place, so that all names stand in line.
    const tone = colour ? { background: colour } : { visibility: 'hidden' };
    return html`<span class="tone" style=${styleMap(tone)}></span
      ><span class="about">
        ${this.link(id, name)}<span class="hint">${facts.join(' · ')}</span>
      </span>`;
  }

  #admission({ mode, categories }: Definition): string {
    const words = this.words(preblockWords);
    const names = this.categories
      .filter(({ id }) => categories.includes(id))
      .map(({ name }) => name)
      .join(', ');
    if (categories.length === 0) return mode === 'allow' ? words.nothing : words.everything;
    return fill(mode === 'allow' ? words.letsIn : words.keepsOut, { categories: names });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-preblock-definitions': PreblocksSection;
  }
}
