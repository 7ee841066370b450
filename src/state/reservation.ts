import type { BookingApi } from '../api/booking-api.js';
import { BookingError } from '../api/booking-error.js';
import type {
  Account,
  Appointment,
  ContactCorrection,
  HoldRequest,
  Language,
  Slot,
} from '../contract/index.js';
import type { BookingFlow, FlowAction } from '../domain/booking-flow.js';
import type { BookingDetails, DraftRules, PatientDraft } from '../domain/patient-draft.js';
import { holdRequestOf, isFinding, timesFilterOf, timesViewOf } from '../domain/requests.js';
import type { Selection } from '../domain/selection.js';
import { BookingAttempt } from './booking-attempt.js';
import type { Busy, Doing, Failure } from './failure.js';
import { HoldKeeper, type KeptHold } from './hold-keeper.js';
import { SlotsController } from './slots-controller.js';

/** What a reservation knows of the booking it is part of, and how it tells it what happens. */
export interface ReservationDesk {
  readonly account: Account | undefined;
  readonly flow: BookingFlow | undefined;
  readonly draft: PatientDraft;
  /** Of a logged-in patient's form only what has to be sent (P-39). */
  readonly detailsToSend?: (details: BookingDetails, rules: DraftRules) => BookingDetails;
  failure: Failure | undefined;
  act(action: FlowAction): void;
  fail(cause: unknown, during: Doing, again?: () => unknown): void;
  /** The service found something wrong that the form let pass. */
  showProblems(error: BookingError): Promise<void>;
  correctDraft(contact: ContactCorrection): void;
  holdChanged(kept: KeptHold | undefined): void;
  booked(appointment: Appointment): void;
  changed(): void;
}

/**
 * Free times, hold and booking: everything between the time step and the receipt that asks the service. Its code arrives
 * while the first step is read.
 */
export class Reservation {
  readonly slots: SlotsController;
  busy: Busy | undefined;
  private readonly holds: HoldKeeper;
  private readonly attempt: BookingAttempt;
  private toldHold: KeptHold | undefined;

