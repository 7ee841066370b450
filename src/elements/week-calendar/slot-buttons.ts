import { noChange } from 'lit';
import { Directive, directive, type ElementPart } from 'lit/directive.js';
import type { SlotTime } from '../../domain/slot-week.js';

/** How the times of one day look and sound. */
export interface SlotLook {
  text: (time: SlotTime) => string;
  /** The full name: weekday, date, time, who. */
  label: (time: SlotTime, text: string) => string;
  isLost: (time: SlotTime) => boolean;
  isChosen: (time: SlotTime) => boolean;
}

interface Item {
  readonly button: HTMLButtonElement;
  readonly text: Text;
  time: SlotTime;
  label: string;
  isLost: boolean;
  isChosen: boolean;
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
  return {
    button,
    text: button.firstChild as Text,
    time,
    label: '',
    isLost: false,
    isChosen: false,
  };
}

/** Writes into a button only what differs from what it shows. */
function show(item: Item, time: SlotTime, look: SlotLook): void {
  const { button } = item;
  item.time = time;
  timesOfButtons.set(button, time);
  const text = look.text(time);
  if (item.text.data !== text) item.text.data = text;
  const label = look.label(time, text);
  if (item.label !== label) button.setAttribute('aria-label', (item.label = label));
  const isLost = look.isLost(time);
  if (item.isLost !== isLost) {
    item.isLost = isLost;
    button.ariaDisabled = isLost ? 'true' : null;
  }
  const isChosen = look.isChosen(time);
  if (item.isChosen !== isChosen) {
    button.ariaPressed = String((item.isChosen = isChosen));
  }
}

/**
 * Owns the buttons inside one day. A new `key` (another week) reuses them by position, which is what makes a week
 * change as cheap as plain DOM; the same key (a refresh) leaves each button its time and puts new ones between.
 */
class SlotButtons extends Directive {
  private readonly items: Item[] = [];
  private key = '';

  override render(_key: string, _times: readonly SlotTime[], _look: SlotLook): unknown {
    return noChange;
  }

  override update(
    { element }: ElementPart,
    [key, times, look]: [string, readonly SlotTime[], SlotLook],
  ): unknown {
    const isRefresh = key === this.key;
    this.key = key;
    times.forEach((time, index) => {
      let item = this.items[index];
      if (!item) {
        item = createItem(time);
        this.items.push(item);
        this.lastBlock(element).append(item.button);
      } else if (isRefresh && item.time.at !== time.at) {
        const fresh = createItem(time);
        this.items.splice(index, 0, fresh);
        item.button.before(fresh.button);
        item = fresh;
      }
      show(item, time, look);
    });
    for (const { button } of this.items.splice(times.length)) {
      const block = button.parentElement;
      button.remove();
      if (!block?.firstChild) block?.remove();
    }
    return noChange;
  }

  private lastBlock(element: Element): Element {
    const last = element.lastElementChild;
    if (last && last.childElementCount < blockSize) return last;
    const block = document.createElement('div');
    block.className = 'block';
    element.append(block);
    return block;
  }
}

/** Keeps a day's slot buttons inside the element it stands on. `key` names what the times belong to. */
export const slotButtons = directive(SlotButtons);
