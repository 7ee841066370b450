import type { BookingApi } from '../../api/booking-api.js';
import type { AppointmentLink } from '../../domain/appointments-flow.js';
import { HoldKeeper, noHold, type HoldState } from '../hold/hold-keeper.js';

/**
 * Holds the time of a message's link while its patient logs in (P-48), for whoever opens the link first. Nobody is known yet, so it
 * is held as for a new booking; the move then takes it over and swaps it in one call.
 */
export class LinkHold {
  #holds: HoldKeeper | undefined;

  constructor(private readonly changed: () => void) {}

  /** What is held; nothing where no link was opened, or its time could not be held. */
  get state(): HoldState {
    return this.#holds?.state ?? noHold;
  }

  /** The present keeper, which hears what becomes of the page. */
  get holds(): HoldKeeper | undefined {
    return this.#holds;
  }

  /** Holds a link's time. Where that fails, the move says so once the patient is known, and offers others (P-23). */
  begin(api: BookingApi, time: NonNullable<AppointmentLink['time']>): void {
    this.#holds = new HoldKeeper(api, { holdChanged: this.changed, holdFailed: () => undefined });
    this.#holds.setRequest(time);
  }

  /** Hands the time over to what changes the appointment. */
  handOver(to: HoldKeeper): void {
    if (this.#holds) to.adopt(this.#holds);
    this.#holds = undefined;
  }

  /** Gives the time back. */
  end(): void {
    this.#holds?.end();
    this.#holds = undefined;
  }
}
