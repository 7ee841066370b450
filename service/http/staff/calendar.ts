import type { Hono } from 'hono';
import { staffEndpoints } from '../../../src/contract/index.js';
import type { Services } from '../../context/services.js';
import * as calendar from '../../staff/calendar.js';
import { changeCalendar, removeFromCalendar } from '../../staff/calendar-changes.js';
import {
  toPlacementAnswer,
  toWorkingTime,
  type PlacementRow,
  type WorkingRow,
} from '../../staff/calendar-rows.js';
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
  staffRoute(app, services, staffEndpoints.changeWorkingTime, async (work, { id, body }) => {
    const rows = await changeCalendar<WorkingRow>(work, 'working-time', id, body);
    return answer(200, { workingTime: rows.map(toWorkingTime) });
  });
  staffRoute(app, services, staffEndpoints.changePlacement, async (work, { id, body }) => {
    const rows = await changeCalendar<PlacementRow>(work, 'preblocks', id, body);
    return answer(200, { preblocks: rows.map(toPlacementAnswer) });
  });
  for (const [endpoint, kind] of [
    [staffEndpoints.deleteWorkingTime, 'working-time'],
    [staffEndpoints.deletePlacement, 'preblocks'],
  ] as const) {
    staffRoute(app, services, endpoint, (work, { id, query: { scope = 'one' } }) =>
      removeFromCalendar(work, kind, { id, scope }),
    );
  }
  for (const [endpoint, kind] of [
    [staffEndpoints.deleteWorkingTimeSeries, 'working-time'],
    [staffEndpoints.deletePlacementSeries, 'preblocks'],
  ] as const) {
    staffRoute(app, services, endpoint, (work, { id }) =>
      removeFromCalendar(work, kind, { series: id }),
    );
  }
}
