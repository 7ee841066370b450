import type { BookingApi } from '../../api/booking-api.js';
import { BookingError } from '../../api/booking-error.js';
import type {
  Appointment,
  BookingAnswer,
  BookingRequest,
  ContactCorrection,
  HoldRequest,
  PendingBooking,
  Slot,
} from '../../contract/index.js';
import { isEqual } from '../../domain/is-equal.js';
import { isSameHoldRequest } from '../../domain/requests.js';
import { randomToken } from '../browser/random-token.js';
import { isOutcomeUnknown } from '../failure.js';
import type { HoldKeeper } from '../hold/hold-keeper.js';

/** What is booked, without the hold it is booked with. */
export type BookingBody = Omit<BookingRequest, 'hold'>;

/** A booking that waits for its code. Both moments are epoch milliseconds of this browser's clock. */
export interface Pending {
  readonly booking: PendingBooking;
  readonly resendAt: number;
  readonly until: number;
}

/** A request that went out and whose answer never came: it may have been booked. */
interface OpenRequest {
  readonly key: string;
  readonly holdToken: string;
  readonly hold: string;
  readonly body: BookingBody;
}

/**
 * One booking from "book the time" to the appointment (P-30, P-31). A request whose outcome is unknown is repeated
 * with its own key before anything else is tried, so that one request never becomes two appointments (N-01).
 */
export class BookingAttempt {
  pending: Pending | undefined;
  appointment: Appointment | undefined;
  /** The token of a booking that its code has confirmed: proves it, and nothing of the patient (N-02). */
  provenToken: string | undefined;
  /** The time that is booked, with who and where. */
  slot: Slot | undefined;
  /** What was booked: while it waits for its code the same request needs no other booking. */
  #booked: BookingBody | undefined;
  #request: HoldRequest | undefined;
  #open: OpenRequest | undefined;
  #holdToken: string | undefined;

  constructor(
    private readonly api: Pick<
      BookingApi,
      'book' | 'confirm' | 'resendCode' | 'correctContact' | 'giveUp'
    >,
    private readonly holds: HoldKeeper,
    /** Called when one of the public values changed. */
    private readonly changed: () => void = () => undefined,
  ) {}

  /** The token of the hold that became the booking under way: its time is the patient's own in lists of times (P-24). */
  get ownToken(): string | undefined {
    return this.isUnderWay ? this.#holdToken : undefined;
  }

  /** True from the first request until its outcome is known: what is held must not be given back. */
  get isUnderWay(): boolean {
    return this.#open !== undefined || this.pending !== undefined;
  }

