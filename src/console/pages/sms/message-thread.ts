import { html, nothing } from 'lit';
import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import type { SentMessage, SmsThread } from '../../../contract/index.js';
import { smsLength } from '../../../domain/message-text/sms-length.js';
import { smsText } from '../../../domain/message-text/sms-text.js';
import { LoadedPage } from '../../parts/loaded-page.js';
import { Loaded } from '../../state/loaded.js';
import { toHash } from '../../state/route.js';
import { fill } from '../../words/in-language.js';
import { lengthText } from '../messages/length-text.js';
import { messagesWords } from '../messages/messages-words.js';
import { renderStatus } from './box-rows.js';
import { isReceived, isWaiting, shortTime } from './message-row.js';
import type { Message } from './message-row.js';
import { messageTexts, type MessageTexts } from './message-texts.js';
import { meaningWords } from './message-words.js';
import { leftWords } from './left-words.js';
import { SafeSending } from './sms-sending.js';
import { smsWords } from './sms-words.js';
import { inOrder } from './thread-order.js';
import { threadStyles } from './thread-styles.js';
import { UnreadEvent } from './unread-event.js';

const isMobile = (number: string) => /^\+[1-9]\d{7,14}$/.test(number);

/** All that went to one number and came from it, as on a phone, and a way to answer. */
export class MessageThread extends LoadedPage {
  static override styles: CSSResultGroup = [LoadedPage.styles, threadStyles];

  /** Id of a message of the thread. */
  @property({ attribute: false }) message = '';
  @state() private draft = '';
  /** Why the answer went to nobody. */
  @state() private refusal = '';
  @state() private older: readonly Message[] = [];
  @state() private next: string | undefined;
  readonly #thread = new Loaded<SmsThread>(this);
  readonly #sending = new SafeSending();
  #isAtFoot = false;

  /** Whether leaving loses something. */
  get isChanged(): boolean {
    return this.draft.trim() !== '';
  }

