import type { Hono } from 'hono';
import {
  staffEndpoints,
  type Placement,
  type PlacementInput,
  type StaffRange,
  type WorkingTime,
  type WorkingTimeInput,
} from '../../../src/contract/index.js';
import { daysBetween } from '../../../src/domain/civil-date.js';
import { formatClock } from '../../core/day.js';
import { preblockPlacements, workingTimes } from '../../store/schema/index.js';
import {
  insertPlacements,
  insertWorkingTimes,
  listCalendar,
  removeFromCalendar,
} from '../../store/staff/calendar.js';
import { checkDate } from '../dates.js';
import { invalid, ProblemError } from '../problem.js';
import { answer } from '../route.js';
import type { Services } from '../services.js';
import { found, staffRoute } from './staff-route.js';

/** Longest range of a reading call, and of a series, in days. */
const maxDays = { read: 92, series: 732 };

/** Working time and placed preblocks, singly or as series. */
export function registerStaffCalendar(app: Hono, services: Services): void {
  staffRoute(app, services, staffEndpoints.workingTime, async ({ tx }, { query }) => {
    checkRange(query);
    const rows = await listCalendar(tx, workingTimes, query);
    const workingTime: WorkingTime[] = rows.map((row) => ({
      ...toInterval(row),
      recall: row.recall,
    }));
    return answer(200, { workingTime });
  });
  staffRoute(app, services, staffEndpoints.preblocks, async ({ tx }, { query }) => {
    checkRange(query);
    const rows = await listCalendar(tx, preblockPlacements, query);
    const preblocks: Placement[] = rows.map((row) => ({
      ...toInterval(row),
      preblock: row.preblockId,
    }));
    return answer(200, { preblocks });
  });
  staffRoute(app, services, staffEndpoints.addWorkingTime, async ({ tx }, { accountId, body }) => {
    body.intervals.forEach((request, index) => checkRequest(request, `intervals.${index}`));
    return answer(201, await insertWorkingTimes(tx, accountId, body));
  });
  staffRoute(app, services, staffEndpoints.placePreblocks, async ({ tx }, { accountId, body }) => {
    body.placements.forEach((request, index) => checkRequest(request, `placements.${index}`));
    return answer(201, await insertPlacements(tx, accountId, body));
  });
  for (const [endpoint, table, by] of [
    [staffEndpoints.deleteWorkingTime, workingTimes, 'id'],
    [staffEndpoints.deleteWorkingTimeSeries, workingTimes, 'series'],
    [staffEndpoints.deletePlacement, preblockPlacements, 'id'],
    [staffEndpoints.deletePlacementSeries, preblockPlacements, 'series'],
  ] as const) {
    staffRoute(app, services, endpoint, async ({ tx }, { id }) => {
      requireUuid(id);
      return found(await removeFromCalendar(tx, table, by, id));
    });
  }
}

/** Throws `not-found` for an id that no row of the calendar can have. */
export function requireUuid(id: string): void {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) throw new ProblemError('not-found');
}

/** Throws `invalid` for a range that is empty or too long. */
export function checkRange({ from, to }: StaffRange): void {
  checkDate('from', from);
  checkDate('to', to);
  const days = daysBetween(from, to);
  if (days <= 0) throw invalid({ path: 'to', code: 'before-start' });
  if (days > maxDays.read) throw invalid({ path: 'to', code: 'too-big' });
}

function checkRequest(
  request: WorkingTimeInput['intervals'][number] | PlacementInput['placements'][number],
  path: string,
): void {
  checkDate(`${path}.date`, request.date);
  if (request.to <= request.from) throw invalid({ path: `${path}.to`, code: 'before-start' });
  if (!request.repeat) return;
  checkDate(`${path}.repeat.until`, request.repeat.until);
  const days = daysBetween(request.date, request.repeat.until);
  if (days < 0) throw invalid({ path: `${path}.repeat.until`, code: 'before-start' });
  if (days > maxDays.series) throw invalid({ path: `${path}.repeat.until`, code: 'too-big' });
}

function toInterval(
  row: typeof workingTimes.$inferSelect | typeof preblockPlacements.$inferSelect,
) {
  return {
    id: row.id,
    series: row.series,
    clinician: row.clinicianId,
    clinic: row.clinicId,
    date: row.date,
    from: formatClock(row.fromMinutes),
    to: formatClock(row.toMinutes),
  };
}
