import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { MessagePreview, MessagePreviewInput } from '../../../contract/index.js';
import { ConsoleElement } from '../../parts/console-element.js';
import { fill } from '../../words/in-language.js';
import { appointmentWords } from './appointment-words.js';
import { Asked } from './asked.js';

type Message = MessagePreview['messages'][number];

/** The message that a patient would get of an appointment, word for word, before anybody chooses to send it (C-10, M-01). */
export class PatientMessage extends ConsoleElement {
  static override styles = [
    ConsoleElement.styles,
    css`
      .sheet {
        display: grid;
        gap: 12px;
        padding: 12px 16px;
        border: 1px solid var(--_line);
        border-radius: 8px;
      }

      .text {
        margin-block: 4px 0;
        white-space: pre-line;
        overflow-wrap: anywhere;
      }
    `,
  ];

  /** Of which appointment, and of what; undefined: of none. */
  @property({ attribute: false }) about: MessagePreviewInput | undefined;
  readonly #shown = new Asked<MessagePreviewInput, readonly Message[]>(
    this,
    async (body) =>
      (await this.console!.api.call('previewTimebookMessage', { body })).data.messages,
  );

  protected override willUpdate(): void {
    this.#shown.take(this.console && this.about);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { about } = this;
    const { latest: value, failure } = this.#shown;
    // What shows nothing takes no room between the fields.
    this.hidden = !about || (!value && !failure);
    if (!about || this.hidden) return nothing;
    const words = this.words(appointmentWords);
    const event = { booked: words.ofBooking, moved: words.ofMove, cancelled: words.ofCancelling };
    return html`<section class="sheet" aria-labelledby="heading">
      <b id="heading">${words.whatPatientGets} ${event[about.event]}</b>
      ${failure ? html`<p class="error">${this.failureText(failure)}</p>` : nothing}
      ${value?.length === 0 ? html`<p class="hint">${words.noAddress}</p>` : nothing}
      ${value?.map((message) => this.#renderMessage(message))}
    </section>`;
  }

  #renderMessage({ channel, recipient, subject, text, lang }: Message): TemplateResult {
    const words = this.words(appointmentWords);
    const name = words[channel];
    const to = recipient ? fill(words.toWhom, { channel: name, to: recipient }) : name;
    if (channel === 'sms') {
      return html`<div>
        <span class="hint">${to}</span>
        <p class="text" lang=${lang}>${text}</p>
      </div>`;
    }
    // A letter is long: its subject says which one it is.
    return html`<details>
      <summary><span class="hint">${to}:</span> ${subject}</summary>
      <p class="text" lang=${lang}>${text}</p>
    </details>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-console-patient-message': PatientMessage;
  }
}
