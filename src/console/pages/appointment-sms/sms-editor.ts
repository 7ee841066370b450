import { css, html, nothing } from 'lit';
import type { CSSResultGroup, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { isEqual } from '../../../domain/is-equal.js';
import { smsLength } from '../../../domain/message-text/sms-length.js';
import { smsText } from '../../../domain/message-text/sms-text.js';
import { ConsoleElement } from '../../parts/console-element.js';
import { fill } from '../../words/in-language.js';
import { smsExpiryWords } from '../../words/sms-expiry-words.js';
import { appointmentSmsWords } from './appointment-sms-words.js';

interface ClinicTime {
  readonly date: string;
  readonly clock: string;
}

/** What was written: each only where it was changed; a date and a clock time of the clinic. */
export interface EditedSms {
  readonly text?: string;
  readonly sends?: ClinicTime;
  readonly expires?: ClinicTime;
}

/** What the controls have of an instant with the clinic's offset. */
const clinicTime = (instant: string | null | undefined): ClinicTime => ({
  date: instant?.slice(0, 10) ?? '',
  clock: instant?.slice(11, 16) ?? '',
});

/** The text and the time of an SMS are to be stored; undefined: nothing is. */
export class SmsEditedEvent extends Event {
  static readonly type = 'opus-sms-edited';
  constructor(readonly edited: EditedSms | undefined) {
    super(SmsEditedEvent.type, { bubbles: true, composed: true });
  }
}

/** Text, time and expiry of one SMS, with the number of its parts while somebody types (M-02). */
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
  /** When it is of no use any more, in the same way; null: never. */
  @property({ attribute: false }) expiresAt: string | null | undefined;
  /** What the button says. */
  @property({ attribute: false }) label = '';
  @property({ type: Boolean }) disabled = false;
  @state() private draft: { text: string; sends: ClinicTime; expires: ClinicTime } | undefined;

  protected override willUpdate(): void {
    this.draft ??= this.#given();
  }

  #given() {
    return {
      text: this.text,
      sends: clinicTime(this.sendsAt),
      expires: clinicTime(this.expiresAt),
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
      ${this.sendsAt === undefined ? nothing : this.#renderTimes(draft, set)}
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

  #renderTimes(
    { sends, expires }: Record<'sends' | 'expires', ClinicTime>,
    set: (part: { sends?: ClinicTime; expires?: ClinicTime }) => void,
  ): TemplateResult {
    const words = this.words(appointmentSmsWords);
    const expiry = this.words(smsExpiryWords);
    const inOne = (name: 'sends' | 'expires', labels: ClinicTime, time: ClinicTime) => {
      const input = (part: keyof ClinicTime) =>
        html`<div class="field">
          <label for="${name}-${part}">${labels[part]}</label>
          <input
            class="control"
            id="${name}-${part}"
            type=${part === 'date' ? 'date' : 'time'}
            required
            aria-describedby=${ifDefined(name === 'expires' ? 'expires-hint' : undefined)}
            .value=${time[part]}
            @input=${(event: Event) => {
              const { value } = event.target as HTMLInputElement;
              set({ [name]: { ...time, [part]: value } });
            }}
          />
        </div>`;
      return html`<div class="pair">${input('date')} ${input('clock')}</div>`;
    };
    return html`${inOne('sends', { date: words.date, clock: words.time }, sends)}
    ${
      this.expiresAt
        ? html`<div>
            ${inOne('expires', { date: expiry.expiresDate, clock: expiry.expiresTime }, expires)}
            <p class="hint" id="expires-hint">${expiry.hint}</p>
          </div>`
        : nothing
    }`;
  }

  readonly #submit = (event: Event): void => {
    event.preventDefault();
    const { text, sends, expires } = this.draft!;
    const before = this.#given();
    this.#end({
      // At once, what stands there is what is sent.
      ...(text !== before.text || this.sendsAt === undefined ? { text } : {}),
      ...(isEqual(sends, before.sends) ? {} : { sends }),
      ...(isEqual(expires, before.expires) ? {} : { expires }),
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
