import type { CivilDate } from '../../src/domain/civil-date.js';
import type { PreblockPlacement, WorkingInterval } from '../core/model.js';
import type { AccountRow } from '../store/accounts.js';
import type { LoadedCatalogue } from '../store/catalogue.js';
import type { DatedRows, TakenResource, TakenTime } from '../store/timebook.js';

/** One clinician's day as the database has it; another object when it has changed, and only then. */
export interface ClinicianDay {
  readonly workingTime: readonly WorkingInterval[];
  readonly placements: readonly PreblockPlacement[];
  /** Expired holds included. */
  readonly busy: readonly TakenTime[];
}

/** What is known of a date; another object when any of it has changed. */
export interface KnownDay {
  readonly clinicians: ReadonlyMap<string, ClinicianDay>;
  /** What is taken of all resources, whoever took it. */
  readonly resourceBusy: readonly TakenResource[];
}

/** What is known of an account, all of it from one snapshot of the database. Never changed, only replaced. */
export interface KnownTimebook {
  readonly account: AccountRow;
  readonly loaded: LoadedCatalogue;
  /** Of the timebook: what has changed since is told by it (`day_revisions`). */
  readonly revision: number;
  /** Tells the account from another one that had its id before. */
  readonly begun: number;
  readonly days: ReadonlyMap<CivilDate, KnownDay>;
}

/** Days that a search needs. */
export interface Need {
  /** Ascending. */
  readonly dates: readonly CivilDate[];
  readonly clinicians: readonly string[];
}

const nothing: ClinicianDay = { workingTime: [], placements: [], busy: [] };

/** Puts rows into what is known: all of the resources of some dates, and the days of some clinicians on them. */
export function learn(
  days: ReadonlyMap<CivilDate, KnownDay>,
  dates: readonly CivilDate[],
  cliniciansOn: (date: CivilDate) => readonly string[],
  rows: DatedRows,
): Map<CivilDate, KnownDay> {
  const next = new Map(days);
  const byDate = groupByDate(rows);
  for (const date of dates) {
    const before = days.get(date);
    const found = byDate.get(date);
    const clinicians = new Map(before?.clinicians);
    let hasChanged = before === undefined;
    for (const id of cliniciansOn(date)) {
      const day = found?.clinicians.get(id) ?? nothing;
      const former = clinicians.get(id);
      if (former && isSame(former, day)) continue;
      clinicians.set(id, day);
      hasChanged = true;
    }
    const resourceBusy = found?.resourceBusy ?? [];
    const isSameBusy = before !== undefined && isSame(before.resourceBusy, resourceBusy);
    if (!hasChanged && isSameBusy) continue;
    next.set(date, {
      clinicians,
      resourceBusy: isSameBusy ? before.resourceBusy : resourceBusy,
    });
  }
  return next;
}

function groupByDate({ workingTime, placements, busy }: DatedRows) {
  const dates = new Map<
    CivilDate,
    { clinicians: Map<string, MutableDay>; resourceBusy: TakenResource[] }
  >();
  const on = (date: CivilDate) => {
    let day = dates.get(date);
    if (!day) dates.set(date, (day = { clinicians: new Map(), resourceBusy: [] }));
    return day;
  };
  const dayOf = (date: CivilDate, clinician: string) => {
    const { clinicians } = on(date);
    let day = clinicians.get(clinician);
    if (!day) clinicians.set(clinician, (day = { workingTime: [], placements: [], busy: [] }));
    return day;
  };
  for (const row of workingTime) dayOf(row.date, row.clinician).workingTime.push(row);
  for (const row of placements) dayOf(row.date, row.clinician).placements.push(row);
  for (const [date, taken] of busy) {
    for (const row of taken) {
      dayOf(date, row.clinician).busy.push(row);
      if (row.resource !== null) on(date).resourceBusy.push({ ...row, resource: row.resource });
    }
  }
  return dates;
}

interface MutableDay {
  workingTime: WorkingInterval[];
  placements: PreblockPlacement[];
  busy: TakenTime[];
}

function isSame(a: object, b: object): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
