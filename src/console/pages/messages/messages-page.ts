import { html } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ConsoleElement } from '../../parts/console-element.js';
import { sectionLinks, sectionStyles } from '../../parts/sections.js';
import { messagesWords } from './messages-words.js';

const sections = ['texts', 'sender'] as const;

interface Changeable extends HTMLElement {
  readonly isChanged?: boolean;
}

/** Messages to patients: their texts, and who they come from (S-06). */
export class MessagesPage extends ConsoleElement {
  static override styles: CSSResultGroup = [ConsoleElement.styles, sectionStyles];

  /** What of the page is open: a section's name, and the id of a text. */
  @property({ attribute: false }) parts: readonly string[] = [];

  /** Whether leaving loses something. */
  get isChanged(): boolean {
    return this.renderRoot.querySelector<Changeable>('.open')?.isChanged ?? false;
  }

  protected override render(): TemplateResult {
    const words = this.words(messagesWords);
    const [wanted, message] = this.parts;
    const section = sections.find((name) => name === wanted) ?? 'texts';
    return html`
      <h1>${words.title}</h1>
      <p class="lead">${words.lead}</p>
      ${sectionLinks({
        page: 'messages',
        names: sections,
        current: section,
        words,
        label: words.sections,
      })}
      ${section === 'sender' ? html`<opus-console-message-sender class="open"></opus-console-message-sender>` : this.#renderTexts(message)}
    `;
  }

  #renderTexts(message: string | undefined): TemplateResult {
    return message === undefined
      ? html`<opus-console-message-list class="open"></opus-console-message-list>`
      : html`<opus-console-message-text
          class="open"
          .message=${message}
        ></opus-console-message-text>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-messages': MessagesPage;
  }
}
