import type { Language } from '../../contract/index.js';
import { keepEscape, showModal } from '../modal.js';
import type { BookingSetup } from './booking-setup.js';
import { dialogRules } from './dialog-rules.js';
import { dialogWords } from './dialog-words.js';
import { drawing, make } from '../make.js';
import { addRules } from '../own-styles.js';
import { lockPage } from './page-lock.js';

/** Milliseconds after which a patient is not left waiting for the booking's code (P-50). */
const patience = 8000;
/** Custom properties that a button may set for the booking it opens. */
const tokens = [
  ...['accent', 'on-accent', 'accent-text', 'accent-border', 'accent-soft', 'focus', 'paper'],
  ...['surface', 'ink', 'ink-quiet', 'line', 'control-line', 'radius', 'panel-radius'],
  ...['text-size', 'small-text-size'],
].map((name) => `--opus-${name}`);

type BookingElement = HTMLElement & {
  fetch?: typeof fetch;
  choices?: object;
  initialChoices?: object;
};

/** What the dialog is opened with. */
export interface DialogOptions {
  readonly setup: BookingSetup;
  readonly language: Language;
  /** Brings the code of `<opus-booking>`. */
  readonly loadFlow: () => Promise<unknown>;
  /** Stands in for the network of the booking: an answer that was asked for early. */
  readonly fetch: typeof fetch;
  /** Choices of the last time, as the booking's own `choices`. */
  readonly choices: object | undefined;
  /** The page's own way to the booking, where there is one. */
  readonly href: string | undefined;
  /** The element whose look the booking takes on. */
  readonly opener: Element;
  /** `choices` are to be given back at the next opening; undefined once a time is booked. */
  readonly closed: (isBooked: boolean, choices: object | undefined) => void;
}

/**
 * The booking in a modal dialog (P-49): focus goes in and stays in, Escape and the backdrop close it, and a patient who has a time
 * kept or has come to the form is asked first.
 */
export class BookingDialog {
  readonly #host = make('div', { 'data-opus-dialog': '' });
  readonly #dialog = make('dialog');
  readonly #page = make('div', { class: 'page' });
  readonly #words;
  #booking: BookingElement | undefined;
  #question: HTMLDialogElement | undefined;
  #unlock = () => undefined as void;
  #hasTyped = false;
  #isHeld = false;
  #isBooked = false;
  #isLeaving = false;
  /** An Escape is under way inside the dialog, and nobody has passed it on. */
  #isEscapeTaken = false;

  constructor(private readonly options: DialogOptions) {
    this.#words = dialogWords[options.language];
    this.#draw();
    this.#listen();
  }

