import { and, eq, getTableColumns, gte, inArray, lt, sql, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { PlacementInput, StaffRange, WorkingTimeInput } from '../../../src/contract/index.js';
import { datesOfPattern, type IsHoliday } from '../../core/calendar-pattern.js';
import { parseClock } from '../../core/day.js';
import type { AccountTransaction } from '../database.js';
import { preblockPlacements, workingTimes } from '../schema/index.js';

/** A preblock to be placed whose end is known. */
export type EndedPlacement = PlacementInput['placements'][number] & { to: string };
type Request = WorkingTimeInput['intervals'][number] | EndedPlacement;
export type CalendarTable = typeof workingTimes | typeof preblockPlacements;
export type CalendarRow = typeof workingTimes.$inferSelect | typeof preblockPlacements.$inferSelect;

/** What a placing made. */
export interface Placed {
  rows: CalendarRow[];
  series: string[];
}

/** Stores working time; overlapping time at another clinic fails with SQLSTATE 23P01. */
export function insertWorkingTimes(
  tx: AccountTransaction,
  accountId: string,
  input: WorkingTimeInput,
  isHoliday: IsHoliday,
): Promise<Placed> {
  return insert(tx, workingTimes, { accountId, isHoliday }, input.intervals, ({ recall }) => ({
    recall: recall ?? false,
  }));
}

/** Places preblocks. */
export function insertPlacements(
  tx: AccountTransaction,
  accountId: string,
  placements: readonly EndedPlacement[],
  isHoliday: IsHoliday,
): Promise<Placed> {
  return insert(tx, preblockPlacements, { accountId, isHoliday }, placements, ({ preblock }) => ({
    preblockId: preblock,
  }));
}

async function insert<W extends Request>(
  tx: AccountTransaction,
  table: CalendarTable,
  of: { accountId: string; isHoliday: IsHoliday },
  requests: readonly W[],
  rest: (request: W) => object,
): Promise<Placed> {
  const placed = rowsOfPatterns(of, requests, rest);
  await insertRows(tx, table, placed.rows);
  return placed;
}

/** The rows that some intervals are, each on the dates of its pattern. */
export function rowsOfPatterns<W extends Request>(
  { accountId, isHoliday }: { accountId: string; isHoliday: IsHoliday },
  requests: readonly W[],
  rest: (request: W) => object,
): Placed {
  const series: string[] = [];
  const rows = requests.flatMap((request) => {
    const seriesId = request.repeat ? crypto.randomUUID() : null;
    if (seriesId) series.push(seriesId);
    return datesOfPattern(request, isHoliday).map((date) => ({
      accountId,
      id: crypto.randomUUID(),
      clinicianId: request.clinician,
      clinicId: request.clinic,
      date,
      fromMinutes: parseClock(request.from),
      toMinutes: parseClock(request.to),
      series: seriesId,
      ...rest(request),
    }));
  });
  return { rows: rows as unknown as CalendarRow[], series };
}

/** Working time of the same clinicians that overlaps some rows and is none of `except`, by date; at most `limit`. */
export async function findOverlapping(
  tx: AccountTransaction,
  rows: readonly CalendarRow[],
  except: readonly string[],
  limit: number,
): Promise<(typeof workingTimes.$inferSelect)[]> {
  if (rows.length === 0) return [];
  const wanted = rows.map(({ clinicianId: clinician, date, fromMinutes, toMinutes }) => ({
    ...{ clinician, date },
    ...{ first: fromMinutes, last: toMinutes },
  }));
  return tx
    .select()
    .from(workingTimes)
    .where(
      and(
        sql`EXISTS (
          SELECT FROM json_to_recordset(${JSON.stringify(wanted)}::json) AS wanted(clinician text, date date, first integer, last integer)
          WHERE wanted.clinician = ${workingTimes.clinicianId} AND wanted.date = ${workingTimes.date}
            AND ${workingTimes.fromMinutes} < wanted.last AND ${workingTimes.toMinutes} > wanted.first)`,
        sql`NOT (${isOneOf(workingTimes, except)})`,
      ),
    )
    .orderBy(workingTimes.date, workingTimes.fromMinutes)
    .limit(limit);
}

/**
 * Inserts rows that have the same columns. They go as one value: a year of a chain is 30,000 rows, each column of which would
 * be a parameter that Drizzle, the driver and the database go through one by one.
 */
export async function insertRows(
  tx: AccountTransaction,
  table: CalendarTable,
  rows: readonly Record<string, unknown>[],
): Promise<void> {
  if (rows.length === 0) return;
  const columns: Record<string, PgColumn> = getTableColumns(table);
  const names = Object.keys(rows[0]!).map((key) => [key, columns[key]!.name] as const);
  const list = sql.join(
    names.map(([, name]) => sql.identifier(name)),
    sql`, `,
  );
  const json = JSON.stringify(
    rows.map((row) => Object.fromEntries(names.map(([key, name]) => [name, row[key]]))),
  );
  await tx.execute(
    sql`INSERT INTO ${table} (${list}) SELECT ${list} FROM json_populate_recordset(NULL::${table}, ${json}::json)`,
  );
}

/** Rows of a range, by date and time. */
export function listCalendar<Table extends CalendarTable>(
  tx: AccountTransaction,
  table: Table,
  range: StaffRange & { clinicians?: readonly string[] | undefined },
): Promise<Table['$inferSelect'][]> {
  const of: CalendarTable = table;
  return tx
    .select()
    .from(of)
    .where(
      and(
        gte(of.date, range.from),
        lt(of.date, range.to),
        range.clinician ? eq(of.clinicianId, range.clinician) : undefined,
        range.clinicians && inArray(of.clinicianId, [...range.clinicians]),
        range.clinic ? eq(of.clinicId, range.clinic) : undefined,
      ),
    )
    .orderBy(of.date, of.clinicianId, of.fromMinutes);
}

/** How much of the calendar a change is about: a row by its id, or those of its series from its date on, or all of them. */
export type Reach = { id: string; scope: 'one' | 'following' | 'series' } | { series: string };

/** The rows that a change is about, locked, by date; empty where there are none. */
export async function lockRows<Table extends CalendarTable>(
  tx: AccountTransaction,
  table: Table,
  reach: Reach,
): Promise<Table['$inferSelect'][]> {
  const of: CalendarTable = table;
  const select = (which: SQL | undefined) =>
    tx.select().from(of).where(which).orderBy(of.date, of.id).for('update');
  if ('series' in reach) return select(sql`${of.series} = ${reach.series}::uuid`);
  const { id, scope } = reach;
  const [row] = await select(eq(of.id, id));
  if (!row) return [];
  if (scope === 'one' || row.series === null) return [row];
  return select(
    and(eq(of.series, row.series), scope === 'following' ? gte(of.date, row.date) : undefined),
  );
}

/** Those of some rows that are still there, as they are now, locked. */
export function lockRowsOf(
  tx: AccountTransaction,
  table: CalendarTable,
  rows: readonly CalendarRow[],
): Promise<CalendarRow[]> {
  return tx
    .select()
    .from(table)
    .where(
      isOneOf(
        table,
        rows.map(({ id }) => id),
      ),
    )
    .for('update');
}

const isOneOf = (table: CalendarTable, ids: readonly string[]) =>
  sql`${table.id} IN (SELECT value::uuid FROM json_array_elements_text(${JSON.stringify(ids)}::json))`;

/** Deletes rows by id. */
export async function deleteRows(
  tx: AccountTransaction,
  table: CalendarTable,
  ids: readonly string[],
): Promise<void> {
  await tx.delete(table).where(isOneOf(table, ids));
}
