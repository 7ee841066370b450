// A replica is asked for free times and for nothing else, as long as it is at most three seconds behind.
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { after, beforeEach, describe, it } from 'node:test';
import {
  findReplayedPosition,
  findWrittenPosition,
  type LogPosition,
} from '../../../service/store/replication.js';
import { maxAge, Replica, type ReplicaError } from '../../../service/timebook/replica.js';
import { monday, setUpClinic } from '../support/clinic-fixture.js';
import { openFollower } from '../support/follower.js';
import { friday, startService, type TestService } from '../support/service.js';
import { startServiceProcess } from '../support/service-process.js';
import { openTestDatabase, statementsOf } from '../support/test-database.js';

const database = await openTestDatabase('postgres');
const follower = await openFollower(database);
after(async () => {
  await follower.close();
  await database.close();
});

const eight = `${monday}T08:00:00+01:00`;
const token = 'a'.repeat(43);

/** The service with the replica, and another one that writes without it. */
let service: TestService;
let elsewhere: TestService;
let replica: Replica;
let errors: string[];
/** Milliseconds of the replica's clock, by how many it goes on at each look, and what the two servers say. */
let now: number;
let step: number;
let written: LogPosition;
let replayed: () => Promise<LogPosition | undefined>;

const position = (bytes: number, cluster = 'one'): LogPosition => ({
  bytes: BigInt(bytes),
  cluster,
});

beforeEach(async () => {
  await follower.resume();
  await database.clear();
  await setUpClinic(database.db);
  await follower.follow();
  now = 0;
  step = 0;
  errors = [];
  written = position(100);
  replayed = async () => position(100);
  replica = new Replica(follower.db, {
    findWritten: async () => written,
    findReplayed: () => replayed(),
    onError: (error: ReplicaError) => void errors.push(error.code),
    clock: () => (now += step),
  });
  service = startService(database, { replica });
  elsewhere = startService(database);
  await replica.look();
});

/** How many times a service offers on Monday. */
async function count(
  from: TestService,
  { query = '', headers = {} }: { query?: string; headers?: Record<string, string> } = {},
): Promise<number> {
  const path = `/slots?from=${monday}&to=2026-11-24&treatment=check&clinic=west${query}`;
  const { status, body } = await from.call<{ slots: unknown[] }>(path, { headers });
  assert.equal(status, 200, JSON.stringify(body));
  return body.slots.length;
}

/** Holds eight o'clock by another process: the primary database has it, the replica not yet. */
async function holdElsewhere(): Promise<void> {
  assert.equal((await elsewhere.hold({ start: eight })).status, 201);
  written = position(200);
}

async function untilLockIsWaitedFor(): Promise<void> {
  const waiting =
    "SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
  while (!(await follower.query(waiting))) await pause(20);
}

describe('free times from a replica', () => {
  it('[N-07] are as old as it is, three seconds at most, by the clock of the process', async () => {
    const all = await count(service);
    await holdElsewhere();
    assert.equal(await count(service), all, 'the replica was not asked');
    now = maxAge;
    assert.equal(await count(service), all);
    now = maxAge + 1;
    assert.ok((await count(service)) < all, 'more than three seconds old');
  });

  it('[N-07] are asked for again as soon as it has followed', async () => {
    await holdElsewhere();
    now = 2000;
    await replica.look();
    now = 4000;
    await replica.look();
    assert.ok(!replica.mayRead('demo', 0));
    assert.deepEqual(errors, ['it is too far behind']);
    await follower.follow();
    replayed = async () => position(200);
    now = 4500;
    await replica.look();
    const own = await statementsOf(follower.db, () => count(service));
    assert.ok(own.length > 0, 'the replica was not asked');
  });

  it('[N-07] a replica that is behind, but not too far, is used without a word in the log', async () => {
    for (now = 0; now <= 6000; now += 500) {
      written = position(100 + now);
      replayed = async () => position(100 + now - 1000);
      await replica.look();
    }
    assert.ok(replica.mayRead('demo', 0));
    assert.deepEqual(errors, []);
    now += maxAge - 1499;
    assert.ok(!replica.mayRead('demo', 0), 'it was a second behind at the last look');
  });

  it('[P-22] [P-23] are never older than what the caller, or this process, has seen or done', async () => {
    const all = await count(service);
    await holdElsewhere();
    assert.equal(await count(service), all);
    step = 0.001;
    const newest = await count(service, { headers: { 'Hold-Token': token } });
    assert.ok(newest < all, 'whoever has a hold is shown what is free now');
    const asked = await statementsOf(follower.db, async () =>
      assert.equal(await count(service), newest, 'the process went back to what was before'),
    );
    assert.ok(asked.length > 0, 'the replica was not asked whether it has followed');
  });

  it('[P-23] whoever lost a time is not offered it again', async () => {
    const all = await count(service);
    await holdElsewhere();
    now = 10;
    const { status, body } = await service.hold({ start: eight, clinician: 'anne' });
    assert.equal(status, 409);
    assert.equal(body.code, 'slot-taken');
    const { alternatives = [] } = body as { alternatives?: { start: string; clinician: string }[] };
    assert.ok(alternatives.length > 0);
    assert.ok(
      !alternatives.some(({ start, clinician }) => start === eight && clinician === 'anne'),
    );
    assert.ok((await count(service)) < all);
  });

  it('[P-22] what this process has written is asked of the database until the replica has it', async () => {
    const all = await count(service);
    now = 10;
    assert.equal((await service.hold({ start: eight })).status, 201);
    written = position(200);
    const newest = await count(service);
    assert.ok(newest < all);
    await follower.follow();
    replayed = async () => position(200);
    now = 20;
    await replica.look();
    const own = await statementsOf(follower.db, async () =>
      assert.equal(await count(service), newest),
    );
    assert.ok(own.length > 0, 'the replica was not asked again');
  });

  it('[P-20] the clinicians of a time, and what a session sees, come from the database', async () => {
    await count(service);
    await holdElsewhere();
    const own = await statementsOf(follower.db, async () => {
      assert.equal(await count(service, { query: `&at=${encodeURIComponent(eight)}` }), 0);
      await service.call('');
      await service.call('/slots?from=2026-11-23&to=2026-11-24&appointment=x');
    });
    assert.deepEqual(own, []);
  });

  it('[N-01] nothing is ever written to it', async () => {
    const before = await follower.rows();
    const statements = await statementsOf(follower.db, async () => {
      await count(service);
      const { body: held } = await service.hold({ start: eight });
      await service.book(held);
      now = 1000;
      written = position(300);
      replayed = async () => position(300);
      await replica.look();
      await count(service);
    });
    assert.equal(await follower.rows(), before);
    const begins = statements.filter((statement) => /^begin/i.test(statement));
    assert.ok(begins.length >= 1);
    for (const begin of begins) assert.match(begin, /read only/);
    assert.ok(!statements.some((statement) => /^(insert|update|delete)/i.test(statement)));
    assert.deepEqual(service.errors, []);
  });
});

