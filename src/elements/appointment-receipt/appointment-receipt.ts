import { html, nothing } from 'lit';
import { property, query } from 'lit/decorators.js';
import type { Appointment } from '../../contract/index.js';
import { OpusOwnActEvent } from '../../events/own-act-event.js';
import { treatmentOf } from '../../locales/appointment-dates.js';
import { longDateAt, slotTimeRange } from '../../locales/date-words.js';
import { appointmentWords } from '../../locales/appointment-words.js';
import { Localizer } from '../../locales/localizer.js';
import { baseStyles } from '../../theme/base-styles.js';
import { buttonStyles } from '../../theme/button-styles.js';
import { tickIcon } from '../../theme/icons.js';
import { CalendarEntry } from '../calendar-entry.js';
import { addressOf, renderPhone } from '../clinic-contact.js';
import { OpusElement } from '../opus-element.js';
import { styles } from './appointment-receipt.styles.js';

/**
 * The receipt of a move or a recall (P-36, P-38): the new time in one sentence, the clinic, and a calendar entry, which
 * replaces the old one.
 * @element opus-appointment-receipt
 * @summary An appointment is moved, or a recall booked.
 * @csspart heading - a heading
 * @csspart sentence - The new time, in one sentence.
 * @csspart button - a button
 */
export class AppointmentReceipt extends OpusElement {
  static override styles = [baseStyles, buttonStyles, styles];

  readonly #words = new Localizer(this, appointmentWords);
  readonly #calendarEntry = new CalendarEntry(this, this.#words);

  @property({ attribute: false }) appointment?: Appointment;
  @property() kind: 'moved' | 'booked' = 'moved';
  /** IANA zone of the clinic. */
  @property({ attribute: 'time-zone' }) timeZone = 'UTC';
  /** Language of the account's own texts. */
  @property({ attribute: 'text-lang' }) textLang = '';

  @query('h2') private readonly heading!: HTMLElement | null;

  /** Moves focus to the heading. */
  focusHeading(): void {
    this.heading?.focus();
  }

  protected override render() {
    const { appointment, kind, timeZone } = this;
    const words = this.#words;
    if (!appointment) return nothing;
    const { clinic, clinician, slot, treatment } = appointment;
    const language = words.lang();
    return html`<article>
      <h2 tabindex="-1" part="heading">
        <span class="done">${tickIcon}</span
        >${words.term(kind === 'moved' ? 'movedHeading' : 'recallBookedHeading')}
      </h2>
      <p class="sentence" part="sentence">
        ${words.term(
          kind === 'moved' ? 'movedSentence' : 'receiptSentence',
          clinician.name,
          longDateAt(language, slot.start, timeZone),
          // Word joiners keep the range on one line.
          slotTimeRange(language, slot, timeZone).replace(' – ', '\u2060–\u2060'),
          clinic.name,
        )}
      </p>
      <div class="where">
        ${
          treatment
            ? html`<p>
                <span lang=${this.textLang || nothing}>${treatmentOf(words, appointment)}</span>,
                ${words.term('reviewMinutes', slot.minutes)}
              </p>`
            : nothing
        }
        <p>${addressOf(clinic).join(', ')}</p>
        <p>${renderPhone(clinic.phone)}</p>
      </div>
      <div class="actions">
        ${this.#calendarEntry.render()}
        <button class="link" type="button" @click=${this.#handleBack}>
          ${words.term('backToList')}
        </button>
      </div>
    </article>`;
  }

  #handleBack(): void {
    this.dispatchEvent(new OpusOwnActEvent('to-list'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-appointment-receipt': AppointmentReceipt;
  }
}