  constructor(
    api: BookingApi,
    timeZone: string,
    private readonly desk: ReservationDesk,
  ) {
    const holds = new HoldKeeper(api, {
      holdChanged: () => this.handleHold(),
      holdFailed: (error, wished) => this.handleHoldFailed(error, wished),
    });
    const attempt = new BookingAttempt(api, holds);
    this.holds = holds;
    this.attempt = attempt;
    this.slots = new SlotsController(api, timeZone, {
      slotsChanged: () => desk.changed(),
      slotsFailed: (error) => desk.fail(error, 'times', () => this.slots.retry()),
      holdToken: () => holds.ownToken ?? attempt.ownToken,
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

  /** The booking that waits for its code. */
  get pending(): BookingAttempt['pending'] {
    return this.attempt.pending;
  }

  get appointment(): Appointment | undefined {
    return this.attempt.appointment;
  }

  /** True from the first request to book until its outcome is known. */
  get isBooking(): boolean {
    return this.attempt.isUnderWay;
  }

  /** The time that is kept, or being booked, with who and where (P-21). */
  get slot(): Slot | undefined {
    return this.held?.hold.slot ?? (this.isBooking ? this.attempt.slot : undefined);
  }

  /** Shows the times that fit the choices before them (P-02). */
  showTimes(): void {
    const { account, flow } = this.desk;
    if (!account || !flow) return;
    const filter = timesFilterOf(account, flow.selection);
    this.slots.open({ filter, view: timesViewOf(filter) }, flow.selection.time?.start);
  }

  /** Every slot at the chosen time that fits the other choices (P-21). Rejects with a `BookingError`. */
  async slotsAtChosenTime(): Promise<readonly Slot[]> {
    const { flow } = this.desk;
    const wish = flow && holdRequestOf(flow.selection);
    if (!wish) return [];
    const { start, ...filter } = wish;
    return this.slots.at(filter, start);
  }

  /** Holds what is chosen as soon as it says all there is to say, and lets go of what no longer is (P-24). */
  async holdChosen(): Promise<void> {
    const { attempt, desk } = this;
    const { account, flow } = desk;
    if (!account || !flow) return;
    // What was chosen for another start may not be free at this one.
    const wish = isFinding(account, flow.selection) ? undefined : holdRequestOf(flow.selection);
    if (attempt.isFor(wish)) return;
    if (attempt.isUnderWay) {
      await this.attemptTo('book', () => attempt.abandon());
      if (desk.flow !== flow || attempt.isUnderWay || attempt.appointment) return;
    }
    if (wish && desk.failure?.error.kind === 'slot-taken') desk.failure = undefined;
    this.holds.want(wish);
    if (!wish) await this.knowSlots(flow.selection);
  }

  /** Books the time with what was typed last; without a code the appointment is there at once. */
  async book(lang: Language): Promise<void> {
    const { account, draft, flow } = this.desk;
    const wish = flow && holdRequestOf(flow.selection);
    if (!account || !wish) return;
    const { market, settings, texts } = account;
    await this.attemptTo('book', async () => {
      const { bookingDetailsOf } = await import('../domain/patient-draft.js');
      const rules = { market, settings, today: this.slots.today };
      const typed = bookingDetailsOf(draft, rules);
      const details = this.desk.detailsToSend?.(typed, rules) ?? typed;
      const consent = { version: texts.consentVersion };
      await this.attempt.book({ ...details, consent, lang }, wish);
    });
  }

  /** Confirms with the code (P-31). */
  async confirm(code: string): Promise<void> {
    await this.attemptTo('code', () => this.attempt.confirm(code));
  }

  async resend(): Promise<void> {
    await this.attemptTo('resend', () => this.attempt.resend());
  }

  async correct(contact: ContactCorrection): Promise<void> {
    await this.attemptTo('contact', async () => {
      await this.attempt.correct(contact);
      this.desk.correctDraft(contact);
    });
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

  /** Another booking begins: the time is given back, nothing is wished any more. */
  end(): void {
    this.holds.leave();
    this.holds.finish();
  }

  /** Where time comes before who or where, the later steps offer only what fits the start: that has to be known (P-02). */
  private async knowSlots({ time }: Selection): Promise<void> {
    const { desk, slots } = this;
    const { account, flow } = desk;
    if (!account || !flow || !time || time.slots.length > 0) return;
    const filter = timesFilterOf(account, flow.selection);
    try {
      const found = await slots.at(filter, time.start);
      const { selection } = desk.flow ?? flow;
      // Chosen otherwise meanwhile: that is being asked for on its own.
      const isStillAsked =
        JSON.stringify(timesFilterOf(account, selection)) === JSON.stringify(filter);
      if (selection.time !== time || !isStillAsked) return;
      if (found.length === 0) {
        slots.forget({ ...filter, start: time.start });
        desk.fail(new BookingError('slot-taken'), 'hold');
      }
      desk.act({ type: 'know-slots', start: time.start, slots: found });
    } catch (cause) {
      desk.fail(cause, 'times', () => void this.knowSlots({ time }));
    }
  }

  private async attemptTo(busy: Busy, work: () => Promise<void>): Promise<void> {
    const { attempt, desk } = this;
    const { flow } = desk;
    if (this.busy) return;
    this.busy = busy;
    desk.failure = undefined;
    desk.changed();
    try {
      await work();
      if (attempt.appointment) desk.booked(attempt.appointment);
    } catch (cause) {
      const wish = flow && holdRequestOf(flow.selection);
      if (cause instanceof BookingError && cause.kind === 'slot-taken' && wish) {
        this.loseTime(cause, wish);
      } else {
        desk.fail(cause, busy, () => void this.attemptTo(busy, work));
        if (cause instanceof BookingError && cause.kind === 'invalid')
          await desk.showProblems(cause);
      }
    } finally {
      this.busy = undefined;
      desk.changed();
    }
  }

  private handleHold(): void {
    const { held } = this;
    if (held !== this.toldHold) this.desk.holdChanged(held);
    this.toldHold = held;
    this.desk.changed();
  }

  private handleHoldFailed(error: BookingError, wish: HoldRequest): void {
    if (error.kind === 'slot-taken') this.loseTime(error, wish);
    else this.desk.fail(error, 'hold', () => this.holds.retry());
  }

  /** The time is gone: no list shows it any more, all that was typed stays, others are offered (P-23). */
  private loseTime(error: BookingError, wish: HoldRequest): void {
    this.slots.forget(wish);
    this.desk.act({ type: 'lose-time' });
    this.desk.fail(error, 'hold');
  }
}
