import type { Hono } from 'hono';
import { staffEndpoints } from '../../../src/contract/index.js';
import type { Services } from '../../context/services.js';
import { deleteEidProvider, listEidProviders, putEidProvider } from '../../staff/eid-providers.js';
import { answer } from '../routing/answer.js';
import { staffRoute } from './staff-route.js';

/** OpenID providers; their secrets are written and never read back (P-33). */
export function registerStaffEidProviders(app: Hono, services: Services): void {
  staffRoute(app, services, staffEndpoints.eidProviders, async (work) =>
    answer(200, await listEidProviders(work)),
  );
  staffRoute(app, services, staffEndpoints.putEidProvider, (work, { id, body }) =>
    putEidProvider(work, id, body, services.demo),
  );
  staffRoute(app, services, staffEndpoints.deleteEidProvider, (work, { id }) =>
    deleteEidProvider(work, id),
  );
}
