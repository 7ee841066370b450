import { html } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ConsoleElement } from '../../parts/console-element.js';
import { sectionLinks, sectionStyles } from '../../parts/sections.js';
import { remindersWords } from './reminders-words.js';

const sections = ['texts', 'answers', 'senders', 'gateway', 'service', 'statistics'] as const;
type Section = (typeof sections)[number];

interface Changeable extends HTMLElement {
  readonly isChanged?: boolean;
}

/** Reminders: their texts and times, answers, senders, whether they leave, and what comes of them (M-04 to M-16). */
export class RemindersPage extends ConsoleElement {
  static override styles: CSSResultGroup = [ConsoleElement.styles, sectionStyles];

  /** What of the page is open: a section's name, and the id of a company. */
  @property({ attribute: false }) parts: readonly string[] = [];

  /** Whether leaving loses something. */
  get isChanged(): boolean {
    return this.renderRoot.querySelector<Changeable>('.open')?.isChanged ?? false;
  }

  protected override render(): TemplateResult {
    const words = this.words(remindersWords);
    const [wanted, company] = this.parts;
    const section = sections.find((name) => name === wanted) ?? 'texts';
    return html`
      <h1>${words.title}</h1>
      <p class="lead">${words.lead}</p>
      ${sectionLinks({
        page: 'reminders',
        names: sections,
        current: section,
        words,
        label: words.sections,
      })}
      ${this.#renderSection(section, company)}
    `;
  }

  #renderSection(section: Section, company: string | undefined): TemplateResult {
    switch (section) {
      case 'texts':
        return html`<opus-console-reminder-policy class="open"></opus-console-reminder-policy>`;
      case 'answers':
        return html`<opus-console-sms-answers class="open"></opus-console-sms-answers>`;
      case 'senders':
        return company === undefined
          ? html`<opus-console-sms-senders class="open"></opus-console-sms-senders>`
          : html`<opus-console-sms-sender
              class="open"
              .company=${company}
            ></opus-console-sms-sender>`;
      case 'gateway':
        return html`<opus-console-sms-gateway class="open"></opus-console-sms-gateway>`;
      case 'service':
        return html`<opus-console-sms-service class="open"></opus-console-sms-service>`;
      case 'statistics':
        return html`<opus-console-sms-statistics class="open"></opus-console-sms-statistics>`;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-reminders': RemindersPage;
  }
}
