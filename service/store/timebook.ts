import { and, eq, gt, gte, inArray, lt, or, sql, type SQL } from 'drizzle-orm';
import { addDays, type CivilDate } from '../../src/domain/civil-date.js';
import { toClockTime } from '../../src/domain/clock-time.js';
import { createCalendar } from '../core/day.js';
import type {
  BusyInterval,
  Catalogue,
  DateRange,
  PreblockPlacement,
  SlotFilters,
  TimebookRows,
  WorkingInterval,
} from '../core/model.js';
import type { AccountTransaction } from './database.js';
import { preblockPlacements, reservations, workingTimes } from './schema/index.js';
import { statement } from './statement.js';

/** Statuses that take time from others. */
export const takingStatuses = sql`('held', 'pending', 'booked')`;

/** Clinicians whose rows a search needs; undefined when it needs all. */
export function cliniciansOf(catalogue: Catalogue, filters: SlotFilters): string[] | undefined {
  const { clinic, group, treatment } = filters;
  const clinician = filters.clinician ?? filters.own?.clinician;
  // Without a clinician who offers it, the search would read a year of all clinicians' rows for nothing.
  if (treatment !== undefined && !catalogue.templates.some(({ id }) => id === treatment)) return [];
  if (clinician !== undefined) return [clinician];
  if (clinic === undefined && group === undefined) return undefined;
  const clinics = new Set(
    catalogue.clinics
      .filter(({ id, group: of }) => (clinic ?? id) === id && (group ?? of) === of)
      .map(({ id }) => id),
  );
  return catalogue.clinicians
    .filter((row) => row.clinics.some((id) => clinics.has(id)))
    .map(({ id }) => id);
}

/** A time that is taken until `expiresAt`, or for good (null); epoch milliseconds. */
export interface TakenTime extends BusyInterval {
  resource: string | null;
  party: string;
  expiresAt: number | null;
}

/** The same of a resource. */
export interface TakenResource extends TakenTime {
  resource: string;
}

/** Rows of the timebook; `busy` by the dates that it touches, expired holds included. */
export interface DatedRows {
  workingTime: readonly WorkingInterval[];
  placements: readonly PreblockPlacement[];
  busy: ReadonlyMap<CivilDate, readonly TakenTime[]>;
}

/** The timebook of some clinicians (undefined: of all) in a range of dates, and whatever is taken of resources then. */
export async function loadDatedRows(
  tx: AccountTransaction,
  timeZone: string,
  range: DateRange,
  clinicians: readonly string[] | undefined,
): Promise<DatedRows> {
  if (clinicians?.length === 0) return { workingTime: [], placements: [], busy: new Map() };
  const ofClinicians = <Table extends typeof workingTimes | typeof preblockPlacements>(
    table: Table,
  ) =>
    and(
      gte(table.date, range.from),
      lt(table.date, range.to),
      clinicians && inArray(table.clinicianId, [...clinicians]),
    );
  const workingTime = await tx.select().from(workingTimes).where(ofClinicians(workingTimes));
  const placements = await tx
    .select()
    .from(preblockPlacements)
    .where(ofClinicians(preblockPlacements));
  const taken = await loadTaken(tx, timeZone, range, clinicians);
  return {
    workingTime: workingTime.map(toWorkingInterval),
    placements: placements.map(toPlacement),
    busy: byDate(taken, range, timeZone),
  };
}

async function loadTaken(
  tx: AccountTransaction,
  timeZone: string,
  range: DateRange,
  clinicians: readonly string[] | undefined,
): Promise<TakenTime[]> {
  const day = createCalendar(timeZone);
  const rows = await tx
    .select({
      clinician: reservations.clinicianId,
      resource: reservations.resourceId,
      party: reservations.partyId,
      startsAt: reservations.startsAt,
      endsAt: reservations.endsAt,
      expiresAt: reservations.expiresAt,
    })
    .from(reservations)
    .where(
      and(
        // Resources are shared, so a resource may be taken by a clinician who was not asked for.
        clinicians &&
          or(
            inArray(reservations.clinicianId, [...clinicians]),
            sql`${reservations.resourceId} IS NOT NULL`,
          ),
        sql`${reservations.status} IN ${takingStatuses}`,
        touches(day(range.from).midnight, day(range.to).midnight),
      ),
    );
  return rows.map(({ startsAt, endsAt, expiresAt, ...row }) => ({
    ...row,
    start: startsAt.getTime(),
    end: endsAt.getTime(),
    expiresAt: expiresAt?.getTime() ?? null,
  }));
}

