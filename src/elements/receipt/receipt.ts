import { html, nothing } from 'lit';
import { property, query } from 'lit/decorators.js';
import type { Appointment } from '../../contract/index.js';
import { mapUrlOf } from '../../domain/map-url.js';
import { treatmentName } from '../../domain/treatment-name.js';
import { OpusPrintEvent, OpusRestartEvent } from '../../events/receipt-events.js';
import { longDateAt, slotTimeRange } from '../../locales/date-words.js';
import { Localizer } from '../../locales/localizer.js';
import { nonBreaking } from '../../locales/non-breaking.js';
import { printPage } from '../../state/browser/print-page.js';
import { baseStyles } from '../../theme/base-styles.js';
import { buttonStyles } from '../../theme/button-styles.js';
import { tickIcon } from '../../theme/icons.js';
import { CalendarEntry } from '../calendar-entry.js';
import { addressOf, renderPhone } from '../clinic-contact.js';
import { OpusElement } from '../opus-element.js';
import { styles } from './receipt.styles.js';

/**
 * The receipt (P-32): the appointment in one sentence, the clinic, how to move or cancel, printing, and a calendar entry.
 * @element opus-receipt
 * @summary Booking confirmation.
 * @slot - What else the patient may do.
 * @slot online - Where the appointment can be moved or cancelled online, as a link within a sentence; shown with `online`.
 * @csspart heading - The heading with its tick.
 * @csspart sentence - What is booked, in one sentence.
 * @csspart button - a button
 */
export class Receipt extends OpusElement {
  static override styles = [baseStyles, buttonStyles, styles];

  readonly #words = new Localizer(this);
  readonly #calendarEntry = new CalendarEntry(this, this.#words);

  @property({ attribute: false }) appointment?: Appointment;
  /** Where the confirmation was sent, and where text messages will go. */
  @property({ attribute: false }) sentTo: { readonly email?: string; readonly mobile?: string } =
    {};
  /** What patients may do online with it, where the slot `online` leads; without it, how to call is said alone (P-36, P-37). */
  @property() online?: 'move' | 'cancel' | 'both';
  /** IANA zone of the clinic. */
  @property({ attribute: 'time-zone' }) timeZone = 'UTC';
  /** Where "go to the start page" leads; without it, an event is dispatched. */
  @property({ attribute: 'start-url' }) startUrl?: string;

  @query('h2') private readonly heading!: HTMLElement | null;

  /** Moves focus to the heading. */
  focusHeading(): void {
    this.heading?.focus();
  }

  protected override render() {
    const { appointment, sentTo } = this;
    if (!appointment) return nothing;
    const { clinic, clinician, slot } = appointment;
    const language = this.#words.lang();
    return html`<article>
      <h2 tabindex="-1" part="heading">
        <span class="done">${tickIcon}</span>${this.#words.term('receiptHeading')}
      </h2>
      <p class="sentence" part="sentence">
        ${this.#words.term(
          'receiptSentence',
          clinician.name,
          longDateAt(language, slot.start, this.timeZone),
          // Word joiners keep the range on one line; within a sentence the manual writes it without spaces.
          slotTimeRange(language, slot, this.timeZone).replace(' – ', '\u2060–\u2060'),
          clinic.name,
        )}
      </p>
      <div class="actions">${this.#calendarEntry.render()}${this.#renderMap()}</div>
      ${this.#renderChange()}
      <slot></slot>
      ${
        sentTo.email || sentTo.mobile
          ? html`<p class="sent">
              ${sentTo.email ? this.#words.term('receiptEmail', sentTo.email) : nothing}
              ${sentTo.mobile ? this.#words.term('receiptSms', nonBreaking(sentTo.mobile)) : nothing}
            </p>`
          : nothing
      }
      <div class="where">
        <h3>${clinic.name}</h3>
        <dl>
          ${this.#renderFact(
            'addressLabel',
            addressOf(clinic).length > 0 &&
              addressOf(clinic).map((line, index) => (index > 0 ? html`<br />${line}` : line)),
          )}
          ${this.#renderFact('phoneLabel', clinic.phone && renderPhone(clinic.phone))}
          ${this.#renderFact(
            'email',
            clinic.email && html`<a href="mailto:${clinic.email}">${clinic.email}</a>`,
          )}
          ${this.#renderFact(
            'stepTreatment',
            appointment.treatment &&
              `${treatmentName(appointment.treatment.name)}, ${this.#words.term('reviewMinutes', slot.minutes)}`,
          )}
        </dl>
      </div>
      <div class="last">
        <button class="link" type="button" @click=${this.#handlePrint}>
          ${this.#words.term('printReceipt')}
        </button>
        ${
          this.startUrl
            ? html`<a href=${this.startUrl}>${this.#words.term('toStart')}</a>`
            : html`<button class="link" type="button" @click=${this.#handleStart}>
                ${this.#words.term('toStart')}
              </button>`
        }
      </div>
    </article>`;
  }

  #renderMap(): unknown {
    const url = this.appointment && mapUrlOf(this.appointment.clinic);
    return url
      ? html`<a
          class="button"
          part="button"
          href=${url}
          target="_blank"
          rel="noreferrer"
          referrerpolicy="no-referrer"
          >${this.#words.term('showOnMap')}</a
        >`
      : nothing;
  }

  /** How to move or cancel: online where that is possible, else and besides by phone. */
  #renderChange(): unknown {
    const { online } = this;
    const phone = this.appointment?.clinic.phone;
    const words = this.#words;
    const call =
      phone && html`${words.term(online ? 'orCall' : 'moveOrCancelCall')} ${renderPhone(phone)}.`;
    if (!online && !phone) return nothing;
    return html`<p class="change">
      ${online ? html`${words.term('changeOnline', online)} <slot name="online"></slot>.` : nothing}
      ${call || nothing}
    </p>`;
  }

  #renderFact(
    label: 'addressLabel' | 'phoneLabel' | 'email' | 'stepTreatment',
    fact: unknown,
  ): unknown {
    if (!fact) return nothing;
    return html`<div>
      <dt>${this.#words.term(label)}</dt>
      <dd>${fact}</dd>
    </div>`;
  }

  #handlePrint(): void {
    if (this.dispatchEvent(new OpusPrintEvent())) printPage();
  }

  #handleStart(): void {
    this.dispatchEvent(new OpusRestartEvent());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-receipt': Receipt;
  }
}
