import { css, html } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { html as staticHtml, unsafeStatic } from 'lit/static-html.js';
import type { Account, Language } from '../../../contract/index.js';
import { ConsoleElement } from '../../parts/console-element.js';
import { sectionLinks, sectionStyles } from '../../parts/sections.js';
import { bookingPageWords } from './page-words.js';
import { noDraft } from './preview-fetch.js';
import type { DraftEvent } from './section.js';

const sections = ['switches', 'opening', 'steps', 'texts', 'look', 'address', 'script'] as const;
type Section = (typeof sections)[number];

interface Changeable extends HTMLElement {
  readonly isChanged: boolean;
}

/** The booking page with every setting, and beside it the real widget with the unsaved draft (S-03, S-04, S-05, S-07, C-06). */
export class BookingPage extends ConsoleElement {
  static override styles: CSSResultGroup = [
    ConsoleElement.styles,
    sectionStyles,
    css`
      :host {
        container-type: inline-size;
      }

      .both {
        display: grid;
        gap: 48px;
      }

      @container (min-width: 900px) {
        .both {
          grid-template-columns: minmax(380px, 1fr) minmax(400px, 1fr);
        }

        opus-console-preview {
          position: sticky;
          inset-block-start: 16px;
          align-self: start;
          max-block-size: calc(100vh - 32px);
          overflow: auto;
        }
      }
    `,
  ];

  /** What of the page is open: a section's name. */
  @property({ attribute: false }) parts: readonly string[] = [];
  @state() private draft = noDraft;
  /** Of the page in the preview. */
  @state() private pageLanguage: Language | undefined;
  @state() private account: Account | undefined;
  #asked = false;

  /** Whether leaving loses something. */
  get isChanged(): boolean {
    return this.renderRoot.querySelector<Changeable>('.open')?.isChanged ?? false;
  }

  protected override willUpdate(): void {
    if (this.#asked || !this.console) return;
    this.#asked = true;
    const { api } = this.console;
    const load = async () => {
      this.account = await api.describeAccount();
    };
    load().catch(() => undefined);
  }

  protected override render(): TemplateResult {
    const words = this.words(bookingPageWords);
    const section = sections.find((name) => name === this.parts[0]) ?? 'switches';
    return html`
      <h1>${words.title}</h1>
      <p class="lead">${words.lead}</p>
      ${sectionLinks({
        page: 'booking-page',
        names: sections,
        current: section,
        words,
        label: words.sections,
      })}
      <div class="both" @opus-console-draft=${this.#show}>
        ${this.#renderSection(section)}
        <opus-console-preview
          .draft=${this.draft}
          .pageLanguage=${this.pageLanguage}
        ></opus-console-preview>
      </div>
    `;
  }

  #renderSection(name: Section): unknown {
    const tag = unsafeStatic(`opus-console-page-${name}`);
    return staticHtml`<${tag}
      class="open"
      .reason=${this.reasonWithout('settings')}
      .languages=${this.account?.languages ?? []}
      .textLanguage=${this.account?.textLanguage ?? 'nb'}
      .market=${this.account?.market}
    ></${tag}>`;
  }

  readonly #show = ({ draft, language }: DraftEvent) => {
    this.draft = draft;
    this.pageLanguage = language;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-booking-page': BookingPage;
  }
}
