import { html } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { html as staticHtml, unsafeStatic } from 'lit/static-html.js';
import type { StaffRight } from '../../../contract/index.js';
import { ConsoleElement } from '../../parts/console-element.js';
import { sectionLinks, sectionStyles } from '../../parts/sections.js';
import { mayEverywhere } from '../../state/console-context.js';
import { administrationWords } from './administration-words.js';

const rights = {
  status: 'read',
  staff: 'people',
  logins: 'read',
  keys: 'keys',
  rules: 'read',
  history: 'history',
  exchange: 'exchange',
  embed: 'read',
} as const satisfies Record<string, StaffRight>;
type Section = keyof typeof rights;
const names = Object.keys(rights) as Section[];
/** What is open where nothing else was asked for. */
const first: Section = 'staff';

interface Changeable extends HTMLElement {
  readonly isChanged?: boolean;
}

/** Status, staff, ways to sign in, keys, history, export and import, code for the clinic's own website. */
export class AdministrationPage extends ConsoleElement {
  static override styles: CSSResultGroup = [ConsoleElement.styles, sectionStyles];

  /** What of the page is open: a section's name, and what of that. */
  @property({ attribute: false }) parts: readonly string[] = [];

  /** Whether leaving loses something. */
  get isChanged(): boolean {
    return this.renderRoot.querySelector<Changeable>('.open')?.isChanged ?? false;
  }

  protected override render(): TemplateResult {
    const words = this.words(administrationWords);
    const [wanted, ...rest] = this.parts;
    const current = names.find((name) => name === wanted) ?? first;
    return html`
      <h1>${words.title}</h1>
      ${sectionLinks({ page: 'administration', names, current, words, label: words.sections })}
      ${this.#renderSection(current, rest)}
    `;
  }

  #renderSection(name: Section, parts: readonly string[]): unknown {
    const me = this.console?.me;
    if (me && !mayEverywhere(me, rights[name])) {
      return html`<p class="notice">${this.missing(rights[name])}</p>`;
    }
    const tag = unsafeStatic(`opus-console-${name}`);
    return staticHtml`<${tag} class="open" .parts=${parts}></${tag}>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-administration': AdministrationPage;
  }
}
