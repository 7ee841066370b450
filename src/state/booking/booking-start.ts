import type { BookingApi } from '../../api/booking-api.js';
import type { EarlyBookingApi } from '../../api/early-booking-api.js';
import type { Narrowing } from '../../domain/narrowing.js';
import type { Part, Selection } from '../../domain/selection.js';

/** Where a booking begins. */
export interface BookingStart {
  readonly api: BookingApi | EarlyBookingApi;
  /** What is chosen beforehand, where it is still offered; asked for once the account is there. */
  readonly request: () => Selection;
  /** What a link is about: the rest is not shown until the patient asks for it (P-10). */
  readonly narrowing?: Narrowing;
  readonly step?: Part;
  /** Called with the service's client before its first use; resolves when it carries the session it needs (P-33). */
  readonly connect?: (api: BookingApi) => Promise<void>;
  /** Resolves when the first step can be read. */
  readonly words?: Promise<void>;
}