  protected override open(): void {}

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (this.console && changed.has('message') && this.message) void this.#load();
  }

  async #load(): Promise<void> {
    const { api } = this.console!;
    this.older = [];
    this.next = undefined;
    this.#isAtFoot = false;
    await this.#thread.load(async (isBackground) => {
      const { data } = await api.call('messageThread', { id: this.message, isBackground });
      return data;
    });
    if (this.#thread.failure) this.console!.failed(this.#thread.failure);
    this.next = this.#thread.value?.next;
    await this.#markRead();
  }

  /** Whoever opens it has read it. */
  async #markRead(): Promise<void> {
    const unread = (this.#thread.value?.items ?? []).filter(
      (one) => isReceived(one) && one.status === 'unread',
    );
    if (unread.length === 0) return;
    const { api } = this.console!;
    // What cannot be marked stays unread, which loses nothing.
    await Promise.allSettled(
      unread.map(({ id }) => api.call('changeMessage', { id, body: { read: true } })),
    );
    this.dispatchEvent(new UnreadEvent());
  }

  protected override render(): TemplateResult {
    return this.renderLoaded(this.#thread, (thread) => this.#renderThread(thread));
  }

  #renderThread(thread: SmsThread): TemplateResult {
    const words = this.words(smsWords);
    const { number, patient, items } = thread;
    const name = patient ? `${patient.firstName} ${patient.lastName}` : number;
    const mayOpen = this.console?.pages.includes('patients') ?? false;
    const messages = [...items, ...this.older].sort(inOrder);
    return html`
      <h2 tabindex="-1">${fill(words.thread, { name })}</h2>
      <p class="row">
        ${patient ? html`<span>${number}</span>` : nothing}
        ${
          patient && mayOpen
            ? html`<a href=${toHash({ page: 'patients', parts: [patient.id] })}
                >${words.toPatient}</a
              >`
            : nothing
        }
      </p>
      ${
        this.next
          ? html`<button
              class="button"
              type="button"
              ?disabled=${this.isBusy}
              @click=${this.#loadOlder}
            >
              ${words.older}
            </button>`
          : nothing
      }
      <ol class="thread" aria-label=${words.inOut}>
        ${messages.map((message) => this.#renderMessage(message, name))}
      </ol>
      ${isMobile(number) ? this.#renderAnswer(number) : html`<p class="hint">${words.noAnswer}</p>`}
    `;
  }

  #renderMessage(message: Message, name: string): TemplateResult {
    const texts = messageTexts(this.language);
    const { words, types } = texts;
    const opened = message.id === this.message ? 'opened' : '';
    if (isReceived(message)) {
      const { text, receivedAt, followUp, meaning } = message;
      return html`<li class=${opened}>
        <span class="visually-hidden">${name}:</span>
        <span class="bubble">${text}</span>
        <span class="status"
          >${shortTime(receivedAt)}${meaning ? ` · ${this.words(meaningWords)[meaning]}` : ''}
          <button
            class="link"
            type="button"
            aria-pressed=${followUp ? 'true' : 'false'}
            ?disabled=${this.isBusy}
            @click=${() => this.#flag(message.id, !followUp)}
          >
            ${followUp ? html`⚑ ${words.followed}` : words.followUp}
          </button></span
        >
      </li>`;
    }
    const { type, text, lang, sentAt, sendsAt } = message;
    return html`<li class="out ${isWaiting(message) ? 'waits' : ''} ${opened}">
      <span class="visually-hidden">${words.fromClinic}:</span>
      <span class="bubble" lang=${lang}>${text || words.hidden}</span>
      <span class="status">
        ${types[type]} · ${shortTime(sentAt ?? sendsAt)} · ${renderStatus(message, texts)}
      </span>
      ${opened ? html`<span class="status">${detailsOf(message, words)}</span>` : nothing}
    </li>`;
  }

  #renderAnswer(number: string): TemplateResult {
    const words = this.words(smsWords);
    const length = smsLength(smsText(this.draft));
    return html`<form novalidate @submit=${(event: SubmitEvent) => this.#answer(event, number)}>
      <div class="field">
        <label for="answer">${words.answer}</label>
        <textarea
          class="control"
          id="answer"
          rows="3"
          maxlength="1530"
          aria-describedby="answer-hint"
          .value=${live(this.draft)}
          @input=${(event: Event) => (this.draft = (event.target as HTMLTextAreaElement).value)}
        ></textarea>
        <div class="hint" id="answer-hint">
          ${[words.answerHint, this.draft ? lengthText(length, this.words(messagesWords)) : ''].join(' ')}
        </div>
      </div>
      ${this.refusal ? html`<p class="notice problem" role="alert">${this.refusal}</p>` : nothing}
      ${this.renderFailure()}
      <p>
        <button class="button primary" ?disabled=${this.isBusy || !this.draft.trim()}>
          ${words.send}
        </button>
      </p>
    </form>`;
  }

  /** At the newest message, as a phone shows it. */
  protected override updated(): void {
    if (this.#isAtFoot || !this.#thread.value) return;
    this.#isAtFoot = true;
    this.renderRoot.querySelector('.opened')?.scrollIntoView({ block: 'nearest' });
  }

  readonly #loadOlder = () =>
    this.run(async () => {
      const { data } = await this.console!.api.call('messageThread', {
        id: this.message,
        query: { cursor: this.next },
      });
      this.older = [...this.older, ...data.items];
      this.next = data.next;
    });

  #flag(id: string, followUp: boolean): Promise<boolean> {
    return this.run(async () => {
      await this.console!.api.call('changeMessage', { id, body: { followUp } });
      await this.#thread.reload();
    });
  }

  async #answer(event: SubmitEvent, number: string): Promise<void> {
    event.preventDefault();
    const words = this.words(smsWords);
    const { api } = this.console!;
    const text = this.draft.trim();
    let refusal = '';
    const isSent = await this.run(async () => {
      const run = await this.#sending.send(api, { numbers: [number], type: 'message', text });
      const left = Object.entries(run.left).find(([, count]) => count > 0);
      if (left) refusal = this.words(leftWords)[left[0] as keyof typeof leftWords];
    });
    if (!isSent) return;
    this.refusal = refusal;
    if (refusal) return;
    this.draft = '';
    this.console!.say(words.answerSent);
    await this.#thread.reload();
  }
}

/** When the message that was opened was made, leaves or left, was answered, and expires. */
function detailsOf(
  { madeAt, sendsAt, sentAt, answeredAt, expiresAt }: SentMessage,
  words: MessageTexts['words'],
): string {
  const times = [
    [words.made, madeAt],
    [words.sends, sendsAt],
    [words.sentAt, sentAt],
    [words.answered, answeredAt],
    [words.expires, expiresAt],
  ] as const;
  return times
    .flatMap(([label, instant]) => (instant ? [`${label} ${shortTime(instant)}`] : []))
    .join(' · ');
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-sms-thread': MessageThread;
  }
}
