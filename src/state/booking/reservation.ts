import type { BookingApi } from '../../api/booking-api.js';
import { BookingError } from '../../api/booking-error.js';
import type { ContactCorrection, HoldRequest, Language, Slot } from '../../contract/index.js';
import type { BookingFlow } from '../../domain/booking-flow.js';
import { isEqual } from '../../domain/is-equal.js';
import { bookingDetailsOf } from '../../domain/patient-draft.js';
import { isFinding } from '../../domain/is-finding.js';
import { holdRequestOf, timesFilterOf, timesViewOf } from '../../domain/requests.js';
import type { TimeChoice } from '../../domain/selection.js';
import { PageLifecycle, type PageLifecycleHost } from '../browser/page-lifecycle.js';
import { HoldKeeper } from '../hold/hold-keeper.js';
import { SlotsController } from '../hold/slots-controller.js';
import { BookingAttempt } from './booking-attempt.js';
import { FirstTimesController } from './first-times-controller.js';
import {
  currentParts,
  type BookingAction,
  type BookingOperation,
  type BookingStore,
} from './booking-state.js';

/** Tells whatever is held at the moment what becomes of the page around `host`. */
export function watchPage(host: PageLifecycleHost, holds: () => HoldKeeper | undefined): void {
  new PageLifecycle(host, {
    touched: () => holds()?.touch(),
    left: () => holds()?.leave(),
    cameBack: () => holds()?.comeBack(),
  });
}

/**
 * Free times, hold and booking: everything between the time step and the receipt that asks the service. Reads the store,
 * and dispatches to it what comes of the calls. Its code arrives while the first step is read.
 */
export class Reservation {
  readonly slots: SlotsController;
  readonly holds: HoldKeeper;
  readonly #firstTimes: FirstTimesController;
  readonly #attempt: BookingAttempt;
  /** False once another booking has begun: what comes then is discarded. */
  readonly #isCurrent: () => boolean;

