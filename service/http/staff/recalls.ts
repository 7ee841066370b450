import type { Hono } from 'hono';
import { staffEndpoints } from '../../../src/contract/index.js';
import type { Services } from '../../context/services.js';
import { deleteRecall, putRecall } from '../../staff/recalls.js';
import { staffRoute } from './staff-route.js';

/** Needs of patients on file (P-38, A-08). */
export function registerStaffRecalls(app: Hono, services: Services): void {
  staffRoute(app, services, staffEndpoints.putRecall, (work, { id, body }) =>
    putRecall(work, id, body),
  );
  staffRoute(app, services, staffEndpoints.deleteRecall, (work, { id }) => deleteRecall(work, id));
}
