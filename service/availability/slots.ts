import type { SlotsQuery } from '../../src/contract/index.js';
import { maxDays } from '../../src/contract/index.js';
import { daysBetween } from '../../src/domain/civil-date.js';
import { formatInstant } from '../../src/domain/clock-time.js';
import type { Caller } from '../context/caller.js';
import { checkDate, checkInstant } from '../context/dates.js';
import { invalid, ProblemError } from '../context/problem.js';
import type { Work } from '../context/work.js';
import { refuseWhenDown } from '../context/work.js';
import type { DateRange, SlotFilters } from '../core/model.js';
import { pageOfSlots, parseCursor } from '../core/page.js';
import { slotOrder } from '../core/slots.js';
import { listDays, listStarts } from '../core/views.js';
import { findSession, type OpenSession } from '../session/session.js';
import type { SessionTimes } from '../store/hold-time.js';
import { findParty } from '../store/reservations.js';
import { isToken, sha256 } from '../store/secrets.js';
import { toAnswer, type Answer } from '../timebook/answer-memory.js';
import type { Situation } from '../timebook/free-times.js';
import { datesAhead, findBeyond, firstWeek } from './search.js';
import { findSessionTimes } from './session-times.js';
import { isForNewPatients, toSlot } from './slot.js';
import { slotsToJson, toJson } from './slots-json.js';

/** What only the caller is offered. */
interface OwnOffer {
  open?: OpenSession | undefined;
  sessionTimes?: SessionTimes | undefined;
  party?: string | undefined;
}

/**
 * Free times in one of three views (P-18 to P-21), as JSON. Throws `invalid` for a range that is empty or too long, and whatever
 * `findSessionTimes` throws.
 */
export async function findSlots(caller: Caller, query: SlotsQuery): Promise<Answer> {
  checkRange(query);
  if (query.at !== undefined) checkInstant('at', query.at);
  const cursor = query.cursor === undefined ? undefined : parseCursor(query.cursor);
  if (query.cursor !== undefined && !cursor) throw invalid({ path: 'cursor', code: 'format' });
  const { freeTimes, answers } = caller.services;
  const { accountId, now, signal } = caller;
  const own = await ownOffer(caller, query);
  // Whoever has begun to choose or to book must not see the own time as another's, or a lost one as free.
  const mayBeBehind = !isOwn(caller, query) && query.at === undefined;

  const search = async ({ account, loaded, loader }: Situation) => {
    refuseWhenDown(account);
    const { timeZone } = account;
    const filters = filtersOf(account, own, query);
    const isShared = !own.party && !own.sessionTimes && filters.at === undefined;
    const load = loader(filters, { isShared });
    const ahead = datesAhead(timeZone, now, filters);
    const range = rangeOf(query) ?? (await firstWeek(ahead, load, timeZone));
    const days = await load(range);
    const beyond = await findBeyond(ahead, load, range, days);
    const extras = {
      first: beyond.first && toSlot(beyond.first, timeZone),
      nextDate: beyond.nextDate,
    };
    const make = () => {
      switch (query.view ?? 'slots') {
        case 'slots': {
          const { parts, next } = pageOfSlots(days, slotOrder(loaded.catalogue), cursor);
          return slotsToJson(parts, { ...extras, next }, timeZone);
        }
        case 'starts': {
          const starts = listStarts(days).map((start) => ({
            ...start,
            start: formatInstant(start.start, timeZone),
          }));
          return toJson({ starts, ...extras });
        }
        case 'days':
          return toJson({ days: listDays(days), ...extras });
      }
    };
    // Remembered, it would only take the place of others.
    if (!isShared) return toAnswer(make());
    const question = JSON.stringify([accountId, query, range, filters.newPatient]);
    return answers.answer(question, days, JSON.stringify([extras, timeZone]), make);
  };
  const found = await caller.services.searches.run({ account: accountId, signal }, () =>
    freeTimes.search(accountId, now, search, { signal, mayBeBehind }),
  );
  if (!found) throw new ProblemError('not-found');
  return found;
}

/** Whether the caller has a session or a hold, or asks for something that needs one. */
function isOwn({ bearer, holdToken }: Caller, { appointment, recall }: SlotsQuery): boolean {
  return [bearer, holdToken, appointment, recall].some((value) => value !== undefined);
}

/** What the caller's session and hold change; nothing for a caller without them. */
async function ownOffer(caller: Caller, query: SlotsQuery): Promise<OwnOffer> {
  if (!isOwn(caller, query)) return {};
  return caller.transaction(async (work) => {
    refuseWhenDown(work.account);
    const open = await findSession(caller, work);
    const sessionTimes = await findSessionTimes(work, open, query);
    const party = sessionTimes?.party ?? (await partyOfHold(caller, work));
    return { open, sessionTimes, party };
  });
}

function filtersOf(
  account: Work['account'],
  { open, sessionTimes, party }: OwnOffer,
  query: SlotsQuery,
): SlotFilters {
  return {
    clinic: query.clinic,
    group: query.group,
    clinician: query.clinician,
    treatment: sessionTimes ? undefined : query.treatment,
    at: query.at === undefined ? undefined : Date.parse(query.at),
    newPatient: isForNewPatients(account, open),
    party,
    own: sessionTimes?.request,
    rebooking: sessionTimes?.rebooking,
  };
}

/** The dates that a query names, if it does. */
function rangeOf({ from, to }: SlotsQuery): DateRange | undefined {
  return from === undefined || to === undefined ? undefined : { from, to };
}

function checkRange(query: SlotsQuery): void {
  const { from, to, view = 'slots' } = query;
  if (from === undefined && to === undefined) return;
  if (from === undefined) throw invalid({ path: 'from', code: 'empty' });
  if (to === undefined) throw invalid({ path: 'to', code: 'empty' });
  checkDate('from', from);
  checkDate('to', to);
  if (to <= from) throw invalid({ path: 'to', code: 'before-from' });
  if (daysBetween(from, to) > maxDays[view]) throw invalid({ path: 'to', code: 'too-far' });
}

/** The party of the caller's own hold, which counts as free; undefined without one. */
async function partyOfHold({ holdToken }: Caller, { tx, now }: Work): Promise<string | undefined> {
  if (holdToken === undefined || !isToken(holdToken)) return undefined;
  return findParty(tx, await sha256(holdToken), new Date(now));
}
