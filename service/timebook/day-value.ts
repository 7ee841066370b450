import type { CivilDate } from '../../src/domain/civil-date.js';
import { toClockTime } from '../../src/domain/clock-time.js';
import { DayTimes } from '../core/day-times.js';
import type { Day } from '../core/day.js';
import type { Catalogue, ClinicianRules, SlotFilters, Stretch } from '../core/model.js';
import { createSlotSource, type Run } from '../core/slots.js';
import { createValidity, overlapOf, validityOfHolds } from '../core/validity.js';
import type { ClinicianDay, KnownDay } from './known-timebook.js';

/** The free times of one clinician on one date, what they were worked out from, and when they hold. */
interface ClinicianValue {
  readonly of: ClinicianDay;
  readonly resourceBusy: KnownDay['resourceBusy'];
  readonly valid: Stretch;
  readonly runs: readonly Run[];
}

/** The free times of one date under some filters, what they were worked out from, and when they hold. */
export interface DayValue {
  readonly of: KnownDay;
  readonly valid: Stretch;
  readonly clinicians: ReadonlyMap<string, ClinicianValue>;
  /** The same object as in the former value where the times are the same. */
  readonly times: DayTimes;
}

/** What is asked, and of what catalogue. */
export interface Search {
  readonly catalogue: Catalogue;
  readonly filters: SlotFilters;
  /** Those whom the filters may leave, in the account's order. */
  readonly clinicians: readonly ClinicianRules[];
  /** Days of the account's zone. */
  readonly calendar: (date: CivilDate) => Day;
}

/** What the answers to a search were, by date. */
export interface KnownValues extends Search {
  get: (date: CivilDate) => DayValue | undefined;
  set: (date: CivilDate, value: DayValue) => void;
}

const always: Stretch = { start: -Infinity, end: Infinity };
const holdsAt = ({ start, end }: Stretch, now: number) => start <= now && now < end;

/**
 * The free times of a date, whose rows are known for all clinicians of the search, at `now` (epoch milliseconds). Of the former
 * value, whatever it was asked at, all is taken over that still holds: only clinicians whose rows have changed, or whose times
 * have passed, are worked out again. The new value takes the former one's place.
 */
export function dayValue(
  search: KnownValues,
  date: CivilDate,
  day: KnownDay,
  now: number,
): DayValue {
  const former = search.get(date);
  if (former?.of === day && holdsAt(former.valid, now)) return former;
  const values = new Map(former?.clinicians);
  const stale = search.clinicians.filter(({ id }) => {
    const value = values.get(id);
    const isOfRows =
      value?.of === day.clinicians.get(id) && value?.resourceBusy === day.resourceBusy;
    return !value || !isOfRows || !holdsAt(value.valid, now);
  });
  let isSame = former !== undefined;
  for (const [id, value] of workOut(search, date, day, stale, now)) {
    isSame &&= isSameRuns(values.get(id)?.runs, value.runs);
    values.set(id, value);
  }
  let valid = always;
  const runs: Run[] = [];
  for (const { id } of search.clinicians) {
    const value = values.get(id)!;
    valid = overlapOf(valid, value.valid);
    runs.push(...value.runs);
  }
  const times = isSame ? former!.times : new DayTimes(date, runs);
  const value = { of: day, valid, clinicians: values, times };
  search.set(date, value);
  return value;
}

function workOut(
  { catalogue, filters, calendar }: Search,
  date: CivilDate,
  day: KnownDay,
  clinicians: readonly ClinicianRules[],
  now: number,
): [id: string, value: ClinicianValue][] {
  const { resourceBusy } = day;
  const dayOf = ({ id }: ClinicianRules) => day.clinicians.get(id)!;
  // Without a preblock there is nothing that time could change.
  const isIdle = (clinician: ClinicianRules) => dayOf(clinician).placements.length === 0;
  const values = clinicians
    .filter(isIdle)
    .map((clinician): [string, ClinicianValue] => [
      clinician.id,
      { of: dayOf(clinician), resourceBusy, valid: always, runs: [] },
    ]);
  const publishing = clinicians.filter((clinician) => !isIdle(clinician));
  if (publishing.length === 0) return values;

  const days = publishing.map(dayOf);
  const isTaken = ({ expiresAt }: { expiresAt: number | null }) => (expiresAt ?? Infinity) > now;
  const rows = {
    ...catalogue,
    clinicians: publishing,
    workingTime: days.flatMap(({ workingTime }) => workingTime),
    placements: days.flatMap(({ placements }) => placements),
    busy: days.flatMap(({ busy }) => busy.filter(isTaken)),
    resourceBusy: resourceBusy.filter(isTaken),
  };
  const runs = groupByClinician(createSlotSource(rows, filters, now).runsOn(date));
  const today = calendar(toClockTime(now, catalogue.account.timeZone).date);
  const validOf = createValidity(calendar(date), today, now);
  const validResources = validityOfHolds(resourceBusy, now);
  for (const [index, clinician] of publishing.entries()) {
    const of = days[index]!;
    const validRows = overlapOf(validityOfHolds(of.busy, now), validResources);
    const valid = overlapOf(validOf(clinician), validRows);
    values.push([clinician.id, { of, resourceBusy, valid, runs: runs.get(clinician.id) ?? [] }]);
  }
  return values;
}

function groupByClinician(runs: readonly Run[]): Map<string, Run[]> {
  const groups = new Map<string, Run[]>();
  for (const run of runs) {
    const group = groups.get(run.clinician);
    if (group) group.push(run);
    else groups.set(run.clinician, [run]);
  }
  return groups;
}

function isSameRuns(a: readonly Run[] | undefined, b: readonly Run[]): boolean {
  return a?.length === b.length && JSON.stringify(a) === JSON.stringify(b);
}
