import {
  PendingTimeAlert,
  TimeAlert,
  type TimeAlertAnswer,
  type TimeAlertRequest,
} from '../contract/time-alerts.js';
import type { AlertsApi } from './alerts-api.js';
import { anyOf } from './any-of.js';
import type { SessionProvider } from './booking-api.js';
import { bearer, type HttpCaller } from './http-caller.js';

const alertAnswer = anyOf<TimeAlertAnswer>(TimeAlert, PendingTimeAlert);

/** Alerts over HTTP: loaded when a patient asks for one. */
export class HttpAlertsApi implements AlertsApi {
  constructor(
    private readonly caller: HttpCaller,
    private readonly session: () => SessionProvider | undefined,
  ) {}

  request(request: TimeAlertRequest, bookingToken?: string): Promise<TimeAlertAnswer> {
    const call = (session?: string) =>
      this.caller.call('/alerts', alertAnswer, {
        method: 'POST',
        json: request,
        headers: {
          ...(bookingToken && !session ? { 'Booking-Token': bookingToken } : {}),
          ...bearer(session),
        },
      });
    const session = this.session();
    return session ? session.carry('optional', call) : call();
  }

  confirm({ id, token }: PendingTimeAlert, code: string): Promise<TimeAlert> {
    return this.caller.call(`/alerts/${encodeURIComponent(id)}/code`, TimeAlert, {
      method: 'POST',
      json: { code },
      headers: { 'Alert-Token': token },
    });
  }

  end(id: string): Promise<void> {
    return this.caller.call(`/alerts/${encodeURIComponent(id)}`, null, { method: 'DELETE' });
  }
}
