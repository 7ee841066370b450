import type { Appointment } from '../../contract/index.js';
import type { Part, Selection } from '../../domain/selection.js';
import type { KeptHold } from '../hold/hold-keeper.js';
import type { BookingFailure } from './booking-state.js';

/** Passes on what the page around the booking may know. */
export interface BookingListener {
  /** False keeps the patient on the page. */
  mayTurn(from: Part, to: Part): boolean;
  /** `isFirst` when the booking begins there. */
  stepChanged(part: Part, isFirst: boolean): void;
  selectionChanged(selection: Selection): void;
  holdChanged(kept: KeptHold | undefined): void;
  booked(appointment: Appointment): void;
  failed(failure: BookingFailure): void;
}
