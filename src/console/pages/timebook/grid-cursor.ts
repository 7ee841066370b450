import type { Item } from './timebook-model.js';

interface Bounds {
  readonly columns: number;
  readonly from: number;
  readonly to: number;
  readonly step: number;
}

/** Where the keyboard is in the calendars: a column and a stretch of lines, or something that it carries. */
export class GridCursor {
  column = 0;
  carried: Item | undefined;
  #bounds: Bounds = { columns: 0, from: 480, to: 1020, step: 10 };
  #anchor = 480;
  #line = 480;
  #end = 0;

  /** The last line of the stretch is as long as the others. */
  get stretch(): { from: number; to: number } {
    if (this.carried) return { from: this.#line, to: this.#end };
    const { step } = this.#bounds;
    const from = Math.min(this.#anchor, this.#line);
    return { from, to: Math.max(this.#anchor, this.#line) + step };
  }

  get isExtended(): boolean {
    return this.#anchor !== this.#line;
  }

  setBounds(bounds: Bounds): void {
    this.#bounds = bounds;
    this.column = Math.max(0, Math.min(bounds.columns - 1, this.column));
    if (this.carried) return;
    // What is marked stays marked when others change something meanwhile.
    this.#line = this.#within(this.#line);
    this.#anchor = this.#within(this.#anchor);
  }

  put(column: number, minutes: number): void {
    this.column = column;
    this.#put(minutes);
  }

  collapse(): void {
    this.#anchor = this.#line;
  }

  /** Carries something: arrows move it from now on. */
  carry(item: Item): void {
    this.carried = item;
    this.#line = item.from;
    this.#anchor = item.from;
    this.#end = item.to;
  }

  letGo(): void {
    this.carried = undefined;
    this.collapse();
  }

  /** Moves by a key; Shift extends the stretch, or changes the end of what is carried. False for keys that move nothing. */
  arrow(key: string, isShift: boolean): boolean {
    const { step, columns, from, to } = this.#bounds;
    switch (key) {
      case 'ArrowUp':
      case 'ArrowDown':
        this.#moveBy(key === 'ArrowUp' ? -step : step, isShift);
        return true;
      case 'ArrowLeft':
      case 'ArrowRight':
        this.column = Math.max(
          0,
          Math.min(columns - 1, this.column + (key === 'ArrowLeft' ? -1 : 1)),
        );
        return true;
      case 'Home':
      case 'End':
        this.#moveBy((key === 'Home' ? from : to - step) - this.#line, isShift);
        return true;
      default:
        return false;
    }
  }

  #moveBy(minutes: number, isShift: boolean): void {
    const { from, to, step } = this.#bounds;
    if (this.carried) {
      if (isShift) {
        this.#end = Math.max(this.#line + step, Math.min(to, this.#end + minutes));
      } else {
        const length = this.#end - this.#line;
        this.#line = Math.max(from, Math.min(to - length, this.#line + minutes));
        this.#end = this.#line + length;
      }
      return;
    }
    this.#line = Math.max(from, Math.min(to - step, this.#line + minutes));
    if (!isShift) this.collapse();
  }

  #put(minutes: number): void {
    this.#line = this.#within(minutes);
    this.collapse();
  }

  /** The line at some minutes. */
  #within(minutes: number): number {
    const { from, to, step } = this.#bounds;
    return Math.max(from, Math.min(to - step, Math.floor(minutes / step) * step));
  }
}
