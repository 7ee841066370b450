import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import { eq, sql } from 'drizzle-orm';
import { insertBooking, updateBooking } from '../../service/store/bookings.js';
import type { NewBooking } from '../../service/store/bookings.js';
import type { AccountTransaction, Joint } from '../../service/store/database.js';
import { inAccount } from '../../service/store/database.js';
import { findIdempotencyRecord, putIdempotencyRecord } from '../../service/store/limits.js';
import { findHoldOf, lockName, updateReservation } from '../../service/store/reservations.js';
import { bookings, idempotencyKeys, reservations } from '../../service/store/schema/index.js';
import {
  joint,
  LockedElsewhereError,
  SharedTransaction,
} from '../../service/store/shared-transaction.js';
import { enqueue } from '../../service/messages/outbox.js';
import { setUpClinic } from './support/clinic-fixture.js';
import { minutesAfterEight as at, reservationRow } from './support/reservation-row.js';
import { testId } from './support/service.js';
import { openTestDatabase } from './support/test-database.js';

const database = await openTestDatabase();
after(() => database.close());

const now = at(-600).getTime();

/** What each of some does in one transaction, at the same time. */
function share<Result>(
  works: readonly ((tx: AccountTransaction) => Promise<Result>)[],
): Promise<PromiseSettledResult<Result>[]> {
  return inAccount(database.db, 'demo', (tx) => {
    const shared = new SharedTransaction(tx, works.length);
    return Promise.allSettled(works.map((work) => shared.run(work)));
  });
}

/** The same, where nobody fails. */
async function shareAll<Result>(
  works: readonly ((tx: AccountTransaction) => Promise<Result>)[],
): Promise<Result[]> {
  const settled = await share(works);
  return settled.map((each) => {
    if (each.status === 'rejected') throw each.reason;
    return each.value;
  });
}

/** Something joint that notes who has asked together. */
function watchedJoint() {
  const runs: string[][] = [];
  const ask = joint<string, string>({
    one: (_, given) => {
      runs.push([given]);
      return Promise.resolve(`one ${given}`);
    },
    many: (_, given) => {
      runs.push([...given]);
      return Promise.resolve(given.map((each) => `many ${each}`));
    },
  } satisfies Joint<string, string>);
  return { runs, ask };
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 5));

const numbers = [0, 1, 2];
const hash = (number: number) => `hash-${number}`;

/** Held times, one for each number, and their ids. */
async function holdTimes(): Promise<string[]> {
  const rows = numbers.map((number) =>
    reservationRow(number * 30, number * 30 + 30, {
      ...{ status: 'held', tokenHash: hash(number), expiresAt: at(0) },
    }),
  );
  await inAccount(database.db, 'demo', (tx) => tx.insert(reservations).values(rows));
  return rows.map(({ id }) => id);
}

const bookingRow = (reservationId: string, number: number): NewBooking => ({
  accountId: 'demo',
  id: crypto.randomUUID(),
  reservationId,
  firstName: `Kari ${number}`,
  lastName: 'O\u2019Brien, "Ås"',
  nationalId: testId(number),
  mobile: number === 1 ? null : `+4741234${String(560 + number)}`,
  registeredBy: 'ITB',
  registeredAt: at(-600),
});

