import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { BookingError } from '../../api/booking-error.js';
import type { BookingApi } from '../../api/booking-api.js';
import { serviceNow } from '../../api/service-clock.js';
import type { Account } from '../../contract/index.js';
import { addDays } from '../../domain/civil-date.js';
import { toClockTime } from '../../domain/clock-time.js';
import {
  otherQueriesOf,
  soonerOffers,
  type OtherOffer,
  type OtherQuery,
} from '../../domain/other-offers.js';
import type { Selection } from '../../domain/selection.js';
import { OpusTakeSlotEvent } from '../../events/slot-chooser-events.js';
import { Localizer } from '../../locales/localizer.js';
import { momentWords } from '../../locales/moment-words.js';
import { otherOfferWords } from '../../locales/other-offer-words.js';
import { baseStyles } from '../../theme/base-styles.js';
import { cardStyles } from '../../theme/card-styles.js';
import { renderSkeleton, skeletonStyles } from '../../theme/skeleton.js';
import { errorMessageFor } from '../booking-message.js';
import { OpusElement } from '../opus-element.js';
import { styles } from './other-offers.styles.js';

/**
 * Who else is free where the choices have no time: other clinicians at the chosen clinic, other clinics, each with its
 * first free time, to take at once (P-17). Nothing where nobody is, or where that cannot be read.
 * @element opus-other-offers
 * @summary Other clinics and clinicians with free times.
 * @csspart heading - a heading
 * @csspart card - one thing to choose
 */
export class OtherOffers extends OpusElement {
  static override styles = [baseStyles, cardStyles, skeletonStyles, styles];

  readonly #words = new Localizer(this);

  /** The account and its catalogue, with all that a link leaves out. */
  @property({ attribute: false }) account?: Account;
  /** A client of the service. */
  @property({ attribute: false }) client?: Pick<BookingApi, 'firstTimes' | 'slots'>;
  /** What the patient has chosen. */
  @property({ attribute: false }) selection: Selection = {};
  /** The first free time of what is chosen, an instant: only earlier ones are of use. Empty where there is none. */
  @property({ attribute: 'own-first' }) ownFirst = '';

  @state() private offers?: readonly OtherOffer[];
  @state() private message = '';

  /** The choices that `offers` answer to. */
  #key = '';

  protected override willUpdate(_changed: PropertyValues<this>): void {
    const key = JSON.stringify([this.#queries, this.ownFirst]);
    if (key === this.#key) return;
    this.#key = key;
    this.offers = undefined;
    this.message = '';
    void this.#load();
  }

  protected override render(): unknown {
    const { offers, message } = this;
    const words = otherOfferWords[this.#words.lang()];
    const heading = this.ownFirst ? words.sooner : words.free;
    const isEmpty = this.#queries.length === 0 || offers?.length === 0;
    if (isEmpty && !message) return nothing;
    return html`<div class="offers">
      <p role="status">${message}</p>
      ${
        isEmpty
          ? nothing
          : html`<h3 part="heading">${heading}</h3>
              ${
                offers
                  ? html`<ul class="cards" role="list">
                      ${offers.map((offer) => this.#renderOffer(offer))}
                    </ul>`
                  : renderSkeleton('card')
              }`
      }
    </div>`;
  }

  #renderOffer(offer: OtherOffer): TemplateResult {
    const { account } = this;
    const { step, id, start } = offer;
    const named = step === 'clinic' ? account?.clinics : account?.clinicians;
    return html`<li class="card" part="card">
      <button
        class="choose"
        type="button"
        aria-describedby="when-${step}-${id}"
        @click=${() => this.#take(offer)}
      >
        ${named?.find((each) => each.id === id)?.name}
      </button>
      <p id="when-${step}-${id}">
        ${momentWords(this.#words, start, account?.timeZone ?? 'UTC', serviceNow())}
      </p>
    </li>`;
  }

  get #queries(): readonly OtherQuery[] {
    return this.account && this.client ? otherQueriesOf(this.account, this.selection) : [];
  }

  async #load(): Promise<void> {
    const { client, selection, ownFirst } = this;
    const key = this.#key;
    try {
      const found = await Promise.all(
        this.#queries.map(async ({ step, query }) =>
          soonerOffers(step, await client!.firstTimes(query), selection, ownFirst),
        ),
      );
      if (key === this.#key) this.offers = found.flat();
    } catch {
      if (key === this.#key) this.offers = [];
    }
  }

  /** Looks up who and where exactly, and takes it; where somebody was faster, what is left is shown. */
  async #take({ step, id, start }: OtherOffer): Promise<void> {
    const key = this.#key;
    const query = this.#queries.find((each) => each.step === step)?.query;
    if (!query) return;
    const { date } = toClockTime(start, this.account!.timeZone);
    const at = { ...query, [step]: id, from: date, to: addDays(date, 1), at: start };
    try {
      const { slots } = await this.client!.slots(at);
      if (key !== this.#key) return;
      if (slots[0]) return void this.dispatchEvent(new OpusTakeSlotEvent(slots[0]));
      this.#say(new BookingError('slot-taken'));
      await this.#load();
    } catch (cause) {
      if (key === this.#key) this.#say(cause as BookingError);
    }
  }

  #say(error: BookingError): void {
    const { heading, text } = errorMessageFor({ error, during: 'times' }, this.#words);
    this.message = `${heading}. ${text}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-other-offers': OtherOffers;
  }
}
