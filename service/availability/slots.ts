import type { DayList, SlotList, SlotsQuery, StartList } from '../../src/contract/index.js';
import { maxDays } from '../../src/contract/index.js';
import { daysBetween } from '../../src/domain/civil-date.js';
import { formatInstant } from '../../src/domain/clock-time.js';
import type { Caller } from '../context/caller.js';
import { checkDate, checkInstant } from '../context/dates.js';
import { invalid } from '../context/problem.js';
import { createPace } from '../context/turns.js';
import type { Work } from '../context/work.js';
import { refuseWhenDown } from '../context/work.js';
import type { DateRange, SlotFilters } from '../core/model.js';
import { pageOfSlots, parseCursor } from '../core/page.js';
import { listDays, listStarts } from '../core/views.js';
import { findSession } from '../session/session.js';
import { findParty } from '../store/reservations.js';
import { isToken, sha256 } from '../store/secrets.js';
import { createSlotLoader, datesAhead, findBeyond, workOut } from './search.js';
import { findSessionTimes } from './session-times.js';
import { isForNewPatients, toSlot } from './slot.js';

/**
 * Free times in one of three views (P-18 to P-21). Throws `invalid` for a range that is empty or too long, and whatever
 * `findSessionTimes` throws.
 */
export async function findSlots(
  caller: Caller,
  query: SlotsQuery,
): Promise<SlotList | StartList | DayList> {
  checkRange(query);
  if (query.at !== undefined) checkInstant('at', query.at);
  const cursor = query.cursor === undefined ? undefined : parseCursor(query.cursor);
  if (query.cursor !== undefined && !cursor) throw invalid({ path: 'cursor', code: 'format' });
  return caller.transaction(async (work) => {
    refuseWhenDown(work.account);
    const { timeZone } = work.account;
    const filters = await filtersOf(caller, work, query);
    const load = createSlotLoader(work, filters);
    const range: DateRange = { from: query.from, to: query.to };
    const source = await load(range);
    const pace = createPace(caller.signal);
    await workOut(source, range, pace);
    const beyond = await findBeyond(datesAhead(work, filters), load, range, source, pace);
    const extras = {
      first: beyond.first && toSlot(beyond.first, timeZone),
      nextDate: beyond.nextDate,
    };
    switch (query.view ?? 'slots') {
      case 'slots': {
        const { slots, next } = pageOfSlots(source, range, cursor);
        return { slots: slots.map((slot) => toSlot(slot, timeZone)), ...extras, next };
      }
      case 'starts': {
        const starts = listStarts(source, range).map((start) => ({
          ...start,
          start: formatInstant(start.start, timeZone),
        }));
        return { starts, ...extras };
      }
      case 'days':
        return { days: listDays(source, range), ...extras };
    }
  });
}

async function filtersOf(caller: Caller, work: Work, query: SlotsQuery): Promise<SlotFilters> {
  const open = await findSession(caller, work);
  const sessionTimes = await findSessionTimes(work, open, query);
  return {
    clinic: query.clinic,
    group: query.group,
    clinician: query.clinician,
    treatment: sessionTimes ? undefined : query.treatment,
    at: query.at === undefined ? undefined : Date.parse(query.at),
    newPatient: isForNewPatients(work.account, open),
    party: sessionTimes?.party ?? (await partyOfHold(caller, work)),
    own: sessionTimes?.request,
    rebooking: sessionTimes?.rebooking,
  };
}

function checkRange({ from, to, view = 'slots' }: SlotsQuery): void {
  for (const [path, date] of Object.entries({ from, to })) {
    checkDate(path, date);
  }
  if (to <= from) throw invalid({ path: 'to', code: 'before-from' });
  if (daysBetween(from, to) > maxDays[view]) throw invalid({ path: 'to', code: 'too-far' });
}

/** The party of the caller's own hold, which counts as free; undefined without one. */
async function partyOfHold({ holdToken }: Caller, { tx, now }: Work): Promise<string | undefined> {
  if (holdToken === undefined || !isToken(holdToken)) return undefined;
  return findParty(tx, await sha256(holdToken), new Date(now));
}
