import { html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { OwnAppointment, Recall, SessionAccess } from '../../contract/index.js';
import { splitAppointments } from '../../domain/own-appointments.js';
import { OpusOwnActEvent } from '../../events/own-act-event.js';
import { appointmentWords } from '../../locales/appointment-words.js';
import { Localizer } from '../../locales/localizer.js';
import { baseStyles } from '../../theme/base-styles.js';
import { buttonStyles } from '../../theme/button-styles.js';
import { skeletonStyles } from '../../theme/skeleton.js';
import { renderCall } from '../clinic-contact.js';
import { OpusElement } from '../opus-element.js';
import { renderAppointment, type CardView } from './appointment-card.js';
import { styles } from './appointment-list.styles.js';
import { renderRecall } from './recall-card.js';

/** Number of past appointments that are shown without pressing a button. */
const fewPast = 2;

/**
 * A patient's own appointments (P-35): recalls first (P-38), then coming appointments, then past and cancelled ones, each
 * with its possible changes and their deadlines (P-36, P-37).
 * @element opus-appointment-list
 * @summary Own appointments and needs.
 * @slot - Above the list, such as a failed call.
 * @slot alert - On the card of the appointment that `alertFor` names: the form that asks for news of an earlier time.
 * @csspart heading - a heading
 * @csspart button - a button
 * @csspart primary - the button that leads on
 */
export class OwnAppointmentList extends OpusElement {
  static override styles = [baseStyles, buttonStyles, skeletonStyles, styles];

  readonly #words = new Localizer(this, appointmentWords);

  /** Undefined while they are being loaded. */
  @property({ attribute: false }) appointments?: readonly OwnAppointment[] | undefined;
  @property({ attribute: false }) recalls: readonly Recall[] = [];
  /** Ids of appointments that were just cancelled, which keep their place in the list. */
  @property({ attribute: false }) kept: readonly string[] = [];
  /** What the session may see; with `mobile`, the list says that it is not complete (P-39). */
  @property() access: SessionAccess = 'record';
  /** The clinic's number. */
  @property() phone = '';
  /** IANA zone of the clinics. */
  @property({ attribute: 'time-zone' }) timeZone = 'UTC';
  /** The present moment in epoch milliseconds, which divides coming from past. */
  @property({ type: Number }) now = 0;
  /** Language of the account's own texts. */
  @property({ attribute: 'text-lang' }) textLang = '';
  /** Something new can be booked here. */
  @property({ type: Boolean, attribute: 'can-book' }) canBook = false;
  /** Patients can be told when an earlier time opens (P-48). */
  @property({ type: Boolean, attribute: 'can-ask' }) canAsk = false;
  /** The appointment whose card shows the slot for it, in place of the button; empty for none. */
  @property({ attribute: 'alert-for' }) alertFor = '';
  /** Where something new is booked; without it, an event is dispatched. */
  @property({ attribute: 'booking-url' }) bookingUrl?: string | undefined;
  /** The list could not be loaded; the slot says why. */
  @property({ type: Boolean }) failed = false;

  @state() private isOpen = false;

  @query('h2') private readonly heading!: HTMLElement | null;

  /** Moves focus to the heading. */
  focusHeading(): void {
    this.heading?.focus();
  }

  /** Moves focus to one appointment. */
  focusAppointment(id: string): void {
    const item = this.renderRoot.querySelector(`#${CSS.escape(id)}`);
    (item?.querySelector('h4') ?? this.heading)?.focus();
  }

  protected override render() {
    const { appointments } = this;
    return html`<h2 tabindex="-1" part="heading">${this.#words.term('ownAppointments')}</h2>
      <slot></slot>
      ${appointments ? this.#renderLists(appointments) : this.failed ? nothing : this.#renderSkeleton()}`;
  }

  #renderSkeleton() {
    return html`<div class="skeleton" aria-hidden="true">
        ${[0, 1].map(() => html`<div><i class="skeleton-line line"></i><i class="skeleton-line big"></i></div>`)}
      </div>
      <p class="visually-hidden" role="status">${this.#words.term('listLoading')}</p>`;
  }

  #renderLists(appointments: readonly OwnAppointment[]) {
    const { coming, others } = splitAppointments(appointments, this.now, this.kept);
    const view: CardView = {
      words: this.#words,
      timeZone: this.timeZone,
      now: this.now,
      textLang: this.textLang,
      canAsk: this.canAsk,
      alertFor: this.alertFor,
      act: (act, id) => this.dispatchEvent(new OpusOwnActEvent(act, id)),
    };
    return html`${this.#renderRecalls(view, appointments)}
      <section aria-labelledby="coming">
        <h3 id="coming">${this.#words.term('comingHeading')}</h3>
        ${
          coming.length > 0
            ? html`<ul role="list">
                ${this.#renderEach(view, coming)}
              </ul>`
            : html`<p>${this.#words.term('noComing')}</p>`
        }
        ${this.#renderBook(coming.length === 0 && !this.recalls.some(({ bookable }) => bookable))}
      </section>
      ${this.access === 'mobile' ? this.#renderRestriction() : nothing}
      ${others.length > 0 ? this.#renderOthers(view, others) : nothing}`;
  }

  /** Keyed by id, so that a refreshed list never puts another appointment under the patient's finger. */
  #renderEach(view: CardView, appointments: readonly OwnAppointment[]): unknown {
    return repeat(
      appointments,
      ({ id }) => id,
      (each) => renderAppointment(view, each),
    );
  }

  #renderRecalls(view: CardView, appointments: readonly OwnAppointment[]) {
    if (this.recalls.length === 0) return nothing;
    return html`<ul class="recalls" role="list">
      ${this.recalls.map((recall) =>
        renderRecall(
          view,
          recall,
          appointments.find(({ id, status }) => id === recall.appointment && status === 'booked'),
        ),
      )}
    </ul>`;
  }

  /** `isNext` makes it the primary button. */
  #renderBook(isNext: boolean): unknown {
    const term = this.#words.term('bookNew');
    const look = isNext ? 'button primary' : 'button';
    if (this.bookingUrl) {
      return html`<a class=${look} part=${look} href=${this.bookingUrl}>${term}</a>`;
    }
    return this.canBook
      ? html`<button
          class=${look}
          part=${look}
          type="button"
          @click=${() => this.dispatchEvent(new OpusOwnActEvent('book'))}
        >
          ${term}
        </button>`
      : nothing;
  }

  #renderRestriction(): TemplateResult {
    const { phone } = this;
    return html`<p class="note">
      ${this.#words.term('onlyThisNumber')} ${renderCall(this.#words, phone)}
    </p>`;
  }

  #renderOthers(view: CardView, others: readonly OwnAppointment[]): TemplateResult {
    const isFew = others.length <= fewPast;
    const isShown = isFew || this.isOpen;
    return html`<section aria-labelledby="others">
      <h3 id="others">${this.#words.term('pastHeading')}</h3>
      ${
        isFew
          ? nothing
          : html`<button
              class="link"
              type="button"
              aria-expanded=${this.isOpen ? 'true' : 'false'}
              @click=${this.#handleToggle}
            >
              ${this.isOpen ? this.#words.term('hidePast') : this.#words.term('showPast', others.length)}
            </button>`
      }
      ${
        isShown
          ? html`<ul role="list">
              ${this.#renderEach(view, others)}
            </ul>`
          : nothing
      }
    </section>`;
  }

  #handleToggle(): void {
    this.isOpen = !this.isOpen;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-appointment-list': OwnAppointmentList;
  }
}
