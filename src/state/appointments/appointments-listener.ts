import type { Appointment } from '../../contract/index.js';
import type { KeptHold } from '../hold/hold-keeper.js';
import type { AppointmentsFailure } from './appointments-state.js';

/** Passes on what the page around own appointments may know, and that another place is shown. */
export interface AppointmentsListener {
  /** The patient came to another place, or something is said above the list. */
  placed(): void;
  /** A link was about an appointment, and asked for nothing else than to see it. */
  found(appointment: string): void;
  moved(appointment: Appointment): void;
  cancelled(appointment: Appointment): void;
  booked(appointment: Appointment): void;
  holdChanged(kept: KeptHold | undefined): void;
  failed(failure: AppointmentsFailure): void;
}
