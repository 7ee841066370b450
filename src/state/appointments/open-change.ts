import type { BookingError } from '../../api/booking-error.js';
import type { AppointmentsFlow } from '../../domain/appointments-flow.js';
import type { About } from '../../domain/own-appointments.js';
import type { HoldKeeper } from '../hold/hold-keeper.js';
import type { FlowStore } from '../flow-store.js';
import type { AppointmentsAction, AppointmentsState } from './appointments-state.js';
import { TimeChange, type ChangeMeans } from './time-change.js';

/** The change of time that the place of the patient asks for: at most one is open, and what comes of a closed one is discarded. */
export class OpenChange {
  #current: TimeChange | undefined;

  constructor(
    private readonly store: FlowStore<AppointmentsState, AppointmentsAction>,
    private readonly means: () => ChangeMeans | undefined,
    private readonly handleHoldError: (error: BookingError, retryAction: () => unknown) => unknown,
    /** Gives a change what is held for it already. */
    private readonly handOver: (to: HoldKeeper) => void,
  ) {}

  /** Undefined while nothing is being changed. */
  get current(): TimeChange | undefined {
    return this.#current;
  }

  /** Does what a changed place asks for: shows times, holds one, or gives it back. `before` is the place that was left. */
  follow({ place: before }: AppointmentsFlow): void {
    const { place } = this.store.state.flow;
    if (place.kind !== 'times' && place.kind !== 'review') {
      this.close();
      return;
    }
    if (!this.#current?.isAbout(place.about)) this.#open(place.about);
    const change = this.#current;
    if (place.kind === 'review') change?.hold(place.request);
    else if (before.kind !== 'times' || before.whose !== place.whose) change?.show(place.whose);
  }

  /** Ends the change, and gives back what it holds. */
  close(): void {
    const change = this.#current;
    if (!change) return;
    change.holds.end();
    this.#current = undefined;
    this.store.dispatch({ type: 'times', times: undefined });
  }

  #open(about: About): void {
    this.close();
    const means = this.means();
    if (!means) return;
    const { store } = this;
    const ifOpen =
      <Args extends unknown[]>(act: (...args: Args) => void) =>
      (...args: Args) => {
        if (change === this.#current) act(...args);
      };
    const change: TimeChange = new TimeChange(means, about, {
      holdChanged: ifOpen((hold) => store.dispatch({ type: 'hold', hold })),
      timesChanged: ifOpen((times) => store.dispatch({ type: 'times', times })),
      timesFailed: ifOpen((error) => store.fail(error, 'times', () => change.slots.retry())),
      holdFailed: ifOpen((error) => {
        this.handleHoldError(error, () => change.holds.retry());
      }),
    });
    this.#current = change;
    this.handOver(change.holds);
  }
}
