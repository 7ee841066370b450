import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { sql } from 'drizzle-orm';
import type { Hold } from '../../src/contract/index.js';
import { inAccount, lockOf, takeLock } from '../../service/store/database.js';
import { createHmac, randomToken } from '../../service/store/secrets.js';
import { seededRandom } from '../../tools/seeded-random.js';
import { setUpClinic } from './support/clinic-fixture.js';
import { bookingOf, serverKey, startService, testId } from './support/service.js';
import type { Answer, BookAnswer, TestService } from './support/service.js';
import { countRows, openTestDatabase } from './support/test-database.js';

const database = await openTestDatabase();
after(() => database.close());

const sixteen = Array.from({ length: 16 }, (_, index) => `c${index}`);
/** Nobody gives up, however slow the machine is. */
const admission = { running: 8, runningOfAccount: 4, waiting: 200, patience: 120_000 };

const mobileOf = (index: number) => `412345${String(10 + index)}`;
const networkOf = (index: number) => `198.51.100.${index}`;

/** A time that somebody holds, a clinician each. */
async function holdOf(service: TestService, index: number, from = networkOf(index)) {
  const clinician = sixteen[index % sixteen.length]!;
  const clock = index < sixteen.length ? '08:00' : '09:00';
  const start = `2026-11-23T${clock}:00+01:00`;
  const { status, body } = await service.hold({ clinician, treatment: 'check', start }, { from });
  assert.equal(status, 201, JSON.stringify(body));
  return body;
}

async function holdAll(service: TestService): Promise<Hold[]> {
  const held: Hold[] = [];
  for (const index of sixteen.keys()) held.push(await holdOf(service, index));
  return held;
}

/** Somebody of their own, by number. */
const person = (index: number, change = {}) => ({
  patient: {
    ...bookingOf({ id: '' }).patient,
    nationalId: testId(index),
    mobile: mobileOf(index),
    email: `patient-${index}@example.com`,
    ...change,
  },
});

const book = (service: TestService, hold: Hold, index: number, change = {}) =>
  service.book(hold, person(index, change), { from: networkOf(index) });

/** The same database, which counts transactions and fails those that it is told to. */
function watched(fails: (number: number) => boolean = () => false) {
  const watch = { transactions: 0, db: Object.create(database.db) as typeof database.db };
  watch.db.transaction = (...args) => {
    watch.transactions += 1;
    if (fails(watch.transactions)) return Promise.reject(new Error('This one fails.'));
    return database.db.transaction(...args);
  };
  return watch;
}

const codesTo = ({ sent }: TestService, index: number) =>
  sent.filter(({ to, text }) => to === `+47${mobileOf(index)}` && /^\d{6} /.test(text));

/** The code that a patient got; where very many are sent at once, an answer does not wait for all of them. */
async function codeTo(service: TestService, index: number): Promise<string> {
  while (codesTo(service, index).length === 0) await pause();
  return codesTo(service, index)[0]!.text.slice(0, 6);
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 10));

