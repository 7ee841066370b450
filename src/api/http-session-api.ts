import * as z from 'zod/mini';
import {
  AppointmentAnswer,
  AppointmentList,
  EidRedirect,
  EidStarted,
  LoginStarted,
  Session,
  SessionCodeSent,
} from '../contract/login.js';
import type {
  EidRedirectRequest,
  EidRequest,
  LoginRequest,
  SessionCodeRequest,
} from '../contract/login-requests.js';
import type { CallOptions } from './booking-api.js';
import { bearer, HttpCaller, type HttpOptions } from './http-caller.js';
import type { SessionApi } from './session-api.js';

/** 202 has no body: the patient is still at the provider. */
const Exchanged = z.optional(Session);

/** What ties a page that leaves for the provider to its way back; every other call goes without cookies. */
const withCookies = { credentials: 'same-origin' } as const;

/** Logging in and own appointments over HTTP. */
export class HttpSessionApi implements SessionApi {
  readonly #caller: HttpCaller;

  constructor(options: HttpOptions) {
    this.#caller = new HttpCaller(options);
  }

  login(request: LoginRequest, options?: CallOptions): Promise<LoginStarted> {
    return this.#caller.call('/logins', LoginStarted, {
      ...options,
      method: 'POST',
      json: request,
    });
  }

  loginCode(id: string, loginToken: string, code: string, options?: CallOptions): Promise<Session> {
    return this.#caller.call(`/logins/${encodeURIComponent(id)}/code`, Session, {
      ...options,
      method: 'POST',
      json: { code },
      headers: { 'Login-Token': loginToken },
    });
  }

  eidLogin(request: EidRequest, options?: CallOptions): Promise<EidStarted> {
    return this.#caller.call('/logins/eid', EidStarted, {
      ...options,
      method: 'POST',
      json: request,
    });
  }

  eidExchange(id: string, loginToken: string, options?: CallOptions): Promise<Session | undefined> {
    return this.#caller.call(`/logins/eid/${encodeURIComponent(id)}/exchange`, Exchanged, {
      ...options,
      method: 'POST',
      headers: { 'Login-Token': loginToken },
    });
  }

  eidRedirect(request: EidRedirectRequest, options?: CallOptions): Promise<EidRedirect> {
    return this.#caller.call('/logins/eid/redirect', EidRedirect, {
      ...options,
      ...withCookies,
      method: 'POST',
      json: request,
    });
  }

  eidReturn(options?: CallOptions): Promise<Session> {
    return this.#caller.call('/logins/eid/return', Session, {
      ...options,
      ...withCookies,
      method: 'POST',
    });
  }

  session(session: string, options?: CallOptions): Promise<Session> {
    return this.#caller.call('/session', Session, { ...options, headers: bearer(session) });
  }

  sendSessionCode(
    session: string,
    request: SessionCodeRequest,
    options?: CallOptions,
  ): Promise<SessionCodeSent> {
    return this.#caller.call('/session/code/send', SessionCodeSent, {
      ...options,
      method: 'POST',
      json: request,
      headers: bearer(session),
    });
  }

  confirmSession(session: string, code: string, options?: CallOptions): Promise<Session> {
    return this.#caller.call('/session/code', Session, {
      ...options,
      method: 'POST',
      json: { code },
      headers: bearer(session),
    });
  }

  logout(session: string, options?: CallOptions): Promise<void> {
    return this.#caller.call('/session', null, {
      ...options,
      method: 'DELETE',
      // It has to arrive also when the page closes right after.
      keepalive: true,
      headers: bearer(session),
    });
  }

  appointments(session: string, options?: CallOptions): Promise<AppointmentList> {
    return this.#caller.call('/appointments', AppointmentList, {
      ...options,
      headers: bearer(session),
    });
  }

  moveAppointment(
    session: string,
    id: string,
    hold: string,
    secrets: { holdToken: string; idempotencyKey: string },
    options?: CallOptions,
  ): Promise<AppointmentAnswer> {
    return this.#caller.call(`/appointments/${encodeURIComponent(id)}/move`, AppointmentAnswer, {
      ...options,
      method: 'POST',
      json: { hold },
      headers: {
        'Hold-Token': secrets.holdToken,
        'Idempotency-Key': secrets.idempotencyKey,
        ...bearer(session),
      },
    });
  }

  cancelAppointment(
    session: string,
    id: string,
    idempotencyKey: string,
    options?: CallOptions,
  ): Promise<AppointmentAnswer> {
    return this.#caller.call(`/appointments/${encodeURIComponent(id)}/cancel`, AppointmentAnswer, {
      ...options,
      method: 'POST',
      headers: { 'Idempotency-Key': idempotencyKey, ...bearer(session) },
    });
  }
}
