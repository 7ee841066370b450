import { and, eq, gt, gte, inArray, isNull, lt, or, sql } from 'drizzle-orm';
import { createCalendar } from '../core/day.js';
import type {
  Catalogue,
  DateRange,
  PreblockPlacement,
  SlotFilters,
  TimebookRows,
  WorkingInterval,
} from '../core/model.js';
import type { AccountTransaction } from './database.js';
import { preblockPlacements, reservations, workingTimes } from './schema/index.js';

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

/** The timebook of a range of dates: working time, preblocks, and what is taken at `now` (epoch milliseconds). */
export async function loadTimebook(
  tx: AccountTransaction,
  timeZone: string,
  range: DateRange,
  clinicians: string[] | undefined,
  now: number,
): Promise<TimebookRows> {
  if (clinicians?.length === 0) {
    return { workingTime: [], placements: [], busy: [], resourceBusy: [] };
  }
  const ofClinicians = <Table extends typeof workingTimes | typeof preblockPlacements>(
    table: Table,
  ) =>
    and(
      gte(table.date, range.from),
      lt(table.date, range.to),
      clinicians && inArray(table.clinicianId, clinicians),
    );
  const workingTime = await tx.select().from(workingTimes).where(ofClinicians(workingTimes));
  const placements = await tx
    .select()
    .from(preblockPlacements)
    .where(ofClinicians(preblockPlacements));
  const day = createCalendar(timeZone);
  const [from, to] = [day(range.from).midnight, day(range.to).midnight].map((instant) =>
    new Date(instant).toISOString(),
  );
  const taken = await tx
    .select({
      clinician: reservations.clinicianId,
      resource: reservations.resourceId,
      party: reservations.partyId,
      startsAt: reservations.startsAt,
      endsAt: reservations.endsAt,
    })
    .from(reservations)
    .where(
      and(
        // Resources are shared, so a resource may be taken by a clinician who was not asked for.
        clinicians &&
          or(
            inArray(reservations.clinicianId, clinicians),
            sql`${reservations.resourceId} IS NOT NULL`,
          ),
        sql`${reservations.status} IN ${takingStatuses}`,
        sql`${reservations.during} && tstzrange(${from}::timestamptz, ${to}::timestamptz)`,
        or(isNull(reservations.expiresAt), gt(reservations.expiresAt, new Date(now))),
      ),
    );
  const busy = taken.map(({ startsAt, endsAt, ...row }) => ({
    ...row,
    start: startsAt.getTime(),
    end: endsAt.getTime(),
  }));
  return {
    workingTime: workingTime.map(toWorkingInterval),
    placements: placements.map(toPlacement),
    busy,
    resourceBusy: busy.flatMap((row) =>
      row.resource === null ? [] : [{ ...row, resource: row.resource }],
    ),
  };
}

/** What a clinician offers on a date, locked until the transaction ends, so that nobody deletes it meanwhile. */
export async function lockOffer(
  tx: AccountTransaction,
  clinician: string,
  date: string,
): Promise<Pick<TimebookRows, 'workingTime' | 'placements'>> {
  const workingTime = await tx
    .select()
    .from(workingTimes)
    .where(and(eq(workingTimes.clinicianId, clinician), eq(workingTimes.date, date)))
    .for('share');
  const placements = await tx
    .select()
    .from(preblockPlacements)
    .where(and(eq(preblockPlacements.clinicianId, clinician), eq(preblockPlacements.date, date)))
    .for('share');
  return {
    workingTime: workingTime.map(toWorkingInterval),
    placements: placements.map(toPlacement),
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

function toPlacement(row: typeof preblockPlacements.$inferSelect): PreblockPlacement {
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
