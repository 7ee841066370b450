import type { Hono } from 'hono';
import { prefix, publicEndpoints } from '../../src/contract/index.js';
import { cancelOnce } from '../appointment-changes/cancel.js';
import { moveOnce } from '../appointment-changes/move.js';
import { listSessionAppointments } from '../appointment/list-appointments.js';
import type { Services } from '../context/services.js';
import { answer } from './routing/answer.js';
import { route } from './routing/route.js';

/** A logged-in patient's appointments: the list, moving, cancelling (P-35 to P-38, P-43, P-44). */
export function registerAppointments(app: Hono, services: Services): void {
  route(app, services, prefix.public, publicEndpoints.appointments, async ({ caller }) =>
    answer(200, await listSessionAppointments(caller)),
  );

  route(app, services, prefix.public, publicEndpoints.moveAppointment, async (call) =>
    answer(200, await moveOnce(call.caller, call.id, call.body)),
  );

  route(app, services, prefix.public, publicEndpoints.cancelAppointment, async ({ caller, id }) =>
    answer(200, await cancelOnce(caller, id)),
  );
}
