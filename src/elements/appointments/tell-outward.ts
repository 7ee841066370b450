import { OpusBookedEvent } from '../../events/booked-event.js';
import { OpusCancelledEvent } from '../../events/cancelled-event.js';
import { OpusErrorEvent } from '../../events/error-event.js';
import { OpusHoldEvent } from '../../events/hold-event.js';
import { OpusMovedEvent } from '../../events/moved-event.js';
import type { AppointmentsListener } from '../../state/appointments-controller.js';

/** Tells the page around what happens, never anything of the patient (P-41); `lead` brings what is new into focus. */
export function tellOutward(
  host: EventTarget,
  lead: (...ids: string[]) => void,
): AppointmentsListener {
  return {
    placed: () => lead(),
    moved: ({ slot }) => host.dispatchEvent(new OpusMovedEvent(slot.clinic, slot.clinician)),
    cancelled: ({ slot }) =>
      host.dispatchEvent(new OpusCancelledEvent(slot.clinic, slot.clinician)),
    booked: ({ slot }) => host.dispatchEvent(new OpusBookedEvent(slot.clinic, slot.clinician)),
    holdChanged: (kept) =>
      host.dispatchEvent(new OpusHoldEvent(kept !== undefined, kept?.hold.expiresIn)),
    failed({ error, during }) {
      // What fails behind the scenes is only told.
      if (during !== 'list' && during !== 'times') lead('trouble');
      host.dispatchEvent(new OpusErrorEvent(error.kind));
    },
  };
}
