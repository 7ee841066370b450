import type { NextTimes, NextTimesQuery } from '../../src/contract/index.js';
import { millisecondsInMinute } from 'date-fns/constants';
import { addDays, daysBetween } from '../../src/domain/civil-date.js';
import { formatInstant, toClockTime } from '../../src/domain/clock-time.js';
import { checkDate } from '../context/dates.js';
import { invalid } from '../context/problem.js';
import { createCalendar } from '../core/day.js';
import { blockingPreblock } from '../core/blocked-by-hand.js';
import type { AvailabilityRows, Stretch } from '../core/model.js';
import { createResourceLookup } from '../core/resources.js';
import { mergeStretches, subtractStretches } from '../core/stretches.js';
import { loadTimebook } from '../store/timebook.js';
import { hasRight, type StaffWork } from './actor.js';

const most = 10;
/** How far ahead it looks, in days, and how much of it at a time. */
const ahead = { days: 366, window: 14 };

interface Wanted {
  milliseconds: number;
  category: string | null;
  resource: string | null;
}

/**
 * The next times that staff may book (*Søk neste ledige time*): within working time, taken by nobody, on no preblock that keeps
 * them out, in the calendars that the caller may book in, on the lines of the timebook. Throws `invalid`.
 */
export async function findNextTimes(work: StaffWork, query: NextTimesQuery): Promise<NextTimes> {
  const { tx, account, now, catalogue, actor } = work;
  const { timeZone } = account;
  const { catalogue: rules } = await catalogue();
  const wanted = wantedOf(rules.templates, query);
  const today = toClockTime(now, timeZone).date;
  if (query.from !== undefined) checkDate('from', query.from);
  const from = query.from !== undefined && query.from > today ? query.from : today;
  if (daysBetween(today, from) > ahead.days) throw invalid({ path: 'from', code: 'too-far' });
  const clinicians = rules.clinicians
    .map(({ id }) => id)
    .filter((id) => (query.clinician ?? id) === id);
  const times: Found[] = [];
  for (let start = from; times.length < most && daysBetween(from, start) < ahead.days;) {
    const range = { from: start, to: addDays(start, ahead.window) };
    const rows = { ...rules, ...(await loadTimebook(tx, timeZone, range, clinicians, now)) };
    const found = timesIn(rows, wanted, now).filter(
      ({ clinic, clinician }) =>
        (query.clinic ?? clinic) === clinic &&
        hasRight(actor, 'appointments', { clinic, clinician }),
    );
    times.push(...found.slice(0, most - times.length));
    start = range.to;
  }
  const minutes = wanted.milliseconds / millisecondsInMinute;
  return {
    times: times.map(({ start, ...time }) => ({
      ...time,
      ...{ start: formatInstant(start, timeZone), minutes },
    })),
  };
}

function wantedOf(
  templates: AvailabilityRows['templates'],
  { template: id, minutes }: NextTimesQuery,
): Wanted {
  const template = templates.find((one) => one.id === id);
  if (id !== undefined && !template) throw invalid({ path: 'template', code: 'unknown' });
  const length = minutes === undefined ? template?.minutes : Number(minutes);
  if (length === undefined) throw invalid({ path: 'minutes', code: 'required' });
  if (length < 1 || length > 1440) throw invalid({ path: 'minutes', code: 'too-big' });
  return {
    milliseconds: length * millisecondsInMinute,
    category: template?.category ?? null,
    resource: template?.resource ?? null,
  };
}

interface Found {
  start: number;
  clinic: string;
  clinician: string;
}

/** Ascending; of equals, in the account's order of clinicians. */
function timesIn(rows: AvailabilityRows, wanted: Wanted, now: number): Found[] {
  const { timeZone, timebookGridMinutes } = rows.account;
  const day = createCalendar(timeZone);
  const step = timebookGridMinutes * millisecondsInMinute;
  const resources = createResourceLookup(rows, undefined);
  const found: Found[] = [];
  for (const { id: clinician } of rows.clinicians) {
    const placements = rows.placements.filter((row) => row.clinician === clinician);
    const busy = mergeStretches(rows.busy.filter((row) => row.clinician === clinician));
    const workingTime = rows.workingTime.filter((row) => row.clinician === clinician);
    for (const { clinic, date, from, to } of workingTime) {
      const { instantOf, midnight } = day(date);
      const whole = { start: instantOf(from), end: instantOf(to) };
      for (const free of subtractStretches(whole, busy)) {
        for (const start of startsIn(free, { midnight, step, length: wanted.milliseconds, now })) {
          const end = start + wanted.milliseconds;
          const time = { start, end, clinic, category: wanted.category };
          if (blockingPreblock(time, placements, rows.definitions, { timeZone, now })) continue;
          if (wanted.resource && !resources.hasFree(clinic, wanted.resource, start, end)) continue;
          found.push({ start, clinic, clinician });
        }
      }
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function startsIn(
  free: Stretch,
  { midnight, step, length, now }: { midnight: number; step: number; length: number; now: number },
): number[] {
  const earliest = Math.max(free.start, now + 1);
  const starts: number[] = [];
  const first = midnight + Math.ceil((earliest - midnight) / step) * step;
  for (let start = first; start + length <= free.end; start += step) starts.push(start);
  return starts;
}
