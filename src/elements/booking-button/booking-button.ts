import { languageAt, setupOfButton } from './booking-setup.js';
import { buttonRules } from './button-rules.js';
import { buttonWords } from './button-words.js';
import { FloatingPlace } from './floating-place.js';
import { drawing, make } from '../make.js';
import { isPlainClick, openBooking, prepareBooking } from './opening.js';
import { addRules } from '../own-styles.js';

const calendar =
  'M5 5h14a1 1 0 0 1 1 1v13a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1ZM4 10h16M8 3v4M16 3v4';

/**
 * A button that opens the booking in a dialog (P-49), in the text of the page or floating in a corner. Without Lit: a page that only
 * has a button loads the booking when a patient is about to press it.
 *
 * @element opus-booking-button
 * @summary Opens the booking in a dialog.
 * @attr {string} account - the account's name
 * @attr {string} api - root of the booking API; without one, the service that the script comes from, else the page's own origin
 * @attr {'nb' | 'sv' | 'fi' | 'da' | 'en'} lang - language of button and booking; without one, the page's, else the browser's
 * @attr {string} clinic - a clinic's id, `any`, or `group:` and a group's id: chosen from the start
 * @attr {string} group - a group's id: only its clinics are shown
 * @attr {string} treatment - a treatment's id: nothing else is shown
 * @attr {string} clinician - a clinician's id: nothing else is shown; or `any`
 * @attr {string} step - the step to show, as far as it can be reached
 * @attr {'booking' | 'login' | 'appointments'} view - what is shown
 * @attr {string} idp - the e-ID provider that is offered first
 * @attr {string} hide - what the booking leaves out: `logo`, `language`, `header`, `welcome`, `footer`
 * @attr {string} label - the button's text; without one, what stands in the element, else "Book an appointment" in its language
 * @attr {'left' | 'right'} floating - floats in this corner at the foot of the window
 * @attr {string} avoid - CSS selector of what a floating button does not cover, such as a consent bar
 * @fires opus-open - the dialog was opened
 * @fires opus-close - the dialog was closed
 * @slot - The button's text; or a link or button of the page's own, which then takes its place
 * @csspart button - a button
 */
export class BookingButton extends HTMLElement {
  static readonly observedAttributes = ['label', 'lang', 'floating', 'avoid'];

  readonly #place = new FloatingPlace(this);
  readonly #slot = make('slot');
  readonly #button = make('button', { type: 'button', part: 'button', 'aria-haspopup': 'dialog' });

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open', delegatesFocus: true });
    addRules(root, buttonRules);
    this.#button.append(drawing(calendar), this.#slot);
    root.append(this.#button);
    this.#slot.addEventListener('slotchange', () => this.#fit());
    for (const type of ['pointerenter', 'focusin', 'touchstart']) {
      this.addEventListener(type, () => prepareBooking(setupOfButton(this)), { passive: true });
    }
    this.addEventListener('click', (event) => {
      if (!isPlainClick(event)) return;
      event.preventDefault();
      this.open();
    });
  }

  connectedCallback(): void {
    this.#fit();
    this.#follow();
  }

  disconnectedCallback(): void {
    this.#place.stop();
  }

  attributeChangedCallback(name: string): void {
    if (!this.isConnected) return;
    if (name === 'label' || name === 'lang') this.#fit();
    else this.#follow();
  }

  /** Opens the booking, as a press does. */
  open(): void {
    openBooking(this, setupOfButton(this), this.getAttribute('lang'));
  }

  #follow(): void {
    this.#place.follow(this.hasAttribute('floating') ? (this.getAttribute('avoid') ?? '') : '');
  }

  /** A link or button that the page has put in is the button; else ours stands around the text. */
  #fit(): void {
    const root = this.shadowRoot!;
    const hasOwn = this.querySelector('a, button') !== null;
    const label = this.getAttribute('label');
    if (hasOwn && !label) {
      if (this.#slot.parentNode !== root) {
        this.#button.remove();
        root.append(this.#slot);
      }
      return;
    }
    if (this.#slot.parentNode !== this.#button || !this.#button.isConnected) {
      this.#button.append(this.#slot);
      root.append(this.#button);
    }
    const language = languageAt(this, this.getAttribute('lang'));
    const hasText = this.childElementCount > 0 || this.textContent?.trim();
    const text = label ?? buttonWords[language];
    // Told of by `slotchange`, too: what is as it should be is left alone.
    if (this.#slot.textContent !== text) this.#slot.textContent = text;
    // A name that nothing has: what stands in the element, be it a line break, is not shown.
    const name = label || !hasText ? '-' : '';
    if (this.#slot.name !== name) this.#slot.name = name;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'opus-booking-button': BookingButton;
  }
}
