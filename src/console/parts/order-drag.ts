import { css, html } from 'lit';
import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';

/** A mouse has to go so far before it drags, in pixels: less is a click. */
const slop = 4;
/** So near the window's edge the page scrolls along, and by so much a frame, in pixels. */
const edge = { near: 64, step: 12 };

interface Drag {
  readonly id: string;
  readonly list: HTMLElement;
  readonly pointer: number;
  /** Where it began. */
  readonly y: number;
  readonly index: number;
  /** Where the pointer is. */
  at: number;
  isMoving: boolean;
}

/**
 * Rows of a list that change places by drag: with the mouse anywhere on a row, by touch or pen at its grip, so that a finger elsewhere
 * still scrolls. Escape puts a row back. The keyboard has buttons of its own.
 */
export class OrderDrag implements ReactiveController {
  #drag: Drag | undefined;
  #frame = 0;

  /** `move` takes a row to an index, where it may go there. */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly move: (id: string, index: number) => void,
  ) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#end();
  }

  /** Id of the row that is being dragged. */
  get dragged(): string | undefined {
    return this.#drag?.isMoving ? this.#drag.id : undefined;
  }

  /** For `pointerdown` of a row that may be moved. */
  begin(event: PointerEvent, id: string): void {
    const row = event.currentTarget as HTMLElement;
    const list = row.parentElement;
    const path = event.composedPath();
    const isGrip = path.some((one) => one instanceof Element && one.classList.contains('grip'));
    const isControl = path.some((one) => one instanceof Element && one.matches(controls));
    const isMouse = event.pointerType === 'mouse' && event.button === 0 && !isControl;
    if (!list || !event.isPrimary || !(isMouse || isGrip) || this.#drag) return;
    const index = [...list.children].indexOf(row);
    const { clientY: y, pointerId: pointer } = event;
    this.#drag = { id, list, pointer, y, index, at: y, isMoving: false };
    for (const [type, listener] of this.#listeners) list.addEventListener(type, listener);
    addEventListener('keydown', this.#key);
    // A finger at the grip means it.
    if (!isMouse) this.#start(this.#drag);
  }

  #start(drag: Drag): void {
    drag.isMoving = true;
    // On the list, as the row itself is moved about.
    drag.list.setPointerCapture(drag.pointer);
    drag.list.style.userSelect = 'none';
    getSelection()?.removeAllRanges();
    this.#frame = requestAnimationFrame(this.#scroll);
    this.host.requestUpdate();
  }

  readonly #follow = (event: Event): void => {
    const drag = this.#drag;
    const { pointerId, clientY } = event as PointerEvent;
    if (!drag || pointerId !== drag.pointer) return;
    drag.at = clientY;
    if (!drag.isMoving && Math.abs(clientY - drag.y) < slop) return;
    if (!drag.isMoving) this.#start(drag);
    this.#place(drag);
  };

  /** A row goes where the pointer has passed the middle of another one. */
  #place({ id, list, at }: Drag): void {
    const rows = [...list.children];
    const from = rows.findIndex((row) => (row as HTMLElement).dataset.id === id);
    const boxes = rows.map((row) => row.getBoundingClientRect());
    const middle = (index: number) => (boxes[index]!.top + boxes[index]!.bottom) / 2;
    let to = from;
    while (to < rows.length - 1 && at > middle(to + 1)) to += 1;
    while (to > 0 && at < middle(to - 1)) to -= 1;
    if (from >= 0 && to !== from) this.move(id, to);
  }

  readonly #scroll = (): void => {
    const drag = this.#drag;
    if (!drag) return;
    const by = drag.at < edge.near ? -1 : drag.at > innerHeight - edge.near ? 1 : 0;
    if (by !== 0) {
      scrollBy(0, by * edge.step);
      this.#place(drag);
    }
    this.#frame = requestAnimationFrame(this.#scroll);
  };

  readonly #key = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.#drag?.isMoving) return;
    event.preventDefault();
    const { id, index } = this.#drag;
    this.#end();
    this.move(id, index);
  };

  readonly #end = (): void => {
    const drag = this.#drag;
    if (!drag) return;
    this.#drag = undefined;
    cancelAnimationFrame(this.#frame);
    drag.list.style.userSelect = '';
    for (const [type, listener] of this.#listeners) drag.list.removeEventListener(type, listener);
    removeEventListener('keydown', this.#key);
    if (drag.list.hasPointerCapture(drag.pointer)) drag.list.releasePointerCapture(drag.pointer);
    this.host.requestUpdate();
  };

  readonly #listeners: readonly (readonly [string, (event: Event) => void])[] = [
    ['pointermove', this.#follow],
    ['pointerup', this.#end],
    ['pointercancel', this.#end],
    ['lostpointercapture', this.#end],
  ];
}

/** What takes the pointer for itself. */
const controls = 'a, button, input, select, textarea, label';

/** Where a finger takes hold of a row. */
export const grip: TemplateResult = html`<span class="grip" aria-hidden="true">⠿</span>`;

export const gripStyles = css`
  .grip {
    display: grid;
    flex: none;
    place-items: center;
    inline-size: 32px;
    min-block-size: 44px;
    margin-inline-start: -8px;
    color: var(--_ink-quiet);
    cursor: grab;
    touch-action: none;
    user-select: none;
  }

  .dragged .grip {
    cursor: grabbing;
  }
`;
