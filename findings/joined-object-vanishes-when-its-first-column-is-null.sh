#!/usr/bin/env bash
# Of a left join that found its row, Drizzle answers null for an object whose first column is null
#
# Packages: drizzle-orm 0.45.4 with PGlite 0.5.16.
# Source: mapResultRow in drizzle-orm's utils.js.
#
# A selection may put columns of a joined table into an object. Whether the join found a row is guessed from the values: where the
# column that stands first in the object is null, the object becomes null, unless a column of another table stands beside it. The
# other columns of the same table are not looked at. So the order of the keys decides, and a row that is there looks like one that
# is not.
#
# Seen: {note, card} is null, {card, note} is {"card":true,"note":null}.
# What we do: in such an object a column that is never null stands first (service/store/staff/timebook.ts).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund drizzle-orm@0.45.4 @electric-sql/pglite@0.5.16 >/dev/null
cat >join.mjs <<'JS'
import { PGlite } from '@electric-sql/pglite';
import { eq } from 'drizzle-orm';
import { boolean, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { drizzle } from 'drizzle-orm/pglite';

const visits = pgTable('visits', { id: integer('id') });
const kinds = pgTable('kinds', { id: integer('id'), note: text('note'), card: boolean('card') });
const client = new PGlite();
await client.exec(`CREATE TABLE visits (id int); CREATE TABLE kinds (id int, note text, card boolean);
  INSERT INTO visits VALUES (1); INSERT INTO kinds VALUES (1, NULL, true)`);
const db = drizzle({ client });
const read = async (kind) => {
  const [row] = await db.select({ kind }).from(visits).leftJoin(kinds, eq(visits.id, kinds.id));
  return JSON.stringify(row.kind);
};
console.log('note first:', await read({ note: kinds.note, card: kinds.card }));
console.log('card first:', await read({ card: kinds.card, note: kinds.note }));
JS
seen=$(node join.mjs)
echo "$seen"
expected='note first: null
card first: {"card":true,"note":null}'
[[ $seen == "$expected" ]] || { echo "changed: it was"; echo "$expected"; exit 1; }
echo 'As described.'
