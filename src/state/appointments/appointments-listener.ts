import type { BookingError } from '../../api/booking-error.js';
import type { Appointment } from '../../contract/index.js';
import type { KeptHold } from '../hold/hold-keeper.js';

/** What the patient was about when something went wrong, or waits for. */
export type AppointmentsOperation = 'list' | 'times' | 'hold' | 'move' | 'book' | 'cancel';

/** An expected failure is a value: shown in words, with a way on. */
export interface OwnFailure {
  readonly error: BookingError;
  readonly during: AppointmentsOperation;
}

/** Whom own appointments tell what the world outside may want to know, and that another place is shown. */
export interface AppointmentsListener {
  /** The patient came to another place, or something is said above the list. */
  placed(): void;
  /** A link was about an appointment, and asked for nothing else than to see it. */
  found(appointment: string): void;
  moved(appointment: Appointment): void;
  cancelled(appointment: Appointment): void;
  booked(appointment: Appointment): void;
  holdChanged(kept: KeptHold | undefined): void;
  failed(failure: OwnFailure): void;
}