/**
 * Whether a reservation touches the time from `start` up to, but without, `end`, epoch milliseconds. In plain comparisons of
 * instants: row-level security keeps an operator on ranges, which is not leakproof, out of every index.
 */
export function touches(start: number, end: number): SQL {
  return and(lt(reservations.startsAt, new Date(end)), gt(reservations.endsAt, new Date(start)))!;
}

function byDate(
  taken: readonly TakenTime[],
  { from, to }: DateRange,
  timeZone: string,
): Map<CivilDate, TakenTime[]> {
  const dates = new Map<CivilDate, TakenTime[]>();
  for (const row of taken) {
    const last = toClockTime(row.end - 1, timeZone).date;
    let { date } = toClockTime(row.start, timeZone);
    for (; date <= last; date = addDays(date, 1)) {
      if (date < from || date >= to) continue;
      const ofDate = dates.get(date);
      if (ofDate) ofDate.push(row);
      else dates.set(date, [row]);
    }
  }
  return dates;
}

/** The timebook of a range of dates: working time, preblocks, and what is taken at `now` (epoch milliseconds). */
export async function loadTimebook(
  tx: AccountTransaction,
  timeZone: string,
  range: DateRange,
  clinicians: string[] | undefined,
  now: number,
): Promise<TimebookRows> {
  const { workingTime, placements, busy } = await loadDatedRows(tx, timeZone, range, clinicians);
  const taken = [...new Set([...busy.values()].flat())].filter(
    ({ expiresAt }) => (expiresAt ?? Infinity) > now,
  );
  return {
    workingTime,
    placements,
    busy: taken,
    resourceBusy: taken.filter((row): row is TakenResource => row.resource !== null),
  };
}

const selectOffers = statement((tx) =>
  tx
    .select({ working: workingTimes, placement: preblockPlacements })
    .from(preblockPlacements)
    .innerJoin(
      workingTimes,
      and(
        eq(workingTimes.clinicianId, preblockPlacements.clinicianId),
        eq(workingTimes.date, preblockPlacements.date),
      ),
    )
    .where(
      sql`(${preblockPlacements.clinicianId}, ${preblockPlacements.date}) IN (
        SELECT * FROM unnest(
          string_to_array(${sql.placeholder('clinicians')}, ','),
          string_to_array(${sql.placeholder('dates')}, ',')::date[]
        ))`,
    )
    .for('share'),
);

/**
 * What a clinician offers on a date, locked until the transaction ends, so that nobody deletes it meanwhile. Preblocks and working
 * time come in one query, joined, since neither offers anything without the other.
 */
export function lockOffer(tx: AccountTransaction, clinician: string, date: CivilDate) {
  return lockOffers(tx, [{ clinician, date }]);
}

/** The same of several clinicians' days. */
export async function lockOffers(
  tx: AccountTransaction,
  days: readonly { clinician: string; date: CivilDate }[],
): Promise<Pick<TimebookRows, 'workingTime' | 'placements'>> {
  const rows = await selectOffers(tx, {
    clinicians: days.map(({ clinician }) => clinician).join(),
    dates: days.map(({ date }) => date).join(),
  });
  const working = new Map(rows.map((row) => [row.working.id, row.working]));
  const placements = new Map(rows.map((row) => [row.placement.id, row.placement]));
  return {
    workingTime: [...working.values()].map(toWorkingInterval),
    placements: [...placements.values()].map(toPlacement),
  };
}

function toWorkingInterval(row: typeof workingTimes.$inferSelect): WorkingInterval {
  const { clinicianId, clinicId, date, fromMinutes, toMinutes, recall } = row;
  return {
    clinician: clinicianId,
    clinic: clinicId,
    date,
    from: fromMinutes,
    to: toMinutes,
    recall,
  };
}

export function toPlacement(row: typeof preblockPlacements.$inferSelect): PreblockPlacement {
  const { id, clinicianId, clinicId, date, fromMinutes, toMinutes, preblockId } = row;
  return {
    id,
    definition: preblockId,
    clinician: clinicianId,
    clinic: clinicId,
    date,
    from: fromMinutes,
    to: toMinutes,
  };
}
