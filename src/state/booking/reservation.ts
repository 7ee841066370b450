import type { BookingApi } from '../../api/booking-api.js';
import { BookingError } from '../../api/booking-error.js';
import type {
  Account,
  Appointment,
  ContactCorrection,
  HoldRequest,
  Language,
  Slot,
} from '../../contract/index.js';
import type { BookingFlow, FlowAction } from '../../domain/booking-flow.js';
import type { BookingDetails, DraftRules, PatientDraft } from '../../domain/patient-draft.js';
import { holdRequestOf, isFinding, timesFilterOf, timesViewOf } from '../../domain/requests.js';
import type { Selection } from '../../domain/selection.js';
import { BookingAttempt } from './booking-attempt.js';
import type { Busy, Operation, Failure } from '../failure.js';
import { HeldTime, type HoldObserver } from '../hold/held-time.js';
import { SlotsController } from '../hold/slots-controller.js';

/** What a reservation knows of the booking it is part of, and how it tells it what happens. */
export interface ReservationDesk extends HoldObserver {
  readonly account: Account | undefined;
  readonly flow: BookingFlow | undefined;
  readonly draft: PatientDraft;
  /** Of a logged-in patient's form only what has to be sent (P-39). */
  readonly detailsToSend?: (details: BookingDetails, rules: DraftRules) => BookingDetails;
  failure: Failure | undefined;
  act(action: FlowAction): void;
  fail(cause: unknown, during: Operation, retryAction?: () => unknown): void;
  /** The service found something wrong that the form let pass. */
  showProblems(error: BookingError): Promise<void>;
  correctDraft(contact: ContactCorrection): void;
  booked(appointment: Appointment): void;
}

/**
 * Free times, hold and booking: everything between the time step and the receipt that asks the service. Its code arrives
 * while the first step is read.
 */
export class Reservation extends HeldTime {
  readonly slots: SlotsController;
  busy: Busy | undefined;
  private readonly attempt: BookingAttempt;

  constructor(
    api: BookingApi,
    timeZone: string,
    private readonly desk: ReservationDesk,
  ) {
    super(api, desk);
    const { holds } = this;
    const attempt = new BookingAttempt(api, holds);
    this.attempt = attempt;
    this.slots = new SlotsController(api, timeZone, {
      slotsChanged: () => desk.changed(),
      slotsFailed: (error) => desk.fail(error, 'times', () => this.slots.retry()),
      holdToken: () => holds.ownToken ?? attempt.ownToken,
    });
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
    const request = flow && holdRequestOf(flow.selection);
    if (!request) return [];
    const { start, ...filter } = request;
    return this.slots.at(filter, start);
  }

  /** Holds what is chosen as soon as it says all there is to say, and lets go of what no longer is (P-24). */
  async holdChosen(): Promise<void> {
    const { attempt, desk } = this;
    const { account, flow } = desk;
    if (!account || !flow) return;
    // What was chosen for another start may not be free at this one.
    const request = isFinding(account, flow.selection) ? undefined : holdRequestOf(flow.selection);
    if (attempt.isFor(request)) return;
    if (attempt.isUnderWay) {
      await this.attemptTo('book', () => attempt.abandon());
      if (desk.flow !== flow || attempt.isUnderWay || attempt.appointment) return;
    }
    if (request && desk.failure?.error.kind === 'slot-taken') desk.failure = undefined;
    this.holds.setRequest(request);
    if (!request) await this.knowSlots(flow.selection);
  }

  /** Books the time with what was typed last; without a code the appointment is there at once. */
  async book(lang: Language): Promise<void> {
    const { account, draft, flow } = this.desk;
    const request = flow && holdRequestOf(flow.selection);
    if (!account || !request) return;
    const { market, settings, texts } = account;
    await this.attemptTo('book', async () => {
      const { bookingDetailsOf } = await import('../../domain/patient-draft.js');
      const rules = { market, settings, today: this.slots.today };
      const typed = bookingDetailsOf(draft, rules);
      const details = this.desk.detailsToSend?.(typed, rules) ?? typed;
      const consent = { version: texts.consentVersion };
      await this.attempt.book({ ...details, consent, lang }, request);
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
      const request = flow && holdRequestOf(flow.selection);
      if (cause instanceof BookingError && cause.kind === 'slot-taken' && request) {
        this.loseTime(cause, request);
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

  protected override holdFailed(error: BookingError, request: HoldRequest): void {
    if (error.kind === 'slot-taken') this.loseTime(error, request);
    else this.desk.fail(error, 'hold', () => this.holds.retry());
  }

  /** The time is gone: no list shows it any more, all that was typed stays, others are offered (P-23). */
  private loseTime(error: BookingError, request: HoldRequest): void {
    this.slots.forget(request);
    this.desk.act({ type: 'lose-time' });
    this.desk.fail(error, 'hold');
  }
}