  /** True when the booking under way is for this request. */
  isFor(request: HoldRequest | undefined): boolean {
    return this.isUnderWay && isSameHoldRequest(request, this.#request);
  }

  /** Books what is requested, with its live hold or a new one; afterwards it is pending or an appointment. Rejects with a `BookingError`. */
  async book(body: BookingBody, request: HoldRequest): Promise<void> {
    if (this.pending && isEqual(body, this.#booked)) return;
    if (this.pending) await this.giveUp();
    await this.#guarded(async () => {
      const answer = (await this.#repeat(body, request)) ?? (await this.#begin(body, request));
      this.#booked = body;
      this.#settle(answer);
    });
  }

  /** Ends what is under way because the patient wants another time. What was confirmed meanwhile stays an appointment. */
  async abandon(): Promise<void> {
    await this.giveUp();
    if (!this.#open) return;
    await this.#guarded(async () => {
      const answer = await this.#repeat();
      if (answer) this.#settle(answer);
    });
  }

  /** Sends the code. A code that cannot be used any more ends the attempt; the next `book` begins a new one. */
  async confirm(code: string): Promise<void> {
    await this.#whilePending(async ({ booking }) => {
      this.#settle(await this.api.confirm(booking.id, booking.token, code));
    });
  }

  /** Asks for another code. */
  async resend(): Promise<void> {
    await this.#whilePending(async ({ booking, until }) => {
      const answer = await this.api.resendCode(booking.id, booking.token);
      const { resendAfter, expiresIn, expiresAt } = answer;
      const now = Date.now();
      this.#setPending({
        booking: { ...booking, ...(expiresAt && { expiresAt }) },
        resendAt: now + resendAfter * 1000,
        until: expiresIn === undefined ? until : now + expiresIn * 1000,
      });
    });
  }

  /** Corrects the number or address; the time stays, and a new code follows. */
  async correct(contact: ContactCorrection): Promise<void> {
    await this.#whilePending(async ({ booking }) => {
      this.#settle(await this.api.correctContact(booking.id, booking.token, contact));
    });
  }

  /** Gives up what waits for its code, so that its time is free again. */
  async giveUp(): Promise<void> {
    const { pending } = this;
    if (!pending) return;
    this.#setPending(undefined);
    const { id, token } = pending.booking;
    // If it does not arrive, the booking runs out by itself.
    await this.api.giveUp(id, token).catch(() => undefined);
  }

  /** Calls the service for the booking that waits for its code; one that can no longer be confirmed is given up. */
  async #whilePending(work: (pending: Pending) => Promise<void>): Promise<void> {
    const { pending } = this;
    if (!pending) throw new Error('No booking waits for a code.');
    try {
      await work(pending);
    } catch (cause) {
      if (cause instanceof BookingError && isOver(cause)) void this.giveUp();
      throw cause;
    }
  }

  #setPending(pending: Pending | undefined): void {
    this.pending = pending;
    this.changed();
  }

  #setOpen(open: OpenRequest | undefined): void {
    this.#open = open;
    this.changed();
  }

  async #guarded(work: () => Promise<void>): Promise<void> {
    this.holds.lock(true);
    try {
      await work();
    } finally {
      this.holds.lock(this.#open !== undefined);
    }
  }

  /**
   * The outcome of the request that was left open, if it answers the request; undefined when there was none, or when a
   * new one is needed: it waits for a code, but another time or other details are requested now.
   */
  async #repeat(body?: BookingBody, request?: HoldRequest): Promise<BookingAnswer | undefined> {
    const open = this.#open;
    if (!open) return undefined;
    const isStillRequested = isSameHoldRequest(request, this.#request) && isEqual(body, open.body);
    try {
      const answer = await this.#send(open);
      if (answer.status === 'confirmed' || isStillRequested) return answer;
      this.holds.drop();
      await this.api.giveUp(answer.id, answer.token).catch(() => undefined);
    } catch (cause) {
      // The hold may be over; a new one has a new key. What was refused for other reasons would be refused again.
      if (cause instanceof BookingError && isHoldOver(cause)) this.holds.drop();
      else if (isStillRequested || this.#open) throw cause;
    }
    return undefined;
  }

  async #begin(body: BookingBody, request: HoldRequest): Promise<BookingAnswer> {
    try {
      return await this.#send(await this.#prepare(body, request));
    } catch (cause) {
      if (!(cause instanceof BookingError && isHoldOver(cause))) throw cause;
      // Lapsed on the way: taken again without a word, if it is still free.
      this.holds.drop();
      return this.#send(await this.#prepare(body, request));
    }
  }

  async #prepare(body: BookingBody, request: HoldRequest): Promise<OpenRequest> {
    this.#request = request;
    const { hold, token } = await this.holds.take(request);
    this.slot = hold.slot;
    return { key: randomToken(), holdToken: token, hold: hold.id, body };
  }

  async #send(open: OpenRequest): Promise<BookingAnswer> {
    this.#holdToken = open.holdToken;
    this.#setOpen(open);
    try {
      const answer = await this.api.book(
        { ...open.body, hold: open.hold },
        { holdToken: open.holdToken, idempotencyKey: open.key },
      );
      this.#setOpen(undefined);
      return answer;
    } catch (cause) {
      if (!(cause instanceof BookingError && isOutcomeUnknown(cause))) this.#setOpen(undefined);
      throw cause;
    }
  }

  #settle(answer: BookingAnswer): void {
    if (answer.status === 'confirmed') {
      // What was sent is forgotten, the national ID first of all (N-02).
      this.provenToken = this.pending?.booking.token;
      this.pending = this.#booked = undefined;
      this.appointment = answer.appointment;
    } else {
      const now = Date.now();
      this.pending = {
        booking: answer,
        resendAt: now + answer.resendAfter * 1000,
        until: now + answer.expiresIn * 1000,
      };
    }
    this.holds.finish();
  }
}

/** The hold is no more, or belongs to nobody we know. */
function isHoldOver({ kind }: BookingError): boolean {
  return kind === 'hold-expired' || kind === 'not-found';
}

/** The pending booking can no longer be confirmed. */
function isOver({ kind }: BookingError): boolean {
  return kind === 'code-expired' || kind === 'too-many-tries' || kind === 'not-found';
}
