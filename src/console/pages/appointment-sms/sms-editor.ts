import { css, html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { smsLength } from '../../../domain/message-text/sms-length.js';
import { smsText } from '../../../domain/message-text/sms-text.js';
import { ConsoleElement } from '../../parts/console-element.js';
import { fill } from '../../words/in-language.js';
import { appointmentSmsWords } from './appointment-sms-words.js';

/** What was written: each only where it was changed; a date and a clock time of the clinic. */
export interface EditedSms {
  readonly text?: string;
  readonly sends?: { readonly date: string; readonly clock: string };
}

/** The text and the time of an SMS are to be stored; undefined: nothing is. */
export class SmsEditedEvent extends Event {
  static readonly type = 'opus-sms-edited';
  constructor(readonly edited: EditedSms | undefined) {
    super(SmsEditedEvent.type, { bubbles: true, composed: true });
  }
}

/** Text and time of one SMS, with the number of its parts while somebody types (M-02). */
export class SmsEditor extends ConsoleElement {
  static override styles: CSSResultGroup = [
    ConsoleElement.styles,
    css`
      form {
        display: grid;
        gap: 16px;
        max-inline-size: 560px;
        margin-block: 12px 4px;
      }

      .pair {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(140px, 1fr));
        gap: 16px;
      }
    `,
  ];

  @property({ attribute: false }) text = '';
  /** When it leaves, by the clinic's clock; undefined: at once, and nothing is asked. */
  @property({ attribute: false }) sendsAt: string | undefined;
  /** What the button says. */
  @property({ attribute: false }) label = '';
  @property({ type: Boolean }) disabled = false;
  @state() private draft: { text: string; date: string; clock: string } | undefined;

  protected override willUpdate(): void {
    this.draft ??= this.#given();
  }

  #given() {
    return {
      text: this.text,
      date: this.sendsAt?.slice(0, 10) ?? '',
      clock: this.sendsAt?.slice(11, 16) ?? '',
    };
  }

  /** Puts the focus on the text. */
  override focus(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector('textarea')?.focus());
  }

  protected override render(): TemplateResult {
    const words = this.words(appointmentSmsWords);
    const draft = this.draft!;
    const set = (part: Partial<typeof draft>) => (this.draft = { ...draft, ...part });
    const { units, parts } = smsLength(smsText(draft.text));
    return html`<form @submit=${this.#submit}>
      <div class="field">
        <label for="text">${words.text}</label>
        <textarea
          class="control"
          id="text"
          rows="4"
          maxlength="1530"
          required
          aria-describedby="length"
          .value=${draft.text}
          @input=${(event: Event) => set({ text: (event.target as HTMLTextAreaElement).value })}
        ></textarea>
        <p class="hint" id="length">${fill(words.parts, { length: units, parts })}</p>
      </div>
      ${this.sendsAt === undefined ? nothing : this.#renderTime(draft, set)}
      <p class="row">
        <button class="button primary" type="submit" ?disabled=${this.disabled}>
          ${this.label || words.save}
        </button>
        <button class="link" type="button" @click=${() => this.#end(undefined)}>
          ${words.cancel}
        </button>
      </p>
    </form>`;
  }

  #renderTime(
    { date, clock }: { date: string; clock: string },
    set: (part: { date?: string; clock?: string }) => void,
  ): TemplateResult {
    const words = this.words(appointmentSmsWords);
    const value = (event: Event) => (event.target as HTMLInputElement).value;
    return html`<div class="pair">
      <div class="field">
        <label for="date">${words.date}</label>
        <input
          class="control"
          id="date"
          type="date"
          required
          .value=${date}
          @input=${(event: Event) => set({ date: value(event) })}
        />
      </div>
      <div class="field">
        <label for="clock">${words.time}</label>
        <input
          class="control"
          id="clock"
          type="time"
          required
          .value=${clock}
          @input=${(event: Event) => set({ clock: value(event) })}
        />
      </div>
    </div>`;
  }

  readonly #submit = (event: Event): void => {
    event.preventDefault();
    const { text, date, clock } = this.draft!;
    const before = this.#given();
    this.#end({
      // At once, what stands there is what is sent.
      ...(text !== before.text || this.sendsAt === undefined ? { text } : {}),
      ...(date !== before.date || clock !== before.clock ? { sends: { date, clock } } : {}),
    });
  };

  #end(edited: EditedSms | undefined): void {
    this.dispatchEvent(new SmsEditedEvent(edited));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-sms-editor': SmsEditor;
  }
}
