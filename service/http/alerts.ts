import type { Hono } from 'hono';
import { prefix, publicEndpoints } from '../../src/contract/index.js';
import { endAlert, listOwnAlerts } from '../alerts/own-alerts.js';
import { confirmAlert, requestAlert } from '../alerts/request-alert.js';
import { typedCode } from '../codes/typed-code.js';
import type { Services } from '../context/services.js';
import { answer } from './routing/answer.js';
import { route } from './routing/route.js';

/** Alerts of earlier times: asking for one, proving its address, reading and ending it (P-48). */
export function registerAlerts(app: Hono, services: Services): void {
  route(app, services, prefix.public, publicEndpoints.requestAlert, async ({ caller, body }) => {
    const alert = await requestAlert(caller, body);
    return answer(alert.status === 'waiting' ? 201 : 202, alert);
  });

  route(app, services, prefix.public, publicEndpoints.confirmAlert, async (call) =>
    answer(200, await confirmAlert(call.caller, call.id, typedCode(call.body))),
  );

  route(app, services, prefix.public, publicEndpoints.alerts, async ({ caller }) =>
    answer(200, await listOwnAlerts(caller)),
  );

  route(app, services, prefix.public, publicEndpoints.endAlert, async ({ caller, id }) => {
    await endAlert(caller, id);
    return answer(204, null);
  });
}
