import type { Hono } from 'hono';
import { staffEndpoints } from '../../../src/contract/index.js';
import type { Services } from '../../context/services.js';
import { addToTimebook, deleteFromTimebook, readTimebook } from '../../staff/timebook.js';
import { answer } from '../routing/answer.js';
import { staffRoute } from './staff-route.js';

/** The timebook as the clinic sees it. */
export function registerStaffTimebook(app: Hono, services: Services): void {
  staffRoute(app, services, staffEndpoints.timebook, async (work, { query }) =>
    answer(200, await readTimebook(work, query)),
  );
  staffRoute(app, services, staffEndpoints.addToTimebook, async (work, { body }) =>
    answer(201, await addToTimebook(work, body)),
  );
  staffRoute(app, services, staffEndpoints.deleteFromTimebook, (work, { id }) =>
    deleteFromTimebook(work, id),
  );
}
