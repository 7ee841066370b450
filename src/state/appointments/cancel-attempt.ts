import { BookingError } from '../../api/booking-error.js';
import type { Appointment } from '../../contract/index.js';
import { isOutcomeUnknown } from '../failure.js';
import { randomToken } from '../browser/random-token.js';
import type { SessionController } from '../session/session-controller.js';

/** Cancelling appointments of one session (P-37). A request whose outcome is unknown is repeated with its own key. */
export class CancelAttempt {
  /** By appointment: the key of a cancellation that may have been done. */
  readonly #keys = new Map<string, string>();

  constructor(private readonly session: SessionController) {}

  /** Cancels the appointment of an id. Rejects with a `BookingError`; it stays then, unless that is not known. */
  async cancel(id: string): Promise<Appointment> {
    const { session } = this;
    const keys = this.#keys;
    const key = keys.get(id) ?? randomToken();
    keys.set(id, key);
    try {
      const { appointment } = await session.call((token) =>
        session.api.cancelAppointment(token, id, key),
      );
      keys.delete(id);
      return appointment;
    } catch (cause) {
      if (!(cause instanceof BookingError && isOutcomeUnknown(cause))) keys.delete(id);
      throw cause;
    }
  }
}
