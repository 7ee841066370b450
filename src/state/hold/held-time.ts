import type { BookingApi } from '../../api/booking-api.js';
import type { BookingError } from '../../api/booking-error.js';
import type { HoldRequest } from '../../contract/index.js';
import { HoldKeeper, type KeptHold } from './hold-keeper.js';

/** Whom a held time tells of its hold. */
export interface HoldObserver {
  /** Another hold, or none. */
  holdChanged(kept: KeptHold | undefined): void;
  changed(): void;
}

/** What is done with a chosen time that is held for the patient meanwhile (P-24): booked, or moved to. */
export abstract class HeldTime {
  protected readonly holds: HoldKeeper;
  private toldHold: KeptHold | undefined;

  constructor(
    api: BookingApi,
    private readonly teller: HoldObserver,
  ) {
    this.holds = new HoldKeeper(api, {
      holdChanged: () => this.tellHold(),
      holdFailed: (error, request) => this.holdFailed(error, request),
    });
  }

  /** The hold of the chosen time, while it is live. */
  get held(): KeptHold | undefined {
    return this.holds.current;
  }

  /** True when the hold ends soon and nobody seems to be there (P-24). */
  get isHoldEnding(): boolean {
    return this.holds.isEnding;
  }

  /** True when the chosen time is no longer kept, since nobody was there to keep it. */
  get isHoldOver(): boolean {
    return this.holds.isOver;
  }

  /** Ten minutes more for the held time (P-24). */
  extend(): void {
    void this.holds.extend();
  }

  /** A sign that the patient is there. */
  touch(): void {
    this.holds.touch();
  }

  /** The page closes or goes to sleep: the time is given back. */
  leave(): void {
    this.holds.leave();
  }

  /** The page is back: the time is taken again if it is still free. */
  comeBack(): void {
    this.holds.comeBack();
  }

  /** The patient goes on to something else: the time is given back, and nothing requested any more. */
  end(): void {
    this.holds.leave();
    this.holds.finish();
  }

  /** A hold that was requested could not be had, or had again. */
  protected abstract holdFailed(error: BookingError, request: HoldRequest): void;

  private tellHold(): void {
    const { held } = this;
    if (held !== this.toldHold) this.teller.holdChanged(held);
    this.toldHold = held;
    this.teller.changed();
  }
}
