import { css, html, nothing } from 'lit';
import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { SmsState } from '../../../contract/index.js';
import { LoadedPage } from '../../parts/loaded-page.js';
import { sectionLinks, sectionStyles } from '../../parts/sections.js';
import { Loaded } from '../../state/loaded.js';
import { toHash } from '../../state/route.js';
import { fill } from '../../words/in-language.js';
import { smsWords } from './sms-words.js';

const sections = ['send', 'sent', 'received'] as const;

interface Changeable extends HTMLElement {
  readonly isChanged?: boolean;
}

/** SMS to patients and from them: send, what was sent, what came in, and the conversation with one number (M-06, M-11). */
export class SmsPage extends LoadedPage {
  static override styles: CSSResultGroup = [
    LoadedPage.styles,
    sectionStyles,
    css`
      .notice {
        margin-block-end: 24px;
      }
    `,
  ];

  /** What is open; it stays, hidden, while a conversation is read, so that one comes back to the list as one left it. */
  @state() private section: (typeof sections)[number] = 'send';
  @state() private rest: readonly string[] = [];
  @state() private thread: string | undefined;
  #scrolled = 0;
  #comesBack = false;
  readonly #status = new Loaded<SmsState>(this);

  /** Whether leaving loses something. */
  get isChanged(): boolean {
    return this.renderRoot.querySelector<Changeable>('.open')?.isChanged ?? false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!changed.has('parts')) return;
    const [wanted, ...rest] = this.parts;
    const before = this.thread;
    this.thread = wanted === 'thread' ? rest[0] : undefined;
    if (this.thread !== undefined) {
      if (before === undefined) this.#scrolled = scrollY;
      return;
    }
    this.section = sections.find((name) => name === wanted) ?? 'send';
    this.rest = rest;
    this.#comesBack = before !== undefined;
  }

  /** Back to where the list was. */
  protected override updated(): void {
    if (!this.#comesBack) return;
    this.#comesBack = false;
    scrollTo(0, this.#scrolled);
  }

  protected override open(): void {
    const { api } = this.console!;
    void this.#status.load(async (isBackground) => {
      const { data } = await api.call('messageState', { isBackground });
      return data;
    });
  }

  protected override render(): TemplateResult {
    const words = this.words(smsWords);
    const { section, rest, thread } = this;
    const unread = this.#status.value?.unread ?? 0;
    const received = unread > 0 ? `${words.received} (${unread})` : words.received;
    return html`
      <h1>${words.title}</h1>
      ${sectionLinks({
        page: 'sms',
        names: sections,
        current: thread === undefined ? section : undefined,
        words: { ...words, received },
        label: words.sections,
      })}
      <span class="visually-hidden" role="status"
        >${unread > 0 ? fill(words.unreadCount, { count: unread }) : ''}</span
      >
      ${this.#status.value?.testMode ? html`<p class="notice">${words.testMode}</p>` : nothing}
      <div @opus-console-unread=${() => this.#status.reload({ isBackground: true })}>
        ${thread === undefined ? nothing : this.#renderThread(thread)}
        <div ?hidden=${thread !== undefined}>${this.#renderSection(section, rest)}</div>
      </div>
    `;
  }

  #renderThread(id: string): TemplateResult {
    const words = this.words(smsWords);
    const back = (event: Event) => {
      // To the list as it was left, where there is one.
      if (history.length < 2) return;
      event.preventDefault();
      history.back();
    };
    return html`<p class="back">
        <a href=${toHash({ page: 'sms', parts: ['received'] })} @click=${back}>‹ ${words.back}</a>
      </p>
      <opus-console-sms-thread class="open" .message=${id}></opus-console-sms-thread>`;
  }

  #renderSection(section: (typeof sections)[number], rest: readonly string[]): TemplateResult {
    const [what, id = ''] = rest;
    switch (section) {
      case 'send':
        return html`<opus-console-sms-send class="open" .parts=${rest}></opus-console-sms-send>`;
      case 'sent':
        return html`<opus-console-sms-box
          .box=${'sent' as const}
          .ofRun=${what === 'run' ? id : ''}
          .ofPatient=${what === 'patient' ? id : ''}
        ></opus-console-sms-box>`;
      case 'received':
        return html`<opus-console-sms-box
          .box=${'received' as const}
          .ofPatient=${what === 'patient' ? id : ''}
        ></opus-console-sms-box>`;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-sms': SmsPage;
  }
}
