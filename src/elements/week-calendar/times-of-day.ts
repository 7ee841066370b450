import type { SlotTime } from '../../domain/slot-week.js';

/** How a time looks and sounds. */
export interface SlotLook {
  readonly text: string;
  /** The full name: weekday, date, time, who. */
  readonly label: string;
  readonly isLost: boolean;
  readonly isChosen: boolean;
}

/** How the times of one day look and sound. */
export type LookOf = (time: SlotTime) => SlotLook;

interface Item {
  readonly button: HTMLButtonElement;
  readonly text: Text;
  time: SlotTime;
  look?: SlotLook;
}

// Blocks let the browser skip what is out of sight on days with very many times (`content-visibility`).
const blockSize = 16;
const timesOfButtons = /* @__PURE__ */ new WeakMap<Element, SlotTime>();
let model: HTMLButtonElement | undefined;

/** The time that a button stands for at this moment; undefined for other buttons. */
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
  const button = model.cloneNode(true) as HTMLButtonElement;
  return { button, text: button.firstChild as Text, time };
}

/** Writes into a button only what differs from what it shows. */
function show(item: Item, time: SlotTime, look: SlotLook): void {
  const { button, text, look: old } = item;
  item.time = time;
  item.look = look;
  timesOfButtons.set(button, time);
  if (text.data !== look.text) text.data = look.text;
  if (old?.label !== look.label) button.setAttribute('aria-label', look.label);
  if (!old?.isLost !== !look.isLost) button.ariaDisabled = look.isLost ? 'true' : null;
  if (!old?.isChosen !== !look.isChosen) button.ariaPressed = String(look.isChosen);
}

/**
 * The buttons of one day, in an element of their own. A new `key` (another week) reuses them by position, which is what
 * makes a week change as cheap as plain DOM; the same key (a refresh) leaves each button its time and puts new ones
 * between.
 */
export class TimesOfDay {
  private readonly element = document.createElement('div');
  private readonly items: Item[] = [];
  private key = '';

  /** The element, showing these times. `key` names what they belong to. */
  show(key: string, times: readonly SlotTime[], lookOf: LookOf): Element {
    const { element, items } = this;
    const isRefresh = key === this.key;
    this.key = key;
    element.className = times.length > 32 ? 'times long' : 'times';
    times.forEach((time, index) => {
      let item = items[index];
      if (!item) {
        item = createItem(time);
        items.push(item);
        this.lastBlock().append(item.button);
      } else if (isRefresh && item.time.at !== time.at) {
        const fresh = createItem(time);
        items.splice(index, 0, fresh);
        item.button.before(fresh.button);
        item = fresh;
      }
      show(item, time, lookOf(time));
    });
    for (const { button } of items.splice(times.length)) {
      const block = button.parentElement;
      button.remove();
      if (!block?.firstChild) block?.remove();
    }
    return element;
  }

  private lastBlock(): Element {
    const last = this.element.lastElementChild;
    if (last && last.childElementCount < blockSize) return last;
    const block = document.createElement('div');
    block.className = 'block';
    this.element.append(block);
    return block;
  }
}
