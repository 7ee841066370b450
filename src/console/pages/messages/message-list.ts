import { css, html } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import type { MessageText, MessageTextList } from '../../../contract/index.js';
import { MessageEvent } from '../../../contract/index.js';
import { LoadedPage } from '../../parts/loaded-page.js';
import { Loaded } from '../../state/loaded.js';
import { toHash } from '../../state/route.js';
import { languageName } from '../../words/language-name.js';
import { lengthText } from './length-text.js';
import { messagesWords } from './messages-words.js';

const channels = ['sms', 'email'] as const;

/** The texts of messages by event and channel, in each language of the account (S-06). */
export class MessageList extends LoadedPage {
  static override styles: CSSResultGroup = [
    LoadedPage.styles,
    css`
      .channel {
        margin-block: 20px 0;
        color: var(--_ink-quiet);
        font-size: var(--_small);
        font-weight: 500;
      }

      /* Names of languages are written small within a sentence; here they begin a line. */
      .item a {
        display: inline-block;
      }

      .item a::first-letter {
        text-transform: uppercase;
      }
    `,
  ];

  readonly #texts = new Loaded<readonly MessageText[]>(this);

  protected override open(): void {
    void this.#texts.load(async () => {
      const { data } = await this.console!.api.call('messageTexts');
      return (data as MessageTextList).items;
    });
  }

  protected override render(): TemplateResult {
    return this.renderLoaded(
      this.#texts,
      (texts) => html`${MessageEvent.options.map((event) => this.#renderEvent(event, texts))}`,
    );
  }

  #renderEvent(event: MessageEvent, texts: readonly MessageText[]): TemplateResult {
    const words = this.words(messagesWords);
    return html`<section class="section" aria-labelledby=${event}>
      <h2 id=${event}>${words[event]}</h2>
      ${channels.map(
        (channel) =>
          html`<h3 class="channel" id="${event}-${channel}">${words[channel]}</h3>
            <ul class="items" aria-labelledby="${event} ${event}-${channel}">
              ${texts
                .filter((text) => text.event === event && text.channel === channel)
                .map((text) => this.#renderText(text))}
            </ul>`,
      )}
    </section>`;
  }

  #renderText({ id, lang, isStandard, length }: MessageText): TemplateResult {
    const words = this.words(messagesWords);
    return html`<li class="item">
      <a href=${toHash({ page: 'messages', parts: ['texts', id] })}
        >${languageName(lang, this.language)}</a
      >
      <span class="hint">
        ${[isStandard ? words.standard : words.own, ...(length ? [lengthText(length, words)] : [])].join(', ')}
      </span>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-message-list': MessageList;
  }
}
