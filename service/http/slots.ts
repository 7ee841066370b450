import type { Hono } from 'hono';
import type { Slot, SlotsQuery } from '../../src/contract/index.js';
import { maxDays, prefix, publicEndpoints } from '../../src/contract/index.js';
import { addDays, daysBetween } from '../../src/domain/civil-date.js';
import { formatInstant, toClockTime } from '../../src/domain/clock-time.js';
import { daysAhead } from '../core/appointment-rules.js';
import type { DateRange, FreeSlot, SlotFilters } from '../core/model.js';
import { pageOfSlots, parseCursor } from '../core/page.js';
import { createSlotSource } from '../core/slots.js';
import type { SlotSource } from '../core/slots.js';
import { firstSlot, listDays, listStarts, nextDate } from '../core/views.js';
import { findParty } from '../store/reservations.js';
import { isToken, sha256 } from '../store/secrets.js';
import { cliniciansOf, loadTimebook } from '../store/timebook.js';
import type { Call, Work } from './call.js';
import { refuseWhenDown } from './call.js';
import { checkDate, checkInstant } from './dates.js';
import { findOwnTimes } from './own-times.js';
import { invalid } from './problem.js';
import { answer, route } from './route.js';
import type { Services } from './services.js';
import { findSession } from './session.js';
import type { OpenSession } from './session.js';

/** A free time as the API writes it, in the account's zone. */
export function toSlot(
  { start, minutes, clinic, clinician, treatment }: FreeSlot,
  timeZone: string,
): Slot {
  return { start: formatInstant(start, timeZone), minutes, clinic, clinician, treatment };
}

/** What only known patients may book is not shown to others (P-42): `open` is the caller's session, if there is one. */
export function isForNewPatients(account: Work['account'], open: OpenSession | undefined): boolean {
  return account.settings.selfCreation && !open?.patient;
}

/** Free times in three views (P-18 to P-21). */
export function registerSlots(app: Hono, services: Services): void {
  route(app, services, prefix.public, publicEndpoints.slots, async (call) => {
    const { query } = call;
    checkRange(query);
    if (query.at !== undefined) checkInstant('at', query.at);
    const cursor = query.cursor === undefined ? undefined : parseCursor(query.cursor);
    if (query.cursor !== undefined && !cursor) throw invalid({ path: 'cursor', code: 'format' });
    return call.transaction(async (work) => {
      refuseWhenDown(work.account);
      const { timeZone } = work.account;
      const open = await findSession(call, work);
      const ownTimes = await findOwnTimes(work, open, query);
      const filters: SlotFilters = {
        clinic: query.clinic,
        group: query.group,
        clinician: query.clinician,
        treatment: ownTimes ? undefined : query.treatment,
        at: query.at === undefined ? undefined : Date.parse(query.at),
        newPatient: isForNewPatients(work.account, open),
        party: ownTimes?.party ?? (await ownParty(call, work)),
        own: ownTimes?.request,
        rebooking: ownTimes?.rebooking,
      };
      const load = createLoader(work, filters);
      const range = { from: query.from, to: query.to };
      const source = await load(range);
      const beyond = await lookBeyond(datesAhead(work, filters), load, range, source);
      const extras = {
        first: beyond.first && toSlot(beyond.first, timeZone),
        nextDate: beyond.nextDate,
      };
      switch (query.view ?? 'slots') {
        case 'slots': {
          const { slots, next } = pageOfSlots(source, range, cursor);
          return answer(200, {
            slots: slots.map((slot) => toSlot(slot, timeZone)),
            ...extras,
            next,
          });
        }
        case 'starts': {
          const starts = listStarts(source, range).map((start) => ({
            ...start,
            start: formatInstant(start.start, timeZone),
          }));
          return answer(200, { starts, ...extras });
        }
        case 'days':
          return answer(200, { days: listDays(source, range), ...extras });
      }
    });
  });
}

function checkRange({ from, to, view = 'slots' }: SlotsQuery): void {
  for (const [path, date] of Object.entries({ from, to })) {
    checkDate(path, date);
  }
  if (to <= from) throw invalid({ path: 'to', code: 'before-from' });
  if (daysBetween(from, to) > maxDays[view]) throw invalid({ path: 'to', code: 'too-far' });
}

/** The party of the caller's own hold, which counts as free; undefined without one. */
async function ownParty(
  { header, now }: Call<undefined, SlotsQuery>,
  { tx }: Work,
): Promise<string | undefined> {
  const token = header('Hold-Token');
  if (token === undefined || !isToken(token)) return undefined;
  return findParty(tx, await sha256(token), new Date(now));
}

type Load = (range: DateRange) => Promise<SlotSource>;

function createLoader({ tx, account, now, catalogue }: Work, filters: SlotFilters): Load {
  return async (range) => {
    const { catalogue: rules } = await catalogue();
    const clinicians = cliniciansOf(rules, filters);
    const rows = await loadTimebook(tx, account.timeZone, range, clinicians, now);
    return createSlotSource({ ...rules, ...rows }, filters, now);
  };
}

/** The dates from today on that may have a free time under some filters: of one instant, its date only. */
function datesAhead({ account, now }: Work, { at, own }: SlotFilters): DateRange {
  const today = toClockTime(now, account.timeZone).date;
  const lastEnd = addDays(today, daysAhead + 1);
  const end = own && own.within.to < lastEnd ? own.within.to : lastEnd;
  if (at === undefined) return { from: today, to: end };
  const { date } = toClockTime(at, account.timeZone);
  return date < today || date >= end
    ? { from: today, to: today }
    : { from: date, to: addDays(date, 1) };
}

/** The first free time from now on, and the first date with one after the range (P-20). */
async function lookBeyond(
  ahead: DateRange,
  load: Load,
  range: DateRange,
  source: SlotSource,
): Promise<{ first: FreeSlot | null; nextDate: string | null }> {
  const inRange = firstSlot(source, range);
  const isFirst = range.from <= ahead.from && inRange !== null;
  const first = isFirst ? inRange : await search(load, ahead, firstSlot);
  const after = range.to > ahead.from ? range.to : ahead.from;
  // A first free time after the range is the next one too.
  const firstDate = first && toClockTime(first.start, source.timeZone).date;
  if (firstDate === null) return { first, nextDate: null };
  if (firstDate >= after) return { first, nextDate: firstDate };
  return { first, nextDate: await search(load, { from: after, to: ahead.to }, nextDate) };
}

/** Looks in windows that grow, so that a near answer costs little and a far one never a year of rows at once. */
async function search<Result>(
  load: Load,
  { from, to }: DateRange,
  look: (source: SlotSource, range: DateRange) => Result | null,
): Promise<Result | null> {
  for (let start = from, days = 2; start < to; days = Math.min(days * 2, 56)) {
    const next = addDays(start, days);
    const range = { from: start, to: next < to ? next : to };
    const found = look(await load(range), range);
    if (found !== null) return found;
    start = next;
  }
  return null;
}
