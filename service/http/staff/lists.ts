import type { Hono } from 'hono';
import { staffEndpoints } from '../../../src/contract/index.js';
import type { Services } from '../../context/services.js';
import { deleteList, putPreblockList, putTemplateList } from '../../staff/lists.js';
import { staffRoute } from './staff-route.js';

/** Lists of templates and of preblocks. */
export function registerStaffLists(app: Hono, services: Services): void {
  staffRoute(app, services, staffEndpoints.putTemplateList, (work, { id, body }) =>
    putTemplateList(work, id, body),
  );
  staffRoute(app, services, staffEndpoints.putPreblockList, (work, { id, body }) =>
    putPreblockList(work, id, body),
  );
  staffRoute(app, services, staffEndpoints.deleteTemplateList, (work, { id }) =>
    deleteList(work, 'bookingList', id),
  );
  staffRoute(app, services, staffEndpoints.deletePreblockList, (work, { id }) =>
    deleteList(work, 'preblockList', id),
  );
}