  constructor(
    readonly api: BookingApi,
    timeZone: string,
    private readonly store: BookingStore,
  ) {
    this.#isCurrent = store.follow();
    const publish = () => this.#publish();
    const holds = new HoldKeeper(api, {
      holdChanged: publish,
      holdFailed: (error, request) => this.#handleHoldFailure(error, request),
    });
    const attempt = new BookingAttempt(api, holds, publish);
    this.holds = holds;
    this.#attempt = attempt;
    this.slots = new SlotsController(api, timeZone, {
      timesChanged: (times) => this.#dispatch({ type: 'reservation', change: { times } }),
      slotsFailed: (error) => this.#fail(error, 'times', () => this.slots.retry()),
      holdToken: () => holds.ownToken ?? attempt.ownToken,
    });
    this.#firstTimes = new FirstTimesController(api, (firstTimes) =>
      this.#dispatch({ type: 'reservation', change: { firstTimes } }),
    );
    this.#dispatch({ type: 'reservation', change: { times: this.slots.state } });
  }

  /** Holds what is chosen by now, and shows the times that fit (P-02, P-24); `before` is the flow that it was done for last. */
  follow(before?: BookingFlow): void {
    const { account, flow } = this.store.state;
    if (!account || !flow) return;
    if (!isEqual(flow.selection, before?.selection)) void this.#holdChosen();
    void this.#firstTimes.follow(this.store.state);
    if (!currentParts(this.store.state).includes('time')) return;
    const filter = timesFilterOf(account, flow.selection);
    this.slots.open({ filter, view: timesViewOf(filter) }, flow.selection.time?.start);
  }

  /** Proves the booking that was confirmed by a code, as long as its receipt is shown (P-48). */
  get bookingToken(): string | undefined {
    return this.#attempt.provenToken;
  }

  /** Every slot at the chosen time that fits the other choices (P-21). Rejects with a `BookingError`. */
  async slotsAtChosenTime(): Promise<readonly Slot[]> {
    const request = this.#request;
    if (!request) return [];
    const { start, ...filter } = request;
    return this.slots.at(filter, start);
  }

  /** Books the time with what was typed last; without a code the appointment is there at once. */
  async book(lang: Language): Promise<void> {
    const request = this.#request;
    const { account, draft } = this.store.state;
    if (!account || !request) return;
    const { market, settings, texts } = account;
    await this.#run('book', async () => {
      const rules = { market, settings, today: this.slots.today };
      const typed = bookingDetailsOf(draft, rules);
      const patient = this.api.sessionProvider?.current?.patient;
      const details = patient
        ? (await import('../../domain/known-patient.js')).changedDetails(
            typed,
            patient,
            draft,
            rules,
          )
        : typed;
      const consent = { version: texts.consentVersion, lang: draft.consentLang };
      await this.#attempt.book({ ...details, consent, lang }, request);
    });
  }

  /** Confirms with the code (P-31). */
  async confirm(code: string): Promise<void> {
    await this.#run('code', () => this.#attempt.confirm(code));
  }

  /** Asks for another code. */
  async resend(): Promise<void> {
    await this.#run('resend', () => this.#attempt.resend());
  }

  /** Corrects the number or address that the code goes to. */
  async correct(contact: ContactCorrection): Promise<void> {
    await this.#run('contact', async () => {
      await this.#attempt.correct(contact);
      const { draft } = this.store.state;
      this.#dispatch({ type: 'fill', draft: { ...draft, ...contact } });
    });
  }

  get #request(): HoldRequest | undefined {
    const { flow } = this.store.state;
    return flow && holdRequestOf(flow.selection);
  }

  /** Holds what is chosen as soon as the choices are complete, and releases what is no longer chosen (P-24). */
  async #holdChosen(): Promise<void> {
    const { store } = this;
    const attempt = this.#attempt;
    const { account, flow } = store.state;
    if (!account || !flow) return;
    // What was chosen for another start may not be free at this one.
    const request = isFinding(account, flow.selection) ? undefined : this.#request;
    if (attempt.isFor(request)) return;
    if (attempt.isUnderWay) {
      await this.#run('book', () => attempt.abandon());
      if (store.state.flow !== flow || attempt.isUnderWay || attempt.appointment) return;
    }
    if (request && store.state.failure?.error.kind === 'slot-taken') store.show();
    this.holds.setRequest(request);
    const { time } = flow.selection;
    if (!request && time?.slots.length === 0) await this.#findSlots(time);
  }

  /** Where time comes before who or where, the later steps offer only what fits the start: that has to be known (P-02). */
  async #findSlots(time: TimeChoice): Promise<void> {
    const { slots, store } = this;
    const { account, flow } = store.state;
    if (!account || !flow) return;
    const filter = timesFilterOf(account, flow.selection);
    try {
      const found = await slots.at(filter, time.start);
      const { selection } = store.state.flow ?? flow;
      // Chosen otherwise meanwhile: that has a request of its own.
      if (selection.time !== time || !isEqual(timesFilterOf(account, selection), filter)) return;
      if (found.length === 0) {
        slots.forget({ ...filter, start: time.start });
        this.#fail(new BookingError('slot-taken'), 'hold');
      }
      this.#dispatch({ type: 'know-slots', start: time.start, slots: found });
    } catch (cause) {
      this.#fail(cause, 'times', () => this.#findSlots(time));
    }
  }

  async #run(operation: BookingOperation, work: () => Promise<void>): Promise<void> {
    const { store } = this;
    const request = this.#request;
    await store.run(operation, async () => {
      try {
        await work();
      } catch (cause) {
        const isTaken = cause instanceof BookingError && cause.kind === 'slot-taken';
        if (!isTaken || !request) throw cause;
        this.#loseTime(cause, request);
      }
    });
  }

  #handleHoldFailure(error: BookingError, request: HoldRequest): void {
    if (error.kind === 'slot-taken') this.#loseTime(error, request);
    else this.#fail(error, 'hold', () => this.holds.retry());
  }

  /** The time is gone: no list shows it any more, all that was typed stays, others are offered (P-23). */
  #loseTime(error: BookingError, request: HoldRequest): void {
    this.slots.forget(request);
    this.#dispatch({ type: 'lose-time' });
    this.#fail(error, 'hold');
  }

  #publish(): void {
    const { holds } = this;
    const attempt = this.#attempt;
    const { pending, appointment, isUnderWay: isBooking } = attempt;
    const hold = holds.state;
    const slot = hold.held?.hold.slot ?? (isBooking ? attempt.slot : undefined);
    this.#dispatch({
      type: 'reservation',
      change: { ...hold, pending, appointment, isBooking, slot },
    });
  }

  #dispatch(action: BookingAction): void {
    if (this.#isCurrent()) this.store.dispatch(action);
  }

  #fail(cause: unknown, during: BookingOperation, retryAction?: () => unknown): void {
    if (this.#isCurrent()) this.store.fail(cause, during, retryAction);
  }
}
