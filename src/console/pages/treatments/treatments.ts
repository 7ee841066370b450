import { html } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { html as staticHtml, unsafeStatic } from 'lit/static-html.js';
import { ConsoleElement } from '../../parts/console-element.js';
import { sectionLinks, sectionStyles } from '../../parts/sections.js';
import { treatmentsWords } from './treatments-words.js';

/** The elements of the sections, in the order of a set-up. */
const tags = {
  templates: 'opus-console-templates',
  categories: 'opus-console-categories',
  preblocks: 'opus-console-preblock-definitions',
  matrix: 'opus-console-matrix',
  lists: 'opus-console-lists',
  'in-force': 'opus-console-in-force',
  resources: 'opus-console-resources',
} as const;
type Section = keyof typeof tags;
const names = Object.keys(tags) as Section[];

interface Changeable extends HTMLElement {
  readonly isChanged?: boolean;
}

/** Treatments, what lets them in, and which of them hold where (A-02, A-03, A-07, A-09, C-09). */
export class TreatmentsPage extends ConsoleElement {
  static override styles: CSSResultGroup = [ConsoleElement.styles, sectionStyles];

  /** What of the page is open: a section's name, and what of that. */
  @property({ attribute: false }) parts: readonly string[] = [];

  /** Whether leaving loses something. */
  get isChanged(): boolean {
    return this.renderRoot.querySelector<Changeable>('.open')?.isChanged ?? false;
  }

  protected override render(): TemplateResult {
    const words = this.words(treatmentsWords);
    const [wanted, ...rest] = this.parts;
    const current = names.find((name) => name === wanted) ?? 'templates';
    return html`
      <h1>${words.title}</h1>
      ${sectionLinks({ page: 'treatments', names, current, words, label: words.sections })}
      ${this.#renderSection(current, rest)}
    `;
  }

  #renderSection(name: Section, parts: readonly string[]): unknown {
    const tag = unsafeStatic(tags[name]);
    return staticHtml`<${tag} class="open" .parts=${parts}></${tag}>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-treatments': TreatmentsPage;
  }
}
