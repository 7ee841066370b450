import type { SlotTime } from '../../domain/slot-week.js';

/** What a time's button shows, and its accessible name. */
export interface SlotDisplay {
  readonly text: string;
  /** Weekday, date, time and clinician. */
  readonly label: string;
  readonly isLost: boolean;
  readonly isChosen: boolean;
}

/** The display of each time of one day. */
export type DisplayOf = (time: SlotTime) => SlotDisplay;

interface Item {
  readonly button: HTMLButtonElement;
  time: SlotTime;
  display?: SlotDisplay;
}

// With blocks, the browser skips what is out of sight on days with very many times (`content-visibility`).
const blockSize = 16;
const timesOfButtons = /* @__PURE__ */ new WeakMap<Element, SlotTime>();
let model: HTMLButtonElement | undefined;

/** The time that a button shows now; undefined for other buttons. */
export function timeOf(button: Element): SlotTime | undefined {
  return timesOfButtons.get(button);
}

function createItem(time: SlotTime): Item {
  if (!model) {
    model = document.createElement('button');
    model.type = 'button';
    model.className = 'slot';
    model.setAttribute('part', 'slot');
    model.setAttribute('aria-pressed', 'false');
    model.append('');
  }
  return { button: model.cloneNode(true) as HTMLButtonElement, time };
}

/** Updates only what has changed in a button. */
function show(item: Item, time: SlotTime, display: SlotDisplay): void {
  const { button, display: old } = item;
  item.time = time;
  item.display = display;
  timesOfButtons.set(button, time);
  // A translator may have put another node there, with a `data` of its own (`followTranslator`).
  if (old?.text !== display.text) (button.firstChild as Text).data = display.text;
  if (old?.label !== display.label) button.setAttribute('aria-label', display.label);
  if (!old?.isLost !== !display.isLost) button.ariaDisabled = display.isLost ? 'true' : null;
  if (!old?.isChosen !== !display.isChosen) button.ariaPressed = String(display.isChosen);
}

/**
 * The buttons of one day, in an element of their own. Another `key` (another week) reuses them by position, which makes a
 * week change as cheap as plain DOM; the same key (a refresh) keeps each button's time and inserts new buttons.
 */
export class TimesOfDay {
  readonly #element = document.createElement('div');
  readonly #items: Item[] = [];
  #key = '';

  /** The element with these times. `key` identifies what they were loaded for. */
  show(key: string, times: readonly SlotTime[], displayOf: DisplayOf): Element {
    const element = this.#element;
    const items = this.#items;
    const isRefresh = key === this.#key;
    this.#key = key;
    element.className = times.length > 32 ? 'times long' : 'times';
    times.forEach((time, index) => {
      let item = items[index];
      if (!item) {
        item = createItem(time);
        items.push(item);
        this.#lastBlock().append(item.button);
      } else if (isRefresh && item.time.at !== time.at) {
        const fresh = createItem(time);
        items.splice(index, 0, fresh);
        item.button.before(fresh.button);
        item = fresh;
      }
      show(item, time, displayOf(time));
    });
    for (const { button } of items.splice(times.length)) {
      const block = button.parentElement;
      button.remove();
      if (!block?.firstChild) block?.remove();
    }
    return element;
  }

  #lastBlock(): Element {
    const last = this.#element.lastElementChild;
    if (last && last.childElementCount < blockSize) return last;
    const block = document.createElement('div');
    block.className = 'block';
    this.#element.append(block);
    return block;
  }
}
