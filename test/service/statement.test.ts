import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { eq, sql } from 'drizzle-orm';
import { inAccount } from '../../service/store/database.js';
import { accounts, reservations } from '../../service/store/schema/index.js';
import { insertInto, statement, updateOf } from '../../service/store/statement.js';
import { setUpClinic } from './support/clinic-fixture.js';
import { minutesAfterEight as at, reservationRow } from './support/reservation-row.js';
import { openTestDatabase } from './support/test-database.js';

const database = await openTestDatabase();
after(() => database.close());

const selectIds = statement((tx) => tx.select({ id: accounts.id }).from(accounts));
const selectNamed = statement((tx) =>
  tx
    .select({ id: accounts.id })
    .from(accounts)
    .where(eq(accounts.id, sql.placeholder('id'))),
);
const insert = insertInto(reservations, { orNothing: true });
const update = updateOf(reservations);

describe('a statement that is made once', () => {
  before(async () => {
    await setUpClinic(database.db);
    await setUpClinic(database.db, { id: 'other' });
  });

  it('[N-04] runs in the transaction it is given, for its account alone, however many run', async () => {
    const ids = Array.from({ length: 24 }, (_, index) => (index % 2 ? 'other' : 'demo'));
    const found = await Promise.all(
      ids.map((id) =>
        inAccount(database.db, id, async (tx) => {
          const own = await selectIds(tx, {});
          const named = await selectNamed(tx, { id: 'demo' });
          return [own.map((each) => each.id), named.length] as const;
        }),
      ),
    );
    for (const [index, [own, named]] of found.entries()) {
      assert.deepEqual([own, named], [[ids[index]], ids[index] === 'demo' ? 1 : 0]);
    }
  });

  it('[A-10] writes null, instants and what is left to the table as the query builder does', async () => {
    await inAccount(database.db, 'demo', async (tx) => {
      const first = reservationRow(0, 30);
      const inserted = await insert(tx, { ...first, expiresAt: null, recallId: undefined });
      const [stored] = await tx.select().from(reservations).where(eq(reservations.id, first.id));
      assert.deepEqual(inserted, stored);
      assert.deepEqual(
        [stored!.expiresAt, stored!.startsAt, stored!.extensions, stored!.anonymous],
        [null, at(0), 0, true],
      );
      const changed = await update(tx, first.id, { status: 'held', expiresAt: at(90) });
      assert.deepEqual([changed?.status, changed?.expiresAt], ['held', at(90)]);
      assert.equal(await update(tx, crypto.randomUUID(), { status: 'booked' }), undefined);
      assert.equal(await insert(tx, reservationRow(15, 45)), undefined);
    });
  });
});
