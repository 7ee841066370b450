import type { Hono } from 'hono';
import { staffEndpoints } from '../../../src/contract/index.js';
import type { Services } from '../../context/services.js';
import * as calendar from '../../staff/calendar.js';
import { answer } from '../routing/answer.js';
import { staffRoute } from './staff-route.js';

/** Working time and placed preblocks, singly or as series. */
export function registerStaffCalendar(app: Hono, services: Services): void {
  staffRoute(app, services, staffEndpoints.workingTime, async (work, { query }) =>
    answer(200, await calendar.listWorkingTime(work, query)),
  );
  staffRoute(app, services, staffEndpoints.preblocks, async (work, { query }) =>
    answer(200, await calendar.listPreblocks(work, query)),
  );
  staffRoute(app, services, staffEndpoints.addWorkingTime, async (work, { body }) =>
    answer(201, await calendar.addWorkingTime(work, body)),
  );
  staffRoute(app, services, staffEndpoints.placePreblocks, async (work, { body }) =>
    answer(201, await calendar.placePreblocks(work, body)),
  );
  for (const [endpoint, kind, by] of [
    [staffEndpoints.deleteWorkingTime, 'working-time', 'id'],
    [staffEndpoints.deleteWorkingTimeSeries, 'working-time', 'series'],
    [staffEndpoints.deletePlacement, 'preblocks', 'id'],
    [staffEndpoints.deletePlacementSeries, 'preblocks', 'series'],
  ] as const) {
    staffRoute(app, services, endpoint, (work, { id }) =>
      calendar.deleteFromCalendar(work, kind, by, id),
    );
  }
}
