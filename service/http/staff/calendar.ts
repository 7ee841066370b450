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
import { conditionOf, versionHeader } from '../routing/version.js';
import { staffRoute } from './staff-route.js';

/** The version of the row that was named. */
const versionIn = (rows: readonly { id: string; version: string }[], id: string) =>
  versionHeader(rows.find((row) => row.id === id)?.version);

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
  staffRoute(app, services, staffEndpoints.changeWorkingTime, async (work, call) => {
    const { id, body, header } = call;
    const condition = conditionOf(header);
    const rows = await changeCalendar<WorkingRow>(work, 'working-time', id, body, condition);
    const workingTime = rows.map(toWorkingTime);
    return answer(200, { workingTime }, versionIn(workingTime, id));
  });
  staffRoute(app, services, staffEndpoints.changePlacement, async (work, { id, body, header }) => {
    const condition = conditionOf(header);
    const rows = await changeCalendar<PlacementRow>(work, 'preblocks', id, body, condition);
    const preblocks = rows.map(toPlacementAnswer);
    return answer(200, { preblocks }, versionIn(preblocks, id));
  });
  for (const [endpoint, kind] of [
    [staffEndpoints.deleteWorkingTime, 'working-time'],
    [staffEndpoints.deletePlacement, 'preblocks'],
  ] as const) {
    staffRoute(app, services, endpoint, (work, { id, query: { scope = 'one' }, header }) =>
      removeFromCalendar(work, kind, { id, scope }, conditionOf(header)),
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
