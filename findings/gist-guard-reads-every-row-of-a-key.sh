#!/usr/bin/env bash
# An exclusion constraint that names its `<>` column before its range reads every row of a key
#
# Packages: PGlite 0.5.16 (PostgreSQL 17 in WebAssembly) with its own btree_gist.
# Source: PostgreSQL's manual, "Multicolumn Indexes": a GiST index works badly if its first columns have few values; what it does not
# say is that the columns of EXCLUDE decide the same, though their order changes nothing of what is refused.
#
# "One clinician, no two appointments that overlap, unless they belong to one party" is written as readily
# (clinician =, party <>, during &&) as (clinician =, during &&, party <>). Pages of GiST are split by the first column that tells
# rows apart. Where that is a random party, the times of one clinician lie on all of that clinician's pages, and since `<>` leaves
# out nearly nothing, each new row is compared with all the old ones. A guard that is cheap with a week of appointments grows with
# every year that is kept.
#
# Seen: pages read by the look-up of a guard, 10 clinicians with 3,000 past appointments each: more than five times as many with
# the party first. (On PostgreSQL 15, 30 clinicians with 3,333 each: the constraint itself took 87.5 s to add instead of 4.5 s.)
# What we do: service/store/migrations/0021_guard_order.sql, and test/service/isolation.test.ts looks at the order of every guard.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund @electric-sql/pglite@0.5.16 >/dev/null
cat >guards.mjs <<'JS'
import { PGlite } from '@electric-sql/pglite';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';

const db = await PGlite.create({ extensions: { btree_gist } });
await db.exec('CREATE EXTENSION btree_gist');

async function pagesRead(columns) {
  await db.exec(`
    DROP TABLE IF EXISTS appointments;
    CREATE TABLE appointments (clinician text, party uuid, during tstzrange, EXCLUDE USING gist (${columns}));
    INSERT INTO appointments
      SELECT 'clinician-' || clinician, gen_random_uuid(),
        tstzrange(at, at + interval '30 minutes')
      FROM generate_series(1, 10) AS clinician,
        generate_series(timestamptz '2026-01-01', timestamptz '2026-01-01' + 2999 * interval '30 minutes', interval '30 minutes') AS at;
    ANALYZE appointments;
    SET enable_seqscan = off; SET enable_bitmapscan = off;`);
  const { rows } = await db.query(`
    EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) SELECT FROM appointments
    WHERE clinician = 'clinician-5' AND party <> '00000000-0000-0000-0000-000000000000'
      AND during && tstzrange('2026-02-01 08:00+00', '2026-02-01 08:30+00')`);
  const [{ Plan: plan }] = rows[0]['QUERY PLAN'];
  return plan['Shared Hit Blocks'] + plan['Shared Read Blocks'];
}

const partyFirst = await pagesRead('clinician WITH =, party WITH <>, during WITH &&');
const rangeFirst = await pagesRead('clinician WITH =, during WITH &&, party WITH <>');
console.error({ partyFirst, rangeFirst });
console.log(partyFirst > 5 * rangeFirst ? 'more than five times the pages' : 'about the same');
JS
seen=$(node guards.mjs)
echo "$seen"
[[ $seen == 'more than five times the pages' ]] || { echo 'changed'; exit 1; }
echo 'As described.'
