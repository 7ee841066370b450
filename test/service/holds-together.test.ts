import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { sql } from 'drizzle-orm';
import type { Hold, Problem } from '../../src/contract/index.js';
import { randomToken } from '../../service/store/secrets.js';
import { seededRandom } from '../../tools/seeded-random.js';
import { setUpClinic } from './support/clinic-fixture.js';
import { startService } from './support/service.js';
import type { Answer } from './support/service.js';
import { countRows, openTestDatabase } from './support/test-database.js';

const database = await openTestDatabase();
after(() => database.close());

const clocks = ['08:00', '08:30', '08:40', '09:00', '09:20', '10:00', '11:30', '13:00'];
const clinicians = ['anne', 'berit', 'carl'];
const limits = { liveHoldsPerAddress: 2, holdsPerAddressAnHour: 3 };
/** Nobody gives up, however slow the machine is. */
const admission = { running: 8, runningOfAccount: 4, waiting: 200, patience: 120_000 };

interface Request {
  change: { start: string; clinician: string; treatment: string; clinic?: string };
  token: string;
  from: string;
}

const setUp = async () => {
  await database.clear();
  await setUpClinic(database.db, {
    clinicians: clinicians.slice(1).map((id) => ({ id })),
    chairs: 1,
  });
};
const place = (service: ReturnType<typeof startService>, { change, token, from }: Request) =>
  service.hold(change, { token, from });
const told = ({ status, body }: Answer<Hold & Problem>) =>
  status === 201 ? `201 ${body.slot.clinician} ${body.slot.start}` : `${status} ${body.code}`;

/**
 * Notes in which order rows are stored; whoever depends on another's waits until that one has committed. Where a row lies says
 * nothing of it, since the room of deleted rows is used again.
 */
async function noteOrder(): Promise<void> {
  await database.db.execute(sql`CREATE TABLE stored_order (place bigserial, id uuid)`);
  await database.db
    .execute(sql`CREATE FUNCTION note_order() RETURNS trigger SECURITY DEFINER LANGUAGE plpgsql AS $$
    BEGIN INSERT INTO stored_order (id) VALUES (NEW.id); RETURN NULL; END $$`);
  await database.db.execute(sql`CREATE TRIGGER note_order AFTER INSERT ON reservations
    FOR EACH ROW EXECUTE FUNCTION note_order()`);
}

const storedInOrder = () =>
  database.db
    .select({ id: sql<string>`id` })
    .from(sql.raw('stored_order JOIN reservations USING (id)'))
    .orderBy(sql`place`);

async function forgetOrder(): Promise<void> {
  await database.db.execute(sql`DROP FUNCTION note_order CASCADE`);
  await database.db.execute(sql`DROP TABLE stored_order`);
}

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

/** One time of each of sixteen clinicians, wanted at the same moment, from a network each. */
const sixteen = Array.from({ length: 16 }, (_, index) => `c${index}`);
const wishes = (): Request[] =>
  sixteen.map((clinician, index) => ({
    change: { start: '2026-11-23T08:00:00+01:00', clinician, treatment: 'check' },
    token: randomToken(),
    from: `198.51.100.${index}`,
  }));

