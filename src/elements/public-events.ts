import type { BookingError } from '../api/booking-error.js';
import { OpusBeforeStepChangeEvent } from '../events/before-step-change-event.js';
import { OpusBookedEvent } from '../events/booked-event.js';
import { OpusErrorEvent } from '../events/error-event.js';
import { OpusHoldEvent } from '../events/hold-event.js';
import { OpusSelectionChangeEvent } from '../events/selection-change-event.js';
import { OpusStepChangeEvent } from '../events/step-change-event.js';
import type { BookingListener } from '../state/booking/booking-listener.js';

interface PublicEvents extends Omit<BookingListener, 'failed'> {
  failed(failure: { readonly error: BookingError }): void;
}

/** Dispatches on `host` what the page around may know: nothing about the patient (P-41); own appointments have two more. */
export function dispatchPublicEvents(host: EventTarget): PublicEvents {
  return {
    mayTurn: (from, to) => host.dispatchEvent(new OpusBeforeStepChangeEvent(from, to)),
    stepChanged: (step) => host.dispatchEvent(new OpusStepChangeEvent(step)),
    selectionChanged(selection) {
      const { clinic, clinician } = selection;
      host.dispatchEvent(
        new OpusSelectionChangeEvent(
          (['clinic', 'treatment', 'clinician', 'time'] as const).filter((step) => selection[step]),
          clinic?.kind === 'one' ? clinic.id : undefined,
          clinician?.kind === 'one' ? clinician.id : undefined,
        ),
      );
    },
    holdChanged: (kept) =>
      host.dispatchEvent(new OpusHoldEvent(kept !== undefined, kept?.hold.expiresIn)),
    booked: ({ slot }) => host.dispatchEvent(new OpusBookedEvent(slot.clinic, slot.clinician)),
    failed: ({ error }) => host.dispatchEvent(new OpusErrorEvent(error.kind)),
  };
}
