import type { FirstTimes, FirstTimesQuery } from '../../src/contract/index.js';
import { addDays, type CivilDate } from '../../src/domain/civil-date.js';
import { formatInstant, toClockTime } from '../../src/domain/clock-time.js';
import type { Caller } from '../context/caller.js';
import { ProblemError } from '../context/problem.js';
import { refuseWhenDown } from '../context/work.js';
import type { SlotFilters } from '../core/model.js';
import { createFirstTimes, noteFirstTimes, type FirstTimes as Found } from '../core/first-times.js';
import { listOffers } from '../core/template-lists.js';
import type { Catalogue } from '../core/model.js';
import { toAnswer, type Answer } from '../timebook/answer-memory.js';
import type { LoadDays, Situation } from '../timebook/free-times.js';
import { isForNewPatients } from './slot.js';

/** Dates in which a first time is looked for, so many at a time: near answers cost little. */
const windows = [7, 21, 28];
/** So many dates in all: eight weeks. */
const datesSearched = windows.reduce((sum, days) => sum + days);

/** Ids of what may have a free time, by kind. */
export type Wanted = Readonly<Partial<Record<keyof Found, ReadonlySet<string>>>>;

/** The first free times from a date on; looks on until everything that is wanted has one, eight weeks at the most. */
export async function searchFirstTimes(
  load: LoadDays,
  today: CivilDate,
  wanted: Wanted,
): Promise<Found> {
  const next = createFirstTimes();
  const isFound = (kind: keyof Found) =>
    [...(wanted[kind] ?? [])].every((id) => next[kind].has(id));
  let from = today;
  for (const days of windows) {
    const to = addDays(from, days);
    for (const day of await load({ from, to })) noteFirstTimes(day, next);
    if (isFound('clinics') && isFound('treatments') && isFound('clinicians')) break;
    from = to;
  }
  return next;
}

/** `GET /first-times` as JSON. A replica may answer: whoever chooses a time sees the newest. */
export async function findFirstTimes(caller: Caller, query: FirstTimesQuery): Promise<Answer> {
  const { accountId, now, signal, services } = caller;
  const search = async ({ account, loaded, loader }: Situation) => {
    refuseWhenDown(account);
    const { timeZone } = account;
    const filters: SlotFilters = { ...query, newPatient: isForNewPatients(account, undefined) };
    const today = toClockTime(now, timeZone).date;
    const load = loader(filters, { isShared: true });
    const found = await searchFirstTimes(load, today, wantedOf(loaded.catalogue, query));
    const list = (times: Map<string, number>) =>
      [...times].map(([id, start]) => ({ id, start: formatInstant(start, timeZone) }));
    const answer: FirstTimes = {
      until: addDays(today, datesSearched),
      clinics: list(found.clinics),
      treatments: list(found.treatments),
      clinicians: list(found.clinicians),
    };
    return toAnswer(new TextEncoder().encode(JSON.stringify(answer)));
  };
  const found = await services.searches.run({ account: accountId, signal }, () =>
    services.freeTimes.search(accountId, now, search, { signal, mayBeBehind: true }),
  );
  if (!found) throw new ProblemError('not-found');
  return found;
}

/** What the offers that fit the filters name. */
function wantedOf(catalogue: Catalogue, query: FirstTimesQuery): Wanted {
  const group = new Set(
    catalogue.clinics.filter((clinic) => clinic.group === query.group).map(({ id }) => id),
  );
  const offers = listOffers(catalogue).filter(
    ({ clinic, clinician, treatments }) =>
      (query.clinic === undefined || clinic === query.clinic) &&
      (query.group === undefined || group.has(clinic)) &&
      (query.clinician === undefined || clinician === query.clinician) &&
      (query.treatment === undefined || treatments.includes(query.treatment)),
  );
  return {
    clinics: new Set(offers.map(({ clinic }) => clinic)),
    clinicians: new Set(offers.map(({ clinician }) => clinician)),
    treatments: new Set(
      query.treatment === undefined
        ? offers.flatMap(({ treatments }) => treatments)
        : [query.treatment],
    ),
  };
}
