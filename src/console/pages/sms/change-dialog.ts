import { html, nothing } from 'lit';
import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { SentMessage } from '../../../contract/index.js';
import { findReminderFieldProblem } from '../../../domain/message-text/reminder-fields.js';
import { smsLength } from '../../../domain/message-text/sms-length.js';
import { smsText } from '../../../domain/message-text/sms-text.js';
import { LoadedPage } from '../../parts/loaded-page.js';
import { textField } from '../../parts/fields.js';
import type { FieldBinding } from '../../parts/fields.js';
import { fill } from '../../words/in-language.js';
import { lengthText } from '../messages/length-text.js';
import { messagesWords } from '../messages/messages-words.js';
import { shortTime } from './message-row.js';
import { fromControl, toControl } from './sms-settings.js';
import { smsWords } from './sms-words.js';

/** A message has been changed as it is now; undefined: it stays as it was. */
export class MessageChangedEvent extends Event {
  constructor(readonly message: SentMessage | undefined) {
    super('opus-console-message-changed', { bubbles: true, composed: true });
  }
}

/** Text and time of a message that waits (M-06), in a dialog. */
export class ChangeMessage extends LoadedPage {
  static override styles: CSSResultGroup = [LoadedPage.styles];

  @property({ attribute: false }) message: SentMessage | undefined;
  /** Zone of the clinic's clock. */
  @property({ attribute: false }) timeZone = 'UTC';
  @state() private text = '';
  @state() private when = '';

  protected override open(): void {}

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!changed.has('message') || !this.message) return;
    this.text = this.message.text;
    this.when = toControl(this.message.sendsAt, this.timeZone);
    this.failure = undefined;
  }

  protected override problemText(code: string): string {
    const words = this.words(smsWords);
    if (code === 'not-waiting') return words.gone;
    return code === 'too-late' ? words.tooLate : super.problemText(code);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { message } = this;
    if (!message) return nothing;
    const words = this.words(smsWords);
    const problemText = (code: string) => this.problemText(code);
    const form: FieldBinding = {
      valueOf: (path) => (path === 'text' ? this.text : this.when),
      set: (path, value) => {
        if (path === 'text') this.text = String(value);
      },
      problemOf: (path) => this.failure?.fields.find((field) => field.path === path)?.code,
    };
    const timeProblem = form.problemOf('sendsAt');
    const wrongField = findReminderFieldProblem(this.text);
    return html`<form novalidate @submit=${this.#store}>
      <div class="fields">
        ${textField({ form, path: 'text', label: words.text, rows: 5, maxLength: 1530, problemText })}
        ${
          wrongField
            ? html`<p class="error">
                ${fill(this.words(messagesWords).unknownField, { field: wrongField.field })}
              </p>`
            : html`<p class="hint">
                ${lengthText(smsLength(smsText(this.text)), this.words(messagesWords))}
              </p>`
        }
        <div class="field">
          <label for="when">${words.when}</label>
          <input
            class="control"
            id="when"
            type="datetime-local"
            required
            aria-invalid=${timeProblem ? 'true' : 'false'}
            aria-describedby="when-notes"
            .value=${this.when}
            @input=${(event: Event) => (this.when = (event.target as HTMLInputElement).value)}
          />
          <div id="when-notes">
            ${
              timeProblem
                ? html`<div class="error">${this.problemText(timeProblem)}</div>`
                : message.expiresAt
                  ? html`<div class="hint">${words.expires} ${shortTime(message.expiresAt)}</div>`
                  : nothing
            }
          </div>
        </div>
        ${this.renderFailure()}
        <div class="row">
          <button class="button primary" ?disabled=${this.isBusy}>${words.save}</button>
          <button class="link" type="button" @click=${() => this.#done(undefined)}>
            ${this.shell.cancel}
          </button>
        </div>
      </div>
    </form>`;
  }

  readonly #store = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const message = this.message!;
    const sendsAt = this.when ? fromControl(this.when, this.timeZone) : undefined;
    const isMoved = this.when !== toControl(message.sendsAt, this.timeZone);
    const body = {
      ...(this.text !== message.text && { text: this.text }),
      ...(isMoved && sendsAt && { sendsAt }),
    };
    if (Object.keys(body).length === 0) {
      this.#done(undefined);
      return;
    }
    let changed: SentMessage | undefined;
    const isStored = await this.run(async () => {
      const { data } = await this.console!.api.call('changeMessage', { id: message.id, body });
      changed = data as SentMessage;
    });
    if (isStored) this.#done(changed);
    else {
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    }
  };

  #done(message: SentMessage | undefined): void {
    this.dispatchEvent(new MessageChangedEvent(message));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-sms-change': ChangeMessage;
  }
}
