import { OpusBeforeStepChangeEvent } from '../../events/before-step-change-event.js';
import { OpusBookedEvent } from '../../events/booked-event.js';
import { OpusErrorEvent } from '../../events/error-event.js';
import { OpusHoldEvent } from '../../events/hold-event.js';
import { OpusSelectionChangeEvent } from '../../events/selection-change-event.js';
import { OpusStepChangeEvent } from '../../events/step-change-event.js';
import type { BookingListener } from '../../state/booking/booking-listener.js';

/** Tells the page around what happens, never anything of the patient (P-41); `lead` brings a new step into focus. */
export function dispatchPublicEvents(host: EventTarget, moveFocus: () => void): BookingListener {
  return {
    mayTurn: (from, to) => host.dispatchEvent(new OpusBeforeStepChangeEvent(from, to)),
    stepChanged(step, isFirst) {
      host.dispatchEvent(new OpusStepChangeEvent(step));
      // Nobody's focus is taken when the page opens.
      if (!isFirst) moveFocus();
    },
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
    booked({ slot }) {
      moveFocus();
      host.dispatchEvent(new OpusBookedEvent(slot.clinic, slot.clinician));
    },
    failed: ({ error }) => host.dispatchEvent(new OpusErrorEvent(error.kind)),
  };
}
