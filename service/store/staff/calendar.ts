import { and, eq, getTableColumns, gte, lt, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { PlacementInput, StaffRange, WorkingTimeInput } from '../../../src/contract/index.js';
import { addDays, weekday } from '../../../src/domain/civil-date.js';
import { parseClock } from '../../core/day.js';
import type { AccountTransaction } from '../database.js';
import { preblockPlacements, workingTimes } from '../schema/index.js';

/** A preblock to be placed whose end is known. */
export type EndedPlacement = PlacementInput['placements'][number] & { to: string };
type Request = WorkingTimeInput['intervals'][number] | EndedPlacement;
type CalendarTable = typeof workingTimes | typeof preblockPlacements;

/** What a placing made. */
export interface Placed {
  ids: string[];
  series: string[];
  count: number;
}

/** The dates of a request: its own, or those weekdays from it to `until`, both included. */
export function datesOf({ date, repeat }: Pick<Request, 'date' | 'repeat'>): string[] {
  if (!repeat) return [date];
  const dates: string[] = [];
  for (let day = date; day <= repeat.until; day = addDays(day, 1)) {
    if (repeat.weekdays.includes(weekday(day))) dates.push(day);
  }
  return dates;
}

/** Stores working time; overlapping time at another clinic fails with SQLSTATE 23P01. */
export function insertWorkingTimes(
  tx: AccountTransaction,
  accountId: string,
  input: WorkingTimeInput,
): Promise<Placed> {
  return insert(tx, workingTimes, accountId, input.intervals, ({ recall }) => ({
    recall: recall ?? false,
  }));
}

/** Places preblocks. */
export function insertPlacements(
  tx: AccountTransaction,
  accountId: string,
  placements: readonly EndedPlacement[],
): Promise<Placed> {
  return insert(tx, preblockPlacements, accountId, placements, ({ preblock }) => ({
    preblockId: preblock,
  }));
}

async function insert<W extends Request>(
  tx: AccountTransaction,
  table: CalendarTable,
  accountId: string,
  requests: readonly W[],
  rest: (request: W) => object,
): Promise<Placed> {
  const series: string[] = [];
  const rows = requests.flatMap((request) => {
    const seriesId = request.repeat ? crypto.randomUUID() : null;
    if (seriesId) series.push(seriesId);
    return datesOf(request).map((date) => ({
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
  if (rows.length > 0) await insertRows(tx, table, rows);
  const ids = rows.filter((row) => row.series === null).map(({ id }) => id);
  return { ids, series, count: rows.length };
}

/**
 * Inserts rows that have the same columns. They go as one value: a year of a chain is 30,000 rows, each column of which would
 * be a parameter that Drizzle, the driver and the database go through one by one.
 */
async function insertRows(
  tx: AccountTransaction,
  table: CalendarTable,
  rows: readonly Record<string, unknown>[],
): Promise<void> {
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
  range: StaffRange,
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
        range.clinic ? eq(of.clinicId, range.clinic) : undefined,
      ),
    )
    .orderBy(of.date, of.clinicianId, of.fromMinutes);
}

/** Deletes one row, or a whole series; returns where and when each was. */
export async function removeFromCalendar(
  tx: AccountTransaction,
  table: CalendarTable,
  by: 'id' | 'series',
  id: string,
): Promise<{ clinician: string; clinic: string; date: string }[]> {
  return tx
    .delete(table)
    .where(sql`${table[by]} = ${id}::uuid`)
    .returning({ clinician: table.clinicianId, clinic: table.clinicId, date: table.date });
}
