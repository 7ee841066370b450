import { html, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { findClinics, placeOf, sortByDistance } from '../../domain/clinic-search.js';
import type { Place } from '../../domain/distance.js';
import type { ClinicSection } from '../../domain/options.js';
import { similarClinics, type SimilarClinics } from '../../domain/similar-clinics.js';
import { OpusNarrowEvent, type Narrow } from '../../events/narrow-event.js';
import { clinicSearchWords, distanceWords } from '../../locales/clinic-search-words.js';
import { Localizer } from '../../locales/localizer.js';
import { DebounceController } from '../../state/browser/debounce-controller.js';
import { GeolocationController } from '../../state/browser/geolocation-controller.js';
import { baseStyles } from '../../theme/base-styles.js';
import { buttonStyles } from '../../theme/button-styles.js';
import { placeIcon } from '../../theme/icons.js';
import { keepEscape } from '../modal.js';
import { OpusElement } from '../opus-element.js';
import { keepTypedInput } from '../typed-input.js';
import { styles } from './clinic-search.styles.js';

/** Milliseconds without typing before a screen reader is told how many clinics are left. */
const pause = 700;

/**
 * Search in a long list of clinics: by words while typing, and sorted by distance on request. The browser is asked for the
 * patient's position only then; it is used here, and neither sent nor stored.
 * @element opus-clinic-search
 * @summary Search above a long list of clinics.
 * @fires opus-narrow - the list of found clinics changed
 * @csspart label - a label
 * @csspart control - what is typed into
 * @csspart button - a button
 */
export class ClinicSearch extends OpusElement {
  static override styles = [baseStyles, buttonStyles, styles];

  readonly #localizer = new Localizer(this);
  readonly #where = new GeolocationController(this);
  readonly #quiet = new DebounceController(this, pause);

  /** All clinics, under their groups. */
  @property({ attribute: false }) sections: readonly ClinicSection[] = [];

  @state() private text = '';
  /** What a screen reader is told. */
  @state() private announced = '';
  @query('input') private readonly input!: HTMLInputElement;

  /** The state when the list and the screen reader were last told. */
  #told?: { status: string; asked: string; place: Place | undefined };

  protected override updated(): void {
    const before = this.#told;
    const now = { status: this.#statusText, asked: this.#asked, place: this.#where.place };
    this.#told = now;
    // At first nothing is searched for.
    if (!before) return;
    if (now.asked !== before.asked || now.place !== before.place) {
      this.dispatchEvent(new OpusNarrowEvent(now.asked || now.place ? this.#narrow : undefined));
    }
    if (now.status !== before.status) {
      this.#quiet.wait(() => (this.announced = this.#statusText));
    }
  }

  protected override createRenderRoot(): HTMLElement {
    const frame = super.createRenderRoot();
    keepTypedInput(frame);
    return frame;
  }

  protected override render() {
    const { text } = this;
    const where = this.#where;
    const words = this.#words;
    // Hidden from screen readers once the live region has the text.
    const isTwice = this.announced ? 'true' : 'false';
    const all = this.sections.flatMap(({ clinics }) => clinics);
    const hasPlaces = 'geolocation' in navigator && all.some(placeOf);
    const isSorting = where.isAsking || where.place !== undefined;
    return html`<label for="input" part="label">${words.label}</label>
      <span class="field">
        <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
          <path d="M8.5 2a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM13.5 13.5 18 18" />
        </svg>
        <input
          part="control"
          id="input"
          type="search"
          autocomplete="off"
          autocapitalize="none"
          spellcheck="false"
          enterkeyhint="search"
          .value=${text}
          @input=${this.#handleInput}
          @change=${this.#handleInput}
          @keydown=${this.#handleKeydown}
      /></span>
      <div class="row">
        <p aria-hidden=${isTwice}>${where.isAsking ? words.asking : this.#countText}</p>
        ${
          hasPlaces
            ? html`<button
                class="near"
                part="button"
                type="button"
                aria-pressed=${isSorting ? 'true' : 'false'}
                @click=${isSorting ? this.#handleForget : this.#handleNearest}
              >
                ${placeIcon}${words.nearest}
              </button>`
            : nothing
        }
      </div>
      ${where.failure ? html`<p aria-hidden=${isTwice}>${words[where.failure]}</p>` : nothing}
      ${
        this.#count === 0
          ? html`<div class="none">
              <p>${words.noneHelp}</p>
              <button class="button" part="button" type="button" @click=${this.#handleShowAll}>
                ${words.showAll}
              </button>
            </div>`
          : nothing
      }
      <p class="visually-hidden" role="status">${this.announced}</p>`;
  }

  get #words() {
    return clinicSearchWords[this.#localizer.lang()];
  }

  /** The found sections; the list calls it at each render, so that it never shows a former account's clinics. */
  readonly #narrow: Narrow = (sections) => {
    const { place } = this.#where;
    const { sections: found } = this.#find(sections);
    const sorted = place ? sortByDistance(found, place) : { sections: found, distances: [] };
    return {
      sections: sorted.sections,
      distances: new Map(
        [...sorted.distances].map(([id, kilometres]) => [
          id,
          distanceWords(this.#localizer.lang(), kilometres),
        ]),
      ),
    };
  };

  /** What was searched for; where no clinic has it, what comes close. */
  #find(
    sections: readonly ClinicSection[],
  ): Partial<SimilarClinics> & Pick<SimilarClinics, 'sections'> {
    const found = findClinics(sections, this.#asked);
    return (found.length === 0 && similarClinics(sections, this.#asked)) || { sections: found };
  }

  get #asked(): string {
    return this.text.trim();
  }

  get #count(): number {
    return countOf(this.#narrow(this.sections).sections);
  }

  get #statusText(): string {
    const where = this.#where;
    const words = this.#words;
    const countText = this.#countText;
    if (where.isAsking) return words.asking;
    if (where.failure) return words[where.failure];
    return where.place && this.#count > 0 ? `${countText}, ${words.sorted}` : countText;
  }

  get #countText(): string {
    const words = this.#words;
    const asked = this.#asked;
    const count = this.#count;
    if (count === 0) return words.none(asked);
    const { kind } = this.#find(this.sections);
    if (kind) return words[kind === 'nearest' ? 'near' : 'alike'](asked);
    const all = countOf(this.sections);
    return asked ? words.found(count, all) : words.all(all);
  }

  #handleInput() {
    this.text = this.input.value;
  }

  #handleKeydown(event: KeyboardEvent) {
    if (event.key === 'Escape' && this.text) {
      // A dialog of the host page around stays open.
      keepEscape(event);
      event.preventDefault();
      this.text = '';
    }
    // The results are already shown: closes the keyboard of a touch screen.
    if (event.key === 'Enter') this.input.blur();
  }

  #handleNearest() {
    this.#where.ask();
  }

  #handleForget() {
    this.#where.forget();
  }

  #handleShowAll() {
    this.text = '';
    this.input.focus();
  }
}

function countOf(sections: readonly ClinicSection[]): number {
  return sections.reduce((sum, { clinics }) => sum + clinics.length, 0);
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-clinic-search': ClinicSearch;
  }
}