describe('bookings that come at the same time', () => {
  beforeEach(async () => {
    await database.clear();
    await setUpClinic(database.db, { clinicians: sixteen.map((id) => ({ id })) });
  });

  it('[N-07] [P-31] share few transactions, and each patient gets a code of their own', async () => {
    const watch = watched();
    const service = startService({ ...database, db: watch.db });
    const held = await holdAll(service);
    watch.transactions = 0;
    const answers = await Promise.all(held.map((hold, index) => book(service, hold, index)));
    assert.deepEqual(
      answers.map(({ status }) => status),
      sixteen.map(() => 202),
    );
    // The first by itself, all others with the next; besides, messages are taken and noted.
    assert.ok(watch.transactions <= 16, `${watch.transactions} transactions`);
    assert.deepEqual(service.errors, []);
    for (const [index, { body }] of answers.entries()) {
      const code = await codeTo(service, index);
      const { status } = await service.call(`/bookings/${body.id}/code`, {
        json: { code },
        headers: { 'Booking-Token': body.token },
        from: networkOf(index),
      });
      assert.equal(status, 200);
    }
    assert.equal(await countRows(database.db, "reservations WHERE status = 'booked'"), 16);
  });

  it('[P-30] the same booking sent twice is one, and a caller who has left gets none', async () => {
    const service = startService(database);
    const [hold, other] = (await holdAll(service)) as [Hold, Hold];
    const key = randomToken();
    const options = { key, from: networkOf(0) };
    const [one, two, left] = await Promise.all([
      service.book(hold, person(0), options),
      service.book(hold, person(0), options),
      service.call<BookAnswer>('/bookings', {
        json: { ...bookingOf(other), ...person(1) },
        headers: { 'Hold-Token': other.token, 'Idempotency-Key': randomToken() },
        signal: AbortSignal.abort(),
      }),
    ]);
    assert.deepEqual([one.status, two.status, left.status], [202, 202, 503]);
    assert.equal(one.body.id, two.body.id);
    assert.equal(await countRows(database.db, 'bookings'), 1);
    assert.equal(codesTo(service, 0).length, 1);
  });

  it('[A-10] one hold is booked once, whoever asks for it at the same time', async () => {
    const service = startService(database);
    const [hold] = (await holdAll(service)) as [Hold];
    const answers = await Promise.all(
      [0, 1, 2, 3].map((index) => service.book(hold, person(index), { from: networkOf(index) })),
    );
    assert.deepEqual(answers.map(({ status }) => status).toSorted(), [202, 410, 410, 410]);
    assert.equal(await countRows(database.db, 'bookings'), 1);
  });

  it('[N-01] whoever is refused leaves nothing, and takes nobody along', async () => {
    const service = startService(database);
    const held = await holdAll(service);
    const answers = await Promise.all(
      held.map((hold, index) => {
        if (index === 3) return book(service, hold, index, { nationalId: '12345678901' });
        if (index === 7) return book(service, { ...hold, id: held[0]!.id }, index);
        return book(service, hold, index);
      }),
    );
    assert.deepEqual(
      answers.map(({ status }) => status),
      sixteen.map((_, index) => (index === 3 ? 422 : index === 7 ? 404 : 202)),
    );
    assert.equal(await countRows(database.db, 'bookings'), 14);
    assert.equal(await countRows(database.db, "reservations WHERE status = 'held'"), 2);
    assert.equal(await countRows(database.db, "outbox WHERE kind = 'code'"), 28);
    assert.deepEqual(service.errors, []);
  });

  it('[N-05] two bookings of one mobile, written in two ways, count each other', async () => {
    const limits = { unconfirmedPerPatient: 1 };
    const service = startService(database, { limits });
    const [one, other] = [
      await holdOf(service, 0, networkOf(0)),
      await holdOf(service, 1, networkOf(0)),
    ];
    const [first, second] = await Promise.all([
      service.book(one, person(0), { from: networkOf(0) }),
      service.book(other, person(1, { mobile: `+47 ${mobileOf(0)}` }), { from: networkOf(0) }),
    ]);
    assert.deepEqual([first.status, second.status].toSorted(), [202, 429]);
    assert.equal(await countRows(database.db, 'bookings'), 1);
  });

  it('[N-01] are made one by one where that fails', async () => {
    const isArmed = { value: false };
    const watch = watched(() => {
      const fails = isArmed.value;
      isArmed.value = false;
      return fails;
    });
    const service = startService({ ...database, db: watch.db });
    const held = await holdAll(service);
    isArmed.value = true;
    const answers = await Promise.all(held.map((hold, index) => book(service, hold, index)));
    assert.deepEqual(
      answers.map(({ status }) => status),
      sixteen.map(() => 202),
    );
    assert.deepEqual(service.errors, []);
  });

  // The embedded database has one connection.
  const onPostgres = database.kind === 'postgres' ? it : () => Promise.resolve();
  void onPostgres(
    '[N-07] nobody waits for a patient whom another transaction works on',
    async () => {
      const service = startService(database);
      const held = await holdAll(service);
      const name = await lockOfMobile();
      let release = () => {};
      const released = new Promise<void>((resolve) => (release = resolve));
      const holder = inAccount(database.db, 'demo', async (tx) => {
        await tx.execute(sql`SELECT ${takeLock(name)}`);
        await released;
      });
      let isFirstDone = false;
      const first = book(service, held[0]!, 0).then((answer) => {
        isFirstDone = true;
        return answer;
      });
      const others = await Promise.all(
        held.slice(1).map((hold, index) => book(service, hold, index + 1)),
      );
      assert.deepEqual([...new Set(others.map(({ status }) => status))], [202]);
      assert.equal(isFirstDone, false);
      release();
      await holder;
      assert.equal((await first).status, 202);
    },
  );
});

