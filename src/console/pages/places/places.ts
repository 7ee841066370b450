import { html } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { html as staticHtml, unsafeStatic } from 'lit/static-html.js';
import { ConsoleElement } from '../../parts/console-element.js';
import { sectionLinks, sectionStyles } from '../../parts/sections.js';
import { placesWords } from './places-words.js';

const names = ['clinics', 'groups', 'companies', 'clinicians', 'consents'] as const;
type Section = (typeof names)[number];

interface Changeable extends HTMLElement {
  readonly isChanged?: boolean;
}

/** Clinics, groups, companies, clinicians and their consents (S-01, S-02). */
export class PlacesPage extends ConsoleElement {
  static override styles: CSSResultGroup = [ConsoleElement.styles, sectionStyles];

  /** What of the page is open: a section's name, and what of that. */
  @property({ attribute: false }) parts: readonly string[] = [];

  /** Whether leaving loses something. */
  get isChanged(): boolean {
    return this.renderRoot.querySelector<Changeable>('.open')?.isChanged ?? false;
  }

  protected override render(): TemplateResult {
    const words = this.words(placesWords);
    const [wanted, ...rest] = this.parts;
    const current = names.find((name) => name === wanted) ?? 'clinics';
    return html`
      <h1>${words.title}</h1>
      ${sectionLinks({ page: 'people', names, current, words, label: words.sections })}
      ${this.#renderSection(current, rest)}
    `;
  }

  #renderSection(name: Section, parts: readonly string[]): unknown {
    const tag = unsafeStatic(`opus-console-${name}`);
    return staticHtml`<${tag} class="open" .parts=${parts}></${tag}>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-places': PlacesPage;
  }
}
