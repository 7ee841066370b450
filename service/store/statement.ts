import { eq, getTableColumns, sql } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { AccountTransaction } from './database.js';

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

/** Inserts one row and returns it, or undefined where `orNothing` and it conflicts: one statement for each set of columns. */
export function insertInto<Table extends PgTable>(table: Table, { orNothing = false } = {}) {
  const plain: PgTable = table;
  const perColumns = statementsPerColumns<Table>((tx, values) => {
    const insert = tx.insert(plain).values(values);
    return (orNothing ? insert.onConflictDoNothing() : insert).returning();
  });
  return async (
    tx: AccountTransaction,
    row: Table['$inferInsert'],
  ): Promise<Table['$inferSelect'] | undefined> => {
    const values = encode(table, row);
    const [inserted] = await perColumns(values)(tx, values);
    return inserted;
  };
}

/** Changes the row with an id and returns it: one statement for each set of columns. */
export function updateOf<Table extends PgTable>(table: Table, id: PgColumn) {
  const perColumns = statementsPerColumns<Table>((tx, values) =>
    tx
      .update(table as PgTable)
      .set(values)
      .where(eq(id, sql.placeholder('where id')))
      .returning(),
  );
  return async (
    tx: AccountTransaction,
    rowId: string,
    change: Partial<Table['$inferSelect']>,
  ): Promise<Table['$inferSelect'] | undefined> => {
    const values = encode(table, change);
    const [changed] = await perColumns(values)(tx, { ...values, 'where id': rowId });
    return changed;
  };
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