describe('a transaction that several share', () => {
  beforeEach(async () => {
    await database.clear();
    await setUpClinic(database.db);
  });

  it('[N-07] does at once what all of them ask for, each getting their own answer', async () => {
    const { runs, ask } = watchedJoint();
    const answers = await shareAll([
      (tx) => ask(tx, 'a'),
      async (tx) => (await pause(), ask(tx, 'b')),
      async (tx) => `${await ask(tx, 'c')}, ${await ask(tx, 'd')}`,
    ]);
    assert.deepEqual(answers, ['many a', 'many b', 'many c, one d']);
    assert.deepEqual(runs, [['a', 'c', 'b'], ['d']]);
  });

  it('[N-07] waits for nobody who has ended, whether well or not', async () => {
    const { runs, ask } = watchedJoint();
    const settled = await share([
      (tx) => ask(tx, 'a'),
      async () => (await pause(), 'no question'),
      async () => {
        await pause();
        throw new Error('failed');
      },
    ]);
    assert.deepEqual(
      settled.map((each) => (each.status === 'fulfilled' ? each.value : String(each.reason))),
      ['one a', 'no question', 'Error: failed'],
    );
    assert.deepEqual(runs, [['a']]);
  });

  it('[N-07] tells a failure to all whom it concerns, and to no one else', async () => {
    const fails = joint<string, string>({
      one: (_, given) => Promise.resolve(given),
      many: () => Promise.reject(new Error('together')),
    });
    const { ask } = watchedJoint();
    const settled = await share([
      (tx) => fails(tx, 'a'),
      (tx) => fails(tx, 'b'),
      (tx) => ask(tx, 'c'),
    ]);
    assert.deepEqual(
      settled.map(({ status }) => status),
      ['rejected', 'rejected', 'fulfilled'],
    );
  });

  it('[N-05] gives a lock to one of them, again whenever that one asks, and to nobody else', async () => {
    const locking =
      (...names: string[]) =>
      async (tx: AccountTransaction) => {
        for (const name of names) await lockName(tx, name);
      };
    const settled = await share([locking('x', 'x'), locking('y'), locking('x')]);
    const reasons = settled.map((each) => each.status === 'rejected' && each.reason);
    assert.deepEqual([reasons[0], reasons[1]], [false, false]);
    assert.ok(reasons[2] instanceof LockedElsewhereError);
  });

  it('[N-01] makes no savepoint, which would take back what others have written', async () => {
    const [settled] = await share([(tx) => tx.transaction(() => Promise.resolve())]);
    assert.ok(settled?.status === 'rejected' && /savepoint/.test(String(settled.reason)));
  });

  it('[A-10] finds the hold of each token, and none of another', async () => {
    const ids = await holdTimes();
    const found = await shareAll([
      (tx) => findHoldOf(tx, { tokenHash: hash(0), id: ids[0]!.toUpperCase() }),
      (tx) => findHoldOf(tx, { tokenHash: hash(0), id: ids[1]! }),
      (tx) => findHoldOf(tx, { tokenHash: hash(2), id: ids[2]! }),
    ]);
    assert.deepEqual(
      found.map((row) => row?.id),
      [ids[0], undefined, ids[2]],
    );
  });

  it('[N-04] stores bookings as they are stored alone: sealed IDs, null, defaults and any letter', async () => {
    const ids = await holdTimes();
    const rows = ids.map(bookingRow);
    const stored = await shareAll(rows.map((row) => (tx) => insertBooking(tx, row)));
    await inAccount(database.db, 'demo', async (tx) => {
      for (const [number, row] of rows.entries()) {
        const [read] = await tx.select().from(bookings).where(eq(bookings.id, row.id));
        assert.deepEqual(stored[number], read);
        assert.equal(await tx.nationalIds.open('bookings', read!), testId(number));
        const { nationalId, ...given } = row;
        assert.deepEqual({ ...read, ...given }, read);
        assert.deepEqual([read!.codeTries, read!.codeResends, read!.email], [0, 0, null]);
      }
    });
    await database.db.execute(sql`DELETE FROM bookings`);
    const alone = await inAccount(database.db, 'demo', (tx) => insertBooking(tx, rows[0]!));
    // Sealed anew each time.
    const { nationalIdSealed: _, ...same } = alone;
    assert.deepEqual({ ...stored[0], ...same }, stored[0]);
  });

  it('[A-10] changes each row as it was asked for, also where they differ in what is changed', async () => {
    const ids = await holdTimes();
    const unknown = crypto.randomUUID();
    const changed = await shareAll([
      (tx) => updateReservation(tx, ids[0]!, { status: 'pending', expiresAt: at(20) }),
      (tx) => updateReservation(tx, ids[1]!, { status: 'booked', expiresAt: null }),
      (tx) => updateReservation(tx, ids[2]!, { status: 'released' }),
      (tx) => updateBooking(tx, unknown, { codeTries: 1 }).then(() => undefined),
    ]);
    assert.deepEqual(
      changed.map((row) => row && [row.id, row.status, row.expiresAt]),
      [
        [ids[0], 'pending', at(20)],
        [ids[1], 'booked', null],
        [ids[2], 'released', at(0)],
        undefined,
      ],
    );
    const read = await inAccount(database.db, 'demo', (tx) =>
      tx.select().from(reservations).orderBy(reservations.startsAt),
    );
    assert.deepEqual(changed.slice(0, 3), read);
  });

  it('[P-30] keeps and finds the answers of idempotency keys of any characters, not those that are too old', async () => {
    const ids = await holdTimes();
    const rows = ids.map(bookingRow);
    await shareAll(rows.map((row) => (tx) => insertBooking(tx, row)));
    const keys = [`a,b"\\'{}`, 'c', 'old'];
    const put = (version: string) =>
      shareAll(
        keys.map(
          (key, number) => (tx: AccountTransaction) =>
            putIdempotencyRecord(tx, {
              ...{ accountId: 'demo', scope: 'book x', key, bodyHash: `${version} ${key}` },
              ...{ status: 200, bookingId: rows[number]!.id },
              createdAt: new Date(key === 'old' ? now - 86_400_000 : now),
            }),
        ),
      );
    await put('first');
    await put('second');
    const stored = await inAccount(database.db, 'demo', (tx) => tx.select().from(idempotencyKeys));
    assert.equal(stored.length, 3);
    const found = await shareAll(
      [...keys, 'unknown'].map(
        (key) => (tx: AccountTransaction) => findIdempotencyRecord(tx, 'book x', key, now),
      ),
    );
    assert.deepEqual(
      found.map((record) => record?.bodyHash),
      [`second ${keys[0]}`, 'second c', undefined, undefined],
    );
  });

  it('[M-06] puts the messages of each into the outbox, and tells each the ids of their own', async () => {
    const message = (number: number, channel: 'sms' | 'email') => ({
      ...{ accountId: 'demo', kind: 'code' as const, channel, lang: 'nb' as const },
      ...{ recipient: `to-${number}`, subject: null, text: `text ${number}`, expiresAt: at(0) },
    });
    const ids = await shareAll([
      (tx) => enqueue(tx, [message(0, 'sms'), message(0, 'email')], now),
      (tx) => enqueue(tx, [], now),
      (tx) => enqueue(tx, [message(2, 'sms')], now),
    ]);
    const answer: unknown = await database.db.execute(
      sql`SELECT id, recipient, channel, status, tries, text FROM outbox`,
    );
    const { rows } = answer as { rows: { id: string }[] };
    const told = (id: string) => {
      const { id: _, ...rest } = rows.find((row) => row.id === id)!;
      return rest;
    };
    const row = (number: number, channel: string) => ({
      ...{ recipient: `to-${number}`, channel, status: 'V', tries: 0, text: `text ${number}` },
    });
    assert.deepEqual(
      ids.map((each) => each.map(told)),
      [[row(0, 'sms'), row(0, 'email')], [], [row(2, 'sms')]],
    );
  });
});
