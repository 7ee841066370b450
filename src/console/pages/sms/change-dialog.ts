import { html, nothing } from 'lit';
import type { CSSResultGroup, PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { SentMessage } from '../../../contract/index.js';
import { laterBy, millisecondsBetween } from '../../../domain/instants.js';
import { findReminderFieldProblem } from '../../../domain/message-text/reminder-fields.js';
import { smsLength } from '../../../domain/message-text/sms-length.js';
import { smsText } from '../../../domain/message-text/sms-text.js';
import { alertIcon } from '../../../theme/icons.js';
import { LoadedPage } from '../../parts/loaded-page.js';
import { textField } from '../../parts/fields.js';
import type { FieldBinding } from '../../parts/fields.js';
import { fill } from '../../words/in-language.js';
import { expiryProblem, smsExpiryWords } from '../../words/sms-expiry-words.js';
import { lengthText } from '../messages/length-text.js';
import { messagesWords } from '../messages/messages-words.js';
import { isPlanned } from './send-draft.js';
import { fromControl, toControl } from './sms-settings.js';
import { smsWords } from './sms-words.js';

/** A message has been changed as it is now; undefined: it stays as it was. */
export class MessageChangedEvent extends Event {
  constructor(readonly message: SentMessage | undefined) {
    super('opus-console-message-changed', { bubbles: true, composed: true });
  }
}

/** Text, time and expiry of a message that waits (M-06, M-09), in a dialog. */
export class ChangeMessage extends LoadedPage {
  static override styles: CSSResultGroup = [LoadedPage.styles];

  @property({ attribute: false }) message: SentMessage | undefined;
  /** Zone of the clinic's clock. */
  @property({ attribute: false }) timeZone = 'UTC';
  @state() private text = '';
  @state() private when = '';
  @state() private expires = '';

  protected override open(): void {}

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!changed.has('message') || !this.message) return;
    this.text = this.message.text;
    this.when = toControl(this.message.sendsAt, this.timeZone);
    this.expires = this.#expiryOf(this.message);
    this.failure = undefined;
  }

  protected override problemText(code: string): string {
    const words = this.words(smsWords);
    if (code === 'not-waiting') return words.gone;
    if (code === 'too-late') return words.tooLate;
    return expiryProblem(code, this.words(smsExpiryWords)) ?? super.problemText(code);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { message } = this;
    if (!message) return nothing;
    const words = this.words(smsWords);
    const problemText = (code: string) => this.problemText(code);
    const form: FieldBinding = {
      valueOf: () => this.text,
      set: (_path, value) => (this.text = String(value)),
      problemOf: (path) => this.failure?.fields.find((field) => field.path === path)?.code,
    };
    const expiry = this.words(smsExpiryWords);
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
        ${this.#renderTime('sendsAt', words.when, this.when, (when) => this.#move(when))}
        ${this.#renderTime('expiresAt', expiry.expires, this.expires, (at) => (this.expires = at), expiry.hint)}
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

  /** The expiry as the control has it; empty: it never expires. */
  #expiryOf({ expiresAt }: SentMessage): string {
    return expiresAt ? toControl(expiresAt, this.timeZone) : '';
  }

  #renderTime(
    path: 'sendsAt' | 'expiresAt',
    label: string,
    value: string,
    take: (value: string) => void,
    hint?: string,
  ): TemplateResult {
    const problem = this.failure?.fields.find((field) => field.path === path)?.code;
    return html`<div class="field">
      <label for=${path}>${label}</label>
      <input
        class="control"
        id=${path}
        type="datetime-local"
        required
        aria-invalid=${problem ? 'true' : 'false'}
        aria-describedby="${path}-notes"
        .value=${value}
        @input=${(event: Event) => take((event.target as HTMLInputElement).value)}
      />
      <div id="${path}-notes">
        ${
          problem
            ? html`<div class="error">${alertIcon}${this.problemText(problem)}</div>`
            : hint
              ? html`<div class="hint">${hint}</div>`
              : nothing
        }
      </div>
    </div>`;
  }

  /** Another time; a message that belongs to no appointment is of use for as long after it as before. */
  #move(when: string): void {
    const { message, timeZone } = this;
    const before = this.when;
    this.when = when;
    if (!before || !when || !this.expires || isPlanned(message!.type)) return;
    const at = (value: string) => fromControl(value, timeZone);
    const moved = millisecondsBetween(at(before), at(when));
    this.expires = toControl(laterBy(at(this.expires), moved), timeZone);
  }

  readonly #store = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const message = this.message!;
    const differing = (value: string, before: string) =>
      value && value !== before ? fromControl(value, this.timeZone) : undefined;
    const sendsAt = differing(this.when, toControl(message.sendsAt, this.timeZone));
    const expiresAt = differing(this.expires, this.#expiryOf(message));
    const body = {
      ...(this.text !== message.text && { text: this.text }),
      ...(sendsAt && { sendsAt }),
      ...(expiresAt && { expiresAt }),
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
