import { css, html } from 'lit';
import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { ConsoleElement } from '../../parts/console-element.js';
import { messagesWords } from './messages-words.js';

/** A frame is written anew at most so often while somebody types; milliseconds. */
const pause = 300;

/** A message as it reaches a patient: a bubble on a phone, or a mail. */
export class MessagePreview extends ConsoleElement {
  static override styles: CSSResultGroup = [
    ConsoleElement.styles,
    css`
      .phone {
        max-inline-size: 320px;
        padding: 20px 16px 32px;
        border: 1px solid var(--_line);
        border-radius: 24px;
      }

      .who {
        margin-block-end: 16px;
        color: var(--_ink-quiet);
        font-size: var(--_small);
        text-align: center;
      }

      .bubble {
        inline-size: fit-content;
        padding: 10px 14px;
        border-radius: 16px 16px 16px 4px;
        background: var(--_accent-soft);
        overflow-wrap: anywhere;
        white-space: pre-wrap;
      }

      .mail {
        border: 1px solid var(--_line);
        border-radius: var(--_panel-radius);
        overflow: hidden;
      }

      .head {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 4px 16px;
        margin: 0;
        padding: 16px 20px;
        border-block-end: 1px solid var(--_line);
      }

      dt {
        color: var(--_ink-quiet);
      }

      dd {
        margin: 0;
        overflow-wrap: anywhere;
      }

      .body {
        padding: 20px;
        overflow-wrap: anywhere;
        white-space: pre-wrap;
      }

      iframe {
        display: block;
        inline-size: 100%;
        block-size: 420px;
        border: 0;
        background: #fff;
      }
    `,
  ];

  @property() channel: 'sms' | 'email' = 'sms';
  /** With sample values in its fields. */
  @property() subject = '';
  @property() text = '';
  @property({ type: Boolean }) isHtml = false;
  /** Who it comes from. */
  @property() sender = '';
  /** Language of the message. */
  @property() textLanguage = '';
  @state() private frameUrl = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    if (this.frameUrl) URL.revokeObjectURL(this.frameUrl);
    this.frameUrl = '';
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!this.isHtml || !(changed.has('text') || changed.has('isHtml'))) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#write(), this.frameUrl ? pause : 0);
  }

  /** A page of its own that runs no script, loads nothing and knows nothing of this one. */
  #write(): void {
    if (this.frameUrl) URL.revokeObjectURL(this.frameUrl);
    const page = new Blob([this.text], { type: 'text/html;charset=utf-8' });
    this.frameUrl = URL.createObjectURL(page);
  }

  protected override render(): TemplateResult {
    const words = this.words(messagesWords);
    if (this.channel === 'sms') {
      return html`<div class="phone">
        <p class="who">${this.sender}</p>
        <p class="bubble" lang=${this.textLanguage}>${this.text}</p>
      </div>`;
    }
    return html`<div class="mail">
      <dl class="head">
        <dt>${words.from}</dt>
        <dd>${this.sender}</dd>
        <dt>${words.subject}</dt>
        <dd lang=${this.textLanguage}><strong>${this.subject}</strong></dd>
      </dl>
      ${
        this.isHtml
          ? html`<iframe
              sandbox="allow-popups"
              title=${words.preview}
              src=${this.frameUrl}
            ></iframe>`
          : html`<div class="body" lang=${this.textLanguage}>${this.text}</div>`
      }
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-message-preview': MessagePreview;
  }
}
