#!/usr/bin/env bash
# A prepared insert of Drizzle's cannot write NULL into a timestamp, and writes it into a text column
#
# Packages: drizzle-orm 0.45.4 with PGlite 0.5.16.
# Source: fillPlaceholders in drizzle-orm's sql/sql.js, and PgTimestamp in pg-core/columns/timestamp.js.
#
# The query builder checks for null before it has a column turn a value into what the driver takes. Where the value comes by a
# placeholder, it does not: the column gets null, and one that calls a method of the value throws. So the same nullable column takes
# null from `.values({ at: null })`, and not from `.values({ at: sql.placeholder('at') })`, prepared and executed with null.
# Columns that hand their value on as it is (text, uuid, integer) take it either way.
#
# Seen: TypeError, "Cannot read properties of null (reading 'toISOString')".
# What we do: service/store/statement.ts encodes values itself and puts a placeholder inside `sql`, which has no column.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund drizzle-orm@0.45.4 @electric-sql/pglite@0.5.16 >/dev/null
cat >insert.mjs <<'JS'
import { PGlite } from '@electric-sql/pglite';
import { sql } from 'drizzle-orm';
import { pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { drizzle } from 'drizzle-orm/pglite';

const times = pgTable('times', {
  name: text('name'),
  endsAt: timestamp('ends_at', { withTimezone: true }),
});
const db = drizzle({ client: new PGlite() });
await db.execute(sql`CREATE TABLE times (name text, ends_at timestamptz)`);
const prepared = db
  .insert(times)
  .values({ name: sql.placeholder('name'), endsAt: sql.placeholder('endsAt') })
  .prepare('insert_time');
const outcome = (insert) => insert().then(() => 'written', ({ name, message }) => `${name}: ${message}`);
console.log('null, built:', await outcome(async () => db.insert(times).values({ name: 'a', endsAt: null })));
console.log('null instant, prepared:', await outcome(async () => prepared.execute({ name: 'b', endsAt: null })));
console.log('null text, prepared:', await outcome(async () => prepared.execute({ name: null, endsAt: new Date(0) })));
JS
seen=$(node insert.mjs)
echo "$seen"
expected="null, built: written
null instant, prepared: TypeError: Cannot read properties of null (reading 'toISOString')
null text, prepared: written"
[[ $seen == "$expected" ]] || { echo "changed: it was"; echo "$expected"; exit 1; }
echo 'As described.'