  /** Opens the dialog and brings the booking into it. */
  open(): void {
    document.body.append(this.#host);
    this.#unlock = lockPage();
    this.#dialog.showModal();
    void this.#bring();
  }

  #draw(): void {
    const { language, opener } = this.options;
    const close = make('button', {
      class: 'close',
      type: 'button',
      'aria-label': this.#words.close,
    });
    close.append(drawing('M6 6 18 18M18 6 6 18'));
    close.addEventListener('click', () => this.#leave());
    this.#dialog.setAttribute('aria-label', this.#words.name);
    this.#dialog.append(make('div', { class: 'bar' }, close), this.#page);
    // Without a `lang` of its own the booking takes this, as far as its account speaks it.
    this.#host.lang = language;
    const root = this.#host.attachShadow({ mode: 'open' });
    addRules(root, dialogRules);
    root.append(this.#dialog);
    const look = getComputedStyle(opener);
    for (const name of tokens) {
      const value = look.getPropertyValue(name);
      if (value) this.#host.style.setProperty(name, value);
    }
  }

  #listen(): void {
    const dialog = this.#dialog;
    // What the widget itself closes by Escape does not come back up from it.
    dialog.addEventListener('keydown', (event) => this.#noticeEscape(event), true);
    dialog.addEventListener('keydown', (event) => this.#hearEscape(event));
    dialog.addEventListener('cancel', (event) => {
      if (event.target !== dialog) return;
      event.preventDefault();
      if (!this.#isEscapeTaken) this.#leave();
    });
    dialog.addEventListener('close', (event) => {
      if (event.target === dialog) this.#handleClose();
    });
    // A press on the backdrop takes the focus from no field: who goes on booking is where they were.
    dialog.addEventListener('mousedown', (event) => {
      if (event.target === dialog && isOutside(dialog, event)) event.preventDefault();
    });
    let isPressedOutside = false;
    dialog.addEventListener(
      'pointerdown',
      (event) => (isPressedOutside = event.target === dialog && isOutside(dialog, event)),
    );
    dialog.addEventListener('click', (event) => {
      if (event.target === dialog && isPressedOutside && isOutside(dialog, event)) this.#leave();
    });
    const host = this.#host;
    host.addEventListener('opus-hold', ({ isHeld }) => (this.#isHeld = isHeld));
    host.addEventListener('opus-step-change', ({ step }) => {
      if (step === 'details' || step === 'confirm') this.#hasTyped = true;
    });
    host.addEventListener('opus-booked', () => {
      this.#isBooked = true;
      this.#hasTyped = false;
    });
  }

  #noticeEscape({ key }: KeyboardEvent): void {
    if (key !== 'Escape') return;
    this.#isEscapeTaken = true;
    // The browser asks the dialog to close before any timer.
    setTimeout(() => (this.#isEscapeTaken = false));
  }

  #hearEscape(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    keepEscape(event);
    this.#leave();
  }

  async #bring(): Promise<void> {
    const words = this.#words;
    this.#page.replaceChildren(make('p', { class: 'wait', role: 'status' }, words.loading));
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('The booking takes too long to load.')), patience);
    });
    try {
      await Promise.race([this.options.loadFlow(), late]);
      this.#show();
    } catch (error) {
      console.error(error); // eslint-disable-line no-console -- tells the web master, not the patient
      this.#fail();
    } finally {
      clearTimeout(timer);
    }
  }

  #show(): void {
    const { setup, fetch, choices } = this.options;
    const booking = document.createElement('opus-booking') as BookingElement;
    booking.fetch = fetch;
    if (choices) booking.initialChoices = choices;
    for (const [name, value] of Object.entries(setup)) booking.setAttribute(name, value);
    this.#booking = booking;
    this.#host.append(booking);
    this.#page.replaceChildren(make('slot'));
  }

  #fail(): void {
    const { failed, again, name } = this.#words;
    const { href } = this.options;
    const retry = make('button', { type: 'button' }, again);
    retry.addEventListener('click', () => void this.#bring());
    const failure = make('div', { class: 'failure', role: 'alert' }, make('p', {}, failed), retry);
    if (href) failure.append(make('a', { href }, name));
    this.#page.replaceChildren(failure);
  }

  get #losesSomething(): boolean {
    return this.#hasTyped || this.#isHeld;
  }

  /** Closes the dialog, or asks first. */
  #leave(): void {
    if (this.#losesSomething) this.#ask();
    else this.#end();
  }

  #ask(): void {
    if (this.#question) return;
    const { question, lost, stay, leave } = this.#words;
    const staying = make('button', { class: 'primary', type: 'button', autofocus: '' }, stay);
    const leaving = make('button', { type: 'button' }, leave);
    const dialog = make(
      'dialog',
      {
        class: 'question',
        role: 'alertdialog',
        'aria-labelledby': 'question',
        'aria-describedby': 'lost',
      },
      make('h2', { id: 'question' }, question),
      make('p', { id: 'lost' }, lost),
      make('div', { class: 'answers' }, leaving, staying),
    );
    staying.addEventListener('click', () => dialog.close());
    leaving.addEventListener('click', () => {
      dialog.close();
      this.#end();
    });
    dialog.addEventListener('close', () => {
      dialog.remove();
      this.#question = undefined;
    });
    this.#question = dialog;
    this.#host.shadowRoot?.append(dialog);
    showModal(dialog);
  }

  #end(): void {
    this.#isLeaving = true;
    this.#dialog.close();
  }

  #handleClose(): void {
    // A browser may close a dialog without asking, when Escape or "back" is pressed twice.
    if (!this.#isLeaving && this.#losesSomething) {
      this.#dialog.showModal();
      this.#ask();
      return;
    }
    const choices = this.#isBooked ? undefined : this.#booking?.choices;
    this.#unlock();
    this.#host.remove();
    this.options.closed(this.#isBooked, choices);
  }
}

/** Whether a press lies on the backdrop: it is heard at the dialog, but lies outside its box. */
function isOutside(dialog: Element, { clientX, clientY }: MouseEvent): boolean {
  const { left, right, top, bottom } = dialog.getBoundingClientRect();
  return clientX < left || clientX > right || clientY < top || clientY > bottom;
}
