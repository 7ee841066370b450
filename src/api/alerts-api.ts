import type {
  PendingTimeAlert,
  TimeAlert,
  TimeAlertAnswer,
  TimeAlertRequest,
} from '../contract/time-alerts.js';

/** Alerts of earlier times (P-48). Every method rejects with a `BookingError`. */
export interface AlertsApi {
  /** `bookingToken` proves the booking that has just been confirmed by a code; a session proves itself. */
  request(request: TimeAlertRequest, bookingToken?: string): Promise<TimeAlertAnswer>;
  confirm(alert: PendingTimeAlert, code: string): Promise<TimeAlert>;
  end(id: string): Promise<void>;
}
