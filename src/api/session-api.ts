import type {
  AppointmentAnswer,
  AppointmentList,
  EidRedirect,
  EidRedirectRequest,
  EidRequest,
  EidStarted,
  LoginRequest,
  LoginStarted,
  Session,
  SessionCodeRequest,
  SessionCodeSent,
} from '../contract/index.js';
import type { BookingApi, CallOptions } from './booking-api.js';

/**
 * Logging in and a patient's own appointments (P-33 to P-38, P-43, P-44). As with `BookingApi`, every method rejects with
 * a `BookingError` or the signal's `AbortError`. `session` is the bearer of the open session, `loginToken` the login's own
 * secret: both are kept in memory and travel in headers only (N-02).
 */
export interface SessionApi {
  login(request: LoginRequest, options?: CallOptions): Promise<LoginStarted>;
  loginCode(id: string, loginToken: string, code: string, options?: CallOptions): Promise<Session>;
  eidLogin(request: EidRequest, options?: CallOptions): Promise<EidStarted>;
  /** Undefined as long as the patient is still at the provider; asked again then. */
  eidExchange(id: string, loginToken: string, options?: CallOptions): Promise<Session | undefined>;
  /** From a page on the service's own origin: the page has to go where the answer says. */
  eidRedirect(request: EidRedirectRequest, options?: CallOptions): Promise<EidRedirect>;
  /** The session, once the browser is back on that page. */
  eidReturn(options?: CallOptions): Promise<Session>;
  session(session: string, options?: CallOptions): Promise<Session>;
  sendSessionCode(
    session: string,
    request: SessionCodeRequest,
    options?: CallOptions,
  ): Promise<SessionCodeSent>;
  confirmSession(session: string, code: string, options?: CallOptions): Promise<Session>;
  logout(session: string, options?: CallOptions): Promise<void>;
  appointments(session: string, options?: CallOptions): Promise<AppointmentList>;
  /** `hold` is the id of a hold that was made for this appointment. */
  moveAppointment(
    session: string,
    id: string,
    hold: string,
    secrets: { holdToken: string; idempotencyKey: string },
    options?: CallOptions,
  ): Promise<AppointmentAnswer>;
  cancelAppointment(
    session: string,
    id: string,
    idempotencyKey: string,
    options?: CallOptions,
  ): Promise<AppointmentAnswer>;
}

/** A way to the service for a whole page: booking, and own appointments where it has them. */
export interface PatientApi extends BookingApi, Partial<SessionApi> {}
