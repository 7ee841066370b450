import { areSaidBesideFields } from '../../domain/need-details.js';
import { OpusBookedEvent } from '../../events/booked-event.js';
import { OpusCancelledEvent } from '../../events/cancelled-event.js';
import { OpusErrorEvent } from '../../events/error-event.js';
import { OpusHoldEvent } from '../../events/hold-event.js';
import { OpusMovedEvent } from '../../events/moved-event.js';
import type { AppointmentsListener } from '../../state/appointments/appointments-listener.js';
import type { PlaceFocus } from './place-focus.js';

/** Tells the page around what happens, never anything of the patient (P-41), and leads focus to what is new. */
export function dispatchPublicEvents(
  host: EventTarget,
  focusing: PlaceFocus,
): AppointmentsListener {
  return {
    placed: () => focusing.moveFocus(),
    found: (id) => focusing.leadToAppointment(id),
    moved: ({ slot }) => host.dispatchEvent(new OpusMovedEvent(slot.clinic, slot.clinician)),
    cancelled: ({ slot }) =>
      host.dispatchEvent(new OpusCancelledEvent(slot.clinic, slot.clinician)),
    booked: ({ slot }) => host.dispatchEvent(new OpusBookedEvent(slot.clinic, slot.clinician)),
    holdChanged: (kept) =>
      host.dispatchEvent(new OpusHoldEvent(kept !== undefined, kept?.hold.expiresIn)),
    failed({ error, during }) {
      // What fails behind the scenes is only told; what is wrong with a field takes focus by itself.
      const isBehind = during === 'list' || during === 'times';
      if (!isBehind && !areSaidBesideFields(error.fields)) focusing.moveFocus('trouble');
      host.dispatchEvent(new OpusErrorEvent(error.kind));
    },
  };
}
