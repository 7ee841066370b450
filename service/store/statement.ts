import { eq, getTableColumns, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { AccountTransaction } from './database.js';
import { joint } from './shared-transaction.js';

// Drizzle makes the text of a query anew for each call, which for a wide table takes longer than PostgreSQL takes to answer. What
// every hold and booking runs is made once.

type Values = Record<string, unknown>;

/** A query of Drizzle's with `sql.placeholder()` where its values go. */
interface Query<Rows> {
  prepare: (name: string) => { execute: (values: Values) => Promise<Rows> };
}

/** What Drizzle keeps of a connection. */
interface Session {
  client: unknown;
  logger: unknown;
}

/** Runs a statement whose text is made already. */
export type Statement<Given extends Values, Rows> = (
  tx: AccountTransaction,
  values: Given,
) => Promise<Rows>;

/**
 * A statement whose text is made once for the process. A placeholder in a condition gets its value as the database reads it: an
 * instant as ISO 8601.
 */
export function statement<Given extends Values, Rows>(
  build: (tx: AccountTransaction) => Query<Rows>,
): Statement<Given, Rows> {
  let made: ReturnType<Query<Rows>['prepare']> | undefined;
  return (tx, values) => {
    // Without a name: the connection decides what the server keeps.
    made ??= build(tx).prepare('');
    // Drizzle ties what it has made to the connection that it was made on, and to its log; nothing else in it belongs to that one.
    const { client, logger } = (tx as unknown as { session: Session }).session;
    const own = Object.assign(Object.create(made) as typeof made, { client, logger });
    return own.execute(values);
  };
}

/** Rows of a table as one value, with the names of their columns, for `fromJson`. What is left out is null, or the default of its column. */
export function toJson<Table extends PgTable>(
  table: Table,
  rows: readonly Partial<Table['$inferInsert']>[],
): string {
  const columns = Object.entries(getTableColumns(table));
  const named = rows.map((row: Values) => {
    const given = columns.filter(([key]) => row[key] !== null && row[key] !== undefined);
    return Object.fromEntries(given.map(([key, { name }]) => [name, written(row[key])]));
  });
  return JSON.stringify(named);
}

/** Bytes as PostgreSQL reads them from a text; all else as JSON has it. */
function written(value: unknown): unknown {
  if (!(value instanceof Uint8Array)) return value;
  return `\\x${Array.from(value, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** Selects rows that `toJson` has written in a placeholder, for `insert().select()`: whatever their number, one text and one value. */
export function fromJson(table: PgTable, placeholder = 'rows'): SQL {
  const columns = Object.values(getTableColumns(table)).filter(
    ({ generated }) => generated === undefined,
  );
  const list = columns.map((column) => {
    const name = sql.identifier(column.name);
    return column.hasDefault ? sql`coalesce(${name}, ${column.default})` : sql`${name}`;
  });
  return sql`SELECT ${sql.join(list, sql`, `)} FROM ${recordsOf(table, placeholder)}`;
}

const recordsOf = (table: PgTable, placeholder: string) =>
  sql`json_populate_recordset(NULL::${table}, ${sql.placeholder(placeholder)}::json)`;

/** What becomes of a row that conflicts with another. */
interface Conflict<Table extends PgTable> {
  orNothing?: boolean;
  orReplace?: readonly (keyof Table['$inferSelect'] & string)[];
}

/**
 * Inserts one row and returns it: one statement for each set of columns. Where it conflicts, answers undefined with `orNothing`, and
 * with `orReplace` takes the place of the row that has the same values in those columns.
 */
export function insertInto<Table extends PgTable>(
  table: Table,
  { orNothing = false, orReplace = [] }: Conflict<Table> = {},
) {
  const plain: PgTable = table;
  const columns = getTableColumns(table);
  const target = orReplace.map((name) => columns[name]!);
  const orElse = (insert: Insert, names: readonly string[]) => {
    if (orNothing) return insert.onConflictDoNothing().returning();
    if (target.length === 0) return insert.returning();
    const set = names.map((key) => [key, sql`excluded.${sql.identifier(columns[key]!.name)}`]);
    return insert
      .onConflictDoUpdate({ target, set: Object.fromEntries(set) as Values })
      .returning();
  };
  const perColumns = statementsPerColumns<Table>((tx, values) =>
    orElse(tx.insert(plain).values(values), Object.keys(values)),
  );
  const insertMany = statement((tx) =>
    orElse(tx.insert(plain).select(fromJson(plain)), Object.keys(columns)),
  ) as Statement<Values, Table['$inferSelect'][]>;
  const one = async (
    tx: AccountTransaction,
    row: Table['$inferInsert'],
  ): Promise<Table['$inferSelect'] | undefined> => {
    const values = encode(table, row);
    const [inserted] = await perColumns(values)(tx, values);
    return inserted;
  };
  // The answer of many would not tell whose row was left out.
  if (orNothing) return one;
  return joint({ one, many: (tx, rows) => insertMany(tx, { rows: toJson(table, rows) }) });
}

/** What Drizzle has of an insertion before its end. */
type Insert = ReturnType<ReturnType<AccountTransaction['insert']>['values']>;

/** Changes the row with an id and returns it: one statement for each set of columns. */
export function updateOf<Table extends PgTable & { id: PgColumn }>(table: Table) {
  type Row = Table['$inferSelect'];
  const plain: PgTable = table;
  const { id } = table;
  const perColumns = statementsPerColumns<Table>((tx, values) =>
    tx
      .update(plain)
      .set(values)
      .where(eq(id, sql.placeholder('where id')))
      .returning(),
  );
  const perColumnsOfMany = statementsPerColumns<Table>((tx, values) => {
    const columns = getTableColumns(plain);
    const set = Object.keys(values).map((key) => [
      key,
      sql`given.${sql.identifier(columns[key]!.name)}`,
    ]);
    return tx
      .update(plain)
      .set(Object.fromEntries(set) as Values)
      .from(sql`${recordsOf(plain, 'rows')} AS given`)
      .where(eq(id, sql`given.${sql.identifier(id.name)}`))
      .returning(columns);
  });
  const change = joint<{ rowId: string; part: Partial<Row> }, Row | undefined>({
    async one(tx, { rowId, part }) {
      const values = encode(table, part);
      const [changed] = await perColumns(values)(tx, { ...values, 'where id': rowId });
      return changed;
    },
    async many(tx, all) {
      const changed = new Map<unknown, Row>();
      for (const alike of alikeOf(all)) {
        const rows = alike.map(({ rowId, part }) => ({ ...part, id: rowId }));
        const statement = perColumnsOfMany(encode(table, alike[0]!.part));
        for (const row of await statement(tx, { rows: toJson(table, rows) }))
          changed.set(row.id, row);
      }
      return all.map(({ rowId }) => changed.get(rowId));
    },
  });
  return (tx: AccountTransaction, rowId: string, part: Partial<Row>) => change(tx, { rowId, part });
}

/** Makes a statement for each set of columns that values are given for. */
function statementsPerColumns<Table extends PgTable>(
  build: (tx: AccountTransaction, placeholders: Values) => Query<Values[]>,
) {
  const made = new Map<string, Statement<Values, Table['$inferSelect'][]>>();
  return (values: Values): Statement<Values, Table['$inferSelect'][]> => {
    const names = Object.keys(values);
    const key = names.join();
    const known =
      made.get(key) ??
      statement((tx) => {
        // Not as a bare placeholder, which Drizzle would encode: null too, which is no instant.
        const placeholders = names.map((name) => [name, sql`${sql.placeholder(name)}`]);
        return build(tx, Object.fromEntries(placeholders) as Values);
      });
    made.set(key, known);
    return known;
  };
}

/** Changes of the same columns, together. */
function alikeOf<Change extends { part: object }>(all: readonly Change[]): Change[][] {
  const alike = new Map<string, Change[]>();
  for (const change of all) {
    const given = Object.entries(change.part).filter(([, value]) => value !== undefined);
    const key = given.map(([name]) => name).join();
    const changes = alike.get(key);
    if (changes) changes.push(change);
    else alike.set(key, [change]);
  }
  return [...alike.values()];
}

/** Values as the driver takes them, without those that are undefined. */
function encode(table: PgTable, row: object): Values {
  const columns = getTableColumns(table);
  const given = Object.entries(row).filter(([, value]) => value !== undefined);
  return Object.fromEntries(
    given.map(([name, value]) => [
      name,
      value === null ? null : columns[name]!.mapToDriverValue(value),
    ]),
  );
}