describe('holds that come at the same time', () => {
  beforeEach(async () => {
    await database.clear();
    await setUpClinic(database.db, { clinicians: sixteen.map((id) => ({ id })) });
  });

  it('[N-07] are placed by few transactions, each for whom it was asked', async () => {
    const watch = watched();
    const service = startService({ ...database, db: watch.db });
    const asked = wishes();
    const answers = await Promise.all(asked.map((one) => place(service, one)));
    assert.deepEqual(
      answers.map(({ status, body }) => [status, body.slot?.clinician, body.token]),
      asked.map(({ change, token }) => [201, change.clinician, token]),
    );
    assert.ok(watch.transactions <= 4, `${watch.transactions} transactions`);
    const again = await Promise.all(asked.map((one) => place(service, one)));
    assert.deepEqual(
      again.map(({ body }) => body.id),
      answers.map(({ body }) => body.id),
    );
  });

  it('[N-01] are placed one by one where that fails', async () => {
    const watch = watched((number) => number === 1);
    const service = startService({ ...database, db: watch.db });
    const answers = await Promise.all(wishes().map((one) => place(service, one)));
    assert.deepEqual(
      answers.map(({ status }) => status),
      sixteen.map(() => 201),
    );
    assert.ok(watch.transactions > 1, `${watch.transactions} transactions`);
    assert.deepEqual(service.errors, []);
    assert.equal(await countRows(database.db, "reservations WHERE status = 'held'"), 16);
  });

  it('[N-01] the same one sent twice is one hold, and a caller who has left gets none', async () => {
    const service = startService(database);
    const [first, second] = wishes() as [Request, Request];
    const gone = AbortSignal.abort();
    const [one, other, left] = await Promise.all([
      place(service, first),
      place(service, first),
      service.call<Problem>('/holds', {
        json: second.change,
        headers: { 'Hold-Token': second.token },
        signal: gone,
      }),
    ]);
    assert.deepEqual([one.status, other.status, left.status], [201, 201, 503]);
    assert.equal(one.body.id, other.body.id);
    assert.equal(await countRows(database.db, 'reservations'), 1);
  });
});

describe('holds that come at the same time and cannot all be placed', () => {
  before(noteOrder);
  after(forgetOrder);

  for (const seed of [1, 2]) {
    it(`[A-10] [N-05] [P-24] are answered as if they had come one by one (seed ${seed})`, async () => {
      const random = seededRandom(seed);
      const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)]!;
      const requests = Array.from({ length: 40 }, (): Request => {
        const change = {
          start: `2026-11-${pick(['23', '24'])}T${pick(clocks)}:00+01:00`,
          clinician: pick(clinicians),
          treatment: pick(['check', 'check', 'long', 'implant']),
          ...(random() < 0.2 ? { clinic: 'west' } : {}),
        };
        // Of two IPv6 networks in one site, and of others. This machine itself waits for nobody, so that it has no place in an order.
        const from = pick([
          ...['2001:db8::1', '2001:db8::2', '2001:db8:0:1::1'],
          ...[1, 2, 3, 4].map((number) => `198.51.100.${number}`),
        ]);
        return { change, token: randomToken(), from };
      });
      const demo = { limits, admission, demo: true };
      await setUp();
      const service = startService(database, demo);
      const answers = await Promise.all(requests.map((one) => place(service, one)));
      assert.deepEqual(service.errors, []);
      const counters = 'rate_windows WHERE count <= 0';
      assert.equal(await countRows(database.db, counters), 0);

      // In the order in which they were stored; whoever was refused came after, since what is taken grows only.
      const stored = await storedInOrder();
      const placeOf = new Map(stored.map(({ id }, place) => [id, place]));
      // Of a machine that is too busy one is told to try again, and has nothing.
      const isAnswered = (index: number) => answers[index]!.status !== 503;
      assert.equal(stored.length, answers.filter(({ status }) => status === 201).length);
      const isPlaced = (index: number) => answers[index]!.status === 201;
      const rank = (index: number) => placeOf.get(answers[index]!.body.id) ?? Infinity;
      const order = [...requests.keys()]
        .filter(isAnswered)
        .sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
      await setUp();
      const alone = startService(database, demo);
      for (const index of order) {
        const answer = await place(alone, requests[index]!);
        const expected = isPlaced(index) ? told(answers[index]!) : 'refused';
        const got = answer.status === 201 || isPlaced(index) ? told(answer) : 'refused';
        assert.equal(got, expected, JSON.stringify(requests[index]));
      }
      const statuses = new Set(order.map((index) => answers[index]!.status));
      assert.deepEqual([...statuses].sort(), [201, 409, 429]);
    });
  }
});
