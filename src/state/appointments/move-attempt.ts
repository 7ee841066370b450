import { BookingError } from '../../api/booking-error.js';
import type { Appointment, HoldRequest } from '../../contract/index.js';
import { isSameHoldRequest } from '../../domain/requests.js';
import { isOutcomeUnknown } from '../failure.js';
import type { HoldKeeper } from '../hold/hold-keeper.js';
import { randomToken } from '../browser/random-token.js';
import type { SessionController } from '../session/session-controller.js';

/** A request that went out and whose answer never came: the appointment may have been moved. */
interface OpenMove {
  readonly key: string;
  readonly hold: string;
  readonly holdToken: string;
  readonly request: HoldRequest;
}

/**
 * One appointment on its way to another time (P-36). A request whose outcome is unknown is repeated with its own key
 * before anything else is tried, so that the patient always knows which of the two times is theirs.
 */
export class MoveAttempt {
  #open: OpenMove | undefined;

  constructor(
    private readonly session: SessionController,
    private readonly holds: HoldKeeper,
    /** The appointment's id. */
    private readonly id: string,
  ) {}

  /** Moves to the requested time, held already or now. Rejects with a `BookingError`; the old time stays then. */
  async move(request: HoldRequest): Promise<Appointment> {
    this.holds.lock(true);
    try {
      const before = await this.#repeat();
      if (before && isSameHoldRequest(before.request, request)) return before.appointment;
      return await this.#begin(request);
    } finally {
      this.holds.lock(this.#open !== undefined);
    }
  }

  /** The outcome of a request that was left open; undefined when there was none, or it came to nothing. */
  async #repeat(): Promise<{ request: HoldRequest; appointment: Appointment } | undefined> {
    const open = this.#open;
    if (!open) return undefined;
    try {
      return { request: open.request, appointment: await this.#send(open) };
    } catch (cause) {
      if (this.#open) throw cause;
      // It came to nothing, and its hold is over or of no use: a new one has a new key.
      if (cause instanceof BookingError && isHoldOver(cause)) this.holds.drop();
      else throw cause;
      return undefined;
    }
  }

  async #begin(request: HoldRequest): Promise<Appointment> {
    try {
      return await this.#send(await this.#prepare(request));
    } catch (cause) {
      if (!(cause instanceof BookingError && isHoldOver(cause)) || this.#open) throw cause;
      // Lapsed on the way: taken again without a word, if it is still free.
      this.holds.drop();
      return this.#send(await this.#prepare(request));
    }
  }

  async #prepare(request: HoldRequest): Promise<OpenMove> {
    const { hold, token } = await this.holds.take(request);
    return { key: randomToken(), hold: hold.id, holdToken: token, request };
  }

  async #send(open: OpenMove): Promise<Appointment> {
    this.#open = open;
    const { hold, holdToken, key: idempotencyKey } = open;
    const secrets = { holdToken, idempotencyKey };
    try {
      const { appointment } = await this.session.call((token) =>
        this.session.api.moveAppointment(token, this.id, hold, secrets),
      );
      this.#open = undefined;
      this.holds.finish();
      return appointment;
    } catch (cause) {
      if (!(cause instanceof BookingError && isOutcomeUnknown(cause))) this.#open = undefined;
      throw cause;
    }
  }
}

/** The hold is no more; where it is the appointment that is gone, taking a new one says so. */
function isHoldOver({ kind }: BookingError): boolean {
  return kind === 'hold-expired' || kind === 'not-found';
}
