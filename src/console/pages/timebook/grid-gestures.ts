import type { Item, Stretch } from './timebook-model.js';

/** Where a pointer is: a column, and minutes from midnight. */
export interface GridPoint {
  readonly column: number;
  readonly minutes: number;
}

/** What a gesture works on: marking a stretch, moving something, or its end alone. */
export type Gesture =
  | { readonly kind: 'mark'; readonly at: GridPoint }
  | {
      readonly kind: 'move' | 'resize';
      readonly at: GridPoint;
      readonly item: Item;
      readonly column: number;
    };

/** What the grid tells a gesture, and is told by it. */
export interface GestureHost {
  /** A gesture begins: what is measured now holds until it ends. */
  begin(): void;
  /** Where an event is; undefined outside. */
  pointOf(event: PointerEvent): GridPoint | undefined;
  /** What is under a pointer, and whether it is at its lower edge. */
  targetOf(event: PointerEvent): { item: Item; isEdge: boolean; column: number } | undefined;
  mayChange(item: Item): boolean;
  /** Brings what lies beyond an edge into sight; whether there is more of it. */
  scrollFor(event: PointerEvent): boolean;
  /** Shows what would come of it. */
  show(gesture: Gesture, to: GridPoint): void;
  /** It is done, or a plain press without `to`. */
  finish(gesture: Gesture, to: GridPoint | undefined): void;
  cancel(): void;
}

/** A press becomes a drag beyond so many pixels, and on touch after so many milliseconds: before, a finger scrolls. */
const threshold = 4;
const longPress = 350;

/** Marks, moves and resizes by Pointer Events: mouse, pen and touch alike. */
export class GridGestures {
  #gesture: Gesture | undefined;
  #from: PointerEvent | undefined;
  #isDragging = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #last: PointerEvent | undefined;
  #frame: number | undefined;

  constructor(private readonly host: GestureHost) {}

  readonly down = (event: PointerEvent): void => {
    if (event.button !== 0 || !event.isPrimary) return;
    this.host.begin();
    const at = this.host.pointOf(event);
    if (!at) return;
    const target = this.host.targetOf(event);
    this.#from = event;
    this.#isDragging = false;
    this.#gesture =
      target && this.host.mayChange(target.item)
        ? { kind: target.isEdge ? 'resize' : 'move', at, item: target.item, column: target.column }
        : { kind: 'mark', at };
    const surface = event.currentTarget as HTMLElement;
    if (event.pointerType !== 'touch') surface.setPointerCapture(event.pointerId);
    else {
      this.#timer = setTimeout(() => {
        this.#isDragging = true;
        surface.setPointerCapture(event.pointerId);
        if (this.#gesture) this.host.show(this.#gesture, this.#gesture.at);
      }, longPress);
    }
  };

  readonly move = (event: PointerEvent): void => {
    if (!this.#gesture || !this.#from) return;
    if (!this.#isDragging) {
      const far =
        Math.hypot(event.clientX - this.#from.clientX, event.clientY - this.#from.clientY) >
        threshold;
      if (!far) return;
      // A finger that moves before the long press scrolls.
      if (event.pointerType === 'touch') return this.#end();
      this.#isDragging = true;
    }
    this.#last = event;
    this.#frame ??= requestAnimationFrame(this.#draw);
  };

  /** Once a frame; a pointer that rests at an edge goes on scrolling. */
  readonly #draw = (): void => {
    this.#frame = undefined;
    if (!this.#isDragging || !this.#last || !this.#gesture) return;
    if (this.host.scrollFor(this.#last)) this.#frame = requestAnimationFrame(this.#draw);
    const to = this.host.pointOf(this.#last);
    if (to) this.host.show(this.#gesture, to);
  };

  readonly up = (event: PointerEvent): void => {
    const gesture = this.#gesture;
    const wasDragging = this.#isDragging;
    this.#end();
    if (!gesture) return;
    this.host.finish(gesture, wasDragging ? this.host.pointOf(event) : undefined);
  };

  readonly cancel = (): void => {
    if (!this.#gesture) return;
    this.#end();
    this.host.cancel();
  };

  /** While a finger drags, the page must not scroll. */
  readonly touchMove = (event: TouchEvent): void => {
    if (this.#isDragging) event.preventDefault();
  };

  #end(): void {
    clearTimeout(this.#timer);
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#frame = undefined;
    this.#last = undefined;
    this.#gesture = undefined;
    this.#from = undefined;
    this.#isDragging = false;
  }
}

/** The stretch that a gesture leads to, on the lines of the timebook. */
export function stretchOf(
  gesture: Gesture,
  to: GridPoint,
  columns: readonly { date: string; clinician: string }[],
  step: number,
): Stretch {
  const snap = (minutes: number) => Math.floor(minutes / step) * step;
  if (gesture.kind === 'mark') {
    const { date, clinician } = columns[gesture.at.column]!;
    const [first, last] = [gesture.at.minutes, to.minutes].sort((a, b) => a - b) as [
      number,
      number,
    ];
    return { date, clinician, from: snap(first), to: Math.min(1440, snap(last) + step) };
  }
  const { item, at } = gesture;
  if (gesture.kind === 'resize') {
    const { date, clinician } = columns[gesture.column]!;
    const end = Math.max(item.from + step, Math.min(1440, snap(to.minutes) + step));
    return { date, clinician, from: item.from, to: end };
  }
  const { date, clinician } = columns[to.column]!;
  const length = item.to - item.from;
  const moved = snap(item.from + to.minutes - at.minutes + step / 2);
  const from = Math.max(0, Math.min(1440 - length, moved));
  return { date, clinician, from, to: from + length };
}