/** The name under which bookings of the first patient's mobile wait for each other. */
const lockOfMobile = async () =>
  lockOf(['unconfirmed mobile', await createHmac(serverKey)('mobile', `+47${mobileOf(0)}`)]);

describe('bookings that come at the same time and cannot all be made', () => {
  before(noteOrder);
  after(forgetOrder);

  interface Request {
    hold: number;
    who: number;
    mobile: number;
    from: string;
    key: string;
    isOther: boolean;
  }
  const limits = {
    ...{ liveHoldsPerAddress: 100, holdsPerAddressAnHour: 1000, shareOfDay: 1 },
    ...{ unconfirmedPerPatient: 2, smsPerAddressAnHour: 3, smsPerNumberAnHour: 2 },
  };
  const count = 24;

  async function setUp(requests: readonly Request[]) {
    await database.clear();
    await setUpClinic(database.db, { clinicians: sixteen.map((id) => ({ id })) });
    const service = startService(database, { limits, admission });
    const held: Hold[] = [];
    for (let index = 0; index < count; index += 1) {
      held.push(await holdOf(service, index, requests.find(({ hold }) => hold === index)?.from));
    }
    const send = ({ hold, who, mobile, from, key, isOther }: Request) =>
      service.book(
        { ...held[hold]!, ...(isOther ? { token: held[0]!.token } : {}) },
        person(who, { mobile: mobileOf(mobile) }),
        { key, from },
      );
    return { service, send };
  }

  // For what of several reasons one is refused depends on the order of those who are.
  const told = ({ status, body }: Answer<BookAnswer>) =>
    status === 202 ? `202 ${JSON.stringify(body.sentTo)}` : 'refused';

  for (const seed of [1, 2, 3]) {
    it(`[A-10] [N-05] [P-30] are answered as if they had come one by one (seed ${seed})`, async () => {
      const random = seededRandom(seed);
      const below = (end: number) => Math.floor(random() * end);
      const requests: Request[] = [];
      for (let index = 0; index < 40; index += 1) {
        const earlier = random() < 0.1 ? requests.at(-1) : undefined;
        requests.push(
          earlier ?? {
            ...{ hold: below(count), who: below(12), mobile: below(12) },
            ...{ from: networkOf(below(8)), key: randomToken(), isOther: random() < 0.1 },
          },
        );
      }
      const { service, send } = await setUp(requests);
      const answers = await Promise.all(requests.map(send));
      assert.deepEqual(service.errors, []);

      const stored = await storedInOrder();
      const placeOf = new Map(stored.map(({ id }, place) => [id, place]));
      const isMade = (index: number) => answers[index]!.status === 202;
      const rank = (index: number) => placeOf.get(answers[index]!.body.id) ?? Infinity;
      // Of a machine that is too busy one is told to try again, and has nothing.
      const order = [...requests.keys()]
        .filter((index) => answers[index]!.status !== 503)
        .sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
      assert.equal(stored.length, new Set(order.filter(isMade).map(rank)).size);

      const alone = await setUp(requests);
      for (const index of order) {
        const answer = await alone.send(requests[index]!);
        assert.equal(told(answer), told(answers[index]!), JSON.stringify(requests[index]));
      }
      const statuses = new Set(order.map((index) => answers[index]!.status));
      assert.deepEqual([...statuses].sort(), [202, 404, 410, 429]);
    });
  }
});

/** Notes in which order bookings are stored; whoever depends on another's waits until that one has committed. */
async function noteOrder(): Promise<void> {
  await database.db.execute(sql`CREATE TABLE stored_order (place bigserial, id uuid)`);
  await database.db
    .execute(sql`CREATE FUNCTION note_order() RETURNS trigger SECURITY DEFINER LANGUAGE plpgsql AS $$
    BEGIN INSERT INTO stored_order (id) VALUES (NEW.id); RETURN NULL; END $$`);
  await database.db.execute(sql`CREATE TRIGGER note_order AFTER INSERT ON bookings
    FOR EACH ROW EXECUTE FUNCTION note_order()`);
}

const storedInOrder = () =>
  database.db
    .select({ id: sql<string>`id` })
    .from(sql.raw('stored_order JOIN bookings USING (id)'))
    .orderBy(sql`place`);

async function forgetOrder(): Promise<void> {
  await database.db.execute(sql`DROP FUNCTION note_order CASCADE`);
  await database.db.execute(sql`DROP TABLE stored_order`);
}
