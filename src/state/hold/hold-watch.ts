/** When the end of a hold is near, and who counts as being away; both in milliseconds. */
export interface HoldTimings {
  /** Before the end: now the hold is extended, or whoever seems to be away is warned. */
  readonly margin: number;
  /** Without a sign of the patient after which they seem to be away. */
  readonly patience: number;
}

/** Two minutes before the end whoever did nothing for five is warned (P-24). */
const standardTimings: HoldTimings = { margin: 120_000, patience: 300_000 };

/** What comes of watching; `isPatientThere` when there was a sign of them lately. */
export interface HoldWatchListener {
  nearEnd(isPatientThere: boolean): void;
  ended(isPatientThere: boolean): void;
}

/** Watches how long a hold has left, and whether the patient is still there. */
export class HoldWatch {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #lastSign = Date.now();

  constructor(
    private readonly listener: HoldWatchListener,
    private readonly timings = standardTimings,
  ) {}

  /** The patient did something. */
  sign(): void {
    this.#lastSign = Date.now();
  }

  /** Watches a hold that ends at a moment of this browser's clock, epoch milliseconds, instead of any other. */
  begin(until: number): void {
    this.stop();
    const left = until - Date.now();
    const { margin } = this.timings;
    // A timer may be a moment early, and a hold must be over when its end is told.
    const end = () => this.#after(until - Date.now() + 5, () => this.listener.ended(this.#isThere));
    if (left <= margin) return end();
    this.#after(left - margin, () => {
      end();
      this.listener.nearEnd(this.#isThere);
    });
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  get #isThere(): boolean {
    return Date.now() - this.#lastSign < this.timings.patience;
  }

  #after(milliseconds: number, then: () => void): void {
    this.#timer = setTimeout(then, milliseconds);
  }
}