describe('a replica that is lost', () => {
  it('[N-07] is one error and no failed answer, and is used again once it is back', async () => {
    const all = await count(service);
    await follower.fail();
    await holdElsewhere();
    assert.ok((await count(service)) < all);
    assert.equal(errors.length, 1);
    assert.ok((await count(service)) < all);
    assert.equal(errors.length, 1, 'it was asked once more');
    assert.equal((await service.request('/readyz')).status, 200);
    assert.deepEqual(service.errors, []);
    await follower.resume();
    await follower.follow();
    replayed = async () => position(200);
    await replica.look();
    const own = await statementsOf(follower.db, () => count(service));
    assert.ok(own.length > 0, 'the replica was not asked again');
  });

  it('[N-07] while it is asked: the database answers as soon as it is known', async () => {
    await follower.query('BEGIN');
    await follower.query('LOCK TABLE accounts IN ACCESS EXCLUSIVE MODE');
    try {
      const answer = count(service);
      replayed = async () => {
        throw new Error('it does not answer');
      };
      const begin = performance.now();
      await replica.look();
      assert.ok((await answer) > 0);
      assert.ok(performance.now() - begin < 2000);
    } finally {
      await follower.query('ROLLBACK');
    }
  });

  it('[N-07] keeps nobody waiting who asks the database', async () => {
    await follower.query('BEGIN');
    await follower.query('LOCK TABLE clinics IN ACCESS EXCLUSIVE MODE');
    try {
      const answer = count(service);
      // By then the replica is asked for the catalogue, which the hold needs as well.
      await untilLockIsWaitedFor();
      const held = await Promise.race([service.hold({ start: eight }), pause(3000)]);
      assert.equal(held?.status, 201);
      await follower.query('ROLLBACK');
      assert.ok((await answer) > 0);
    } finally {
      await follower.query('ROLLBACK');
    }
  });

  it('[N-07] and a server that follows another database, or none, is not asked', async () => {
    for (const [answer, code] of [
      [undefined, 'it is no replica'],
      [position(900, 'two'), 'it follows another database'],
    ] as const) {
      errors = [];
      replayed = async () => answer;
      await replica.look();
      assert.ok(!replica.mayRead('demo', 0));
      assert.deepEqual(errors, [code]);
    }
  });

  it('[N-07] without the database nobody knows how old it is: it is used for three seconds more', async () => {
    const lost = new Replica(follower.db, {
      findWritten: () => (now === 0 ? Promise.resolve(written) : Promise.reject(new Error('away'))),
      findReplayed: async () => position(100),
      clock: () => now,
    });
    await lost.look();
    for (now = 500; now <= maxAge; now += 500) {
      await lost.look();
      assert.ok(lost.mayRead('demo', 0), `after ${now} ms`);
    }
    await lost.look();
    assert.ok(!lost.mayRead('demo', 0));
  });
});

describe('the position of a server', () => {
  it('[N-07] rises with each commit; a server that follows none says so', async () => {
    const before = await findWrittenPosition(database.db);
    await holdElsewhere();
    const behind = await findWrittenPosition(database.db);
    assert.ok(behind.bytes > before.bytes);
    assert.equal(behind.cluster, before.cluster);
    assert.equal(await findReplayedPosition(database.db), undefined);
  });
});

describe('a time that the replica still shows', () => {
  it('[N-01] is refused when it is held', async () => {
    await count(service);
    await holdElsewhere();
    service.now = friday;
    const answers = await Promise.all(
      [1, 2, 3].map(() => service.hold({ start: eight, clinician: 'anne' })),
    );
    assert.deepEqual(
      answers.map(({ status }) => status),
      [409, 409, 409],
    );
  });
});

describe('a process whose DATABASE_REPLICA_URL is the database itself', () => {
  it('[N-07] serves without it, and says so in one line', async () => {
    const started = await startServiceProcess({
      DATABASE_URL: database.url!,
      DATABASE_REPLICA_URL: database.url!,
    });
    try {
      const status = async (path: string) => (await fetch(`${started.url}${path}`)).status;
      const slots = `/v1/accounts/demo/slots?from=${monday}&to=2026-11-24`;
      assert.deepEqual([await status('/readyz'), await status(slots)], [200, 200]);
      // Looked at three times by then.
      await pause(1200);
      const line = 'The replica is not used, the database does its work: it is no replica.';
      assert.equal(started.output().split(line).length - 1, 1, started.output());
    } finally {
      await started.kill();
    }
  });
});
