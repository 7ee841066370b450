import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { sql } from 'drizzle-orm';
import { Client } from 'pg';
import { setUpClinic } from '../support/clinic-fixture.js';
import { bookingOf, testId } from '../support/service.js';
import type { TimedAnswer } from '../support/service-process.js';
import { callProcess } from '../support/service-process.js';
import { countRows } from '../support/test-database.js';
import { addDays } from '../../../src/domain/civil-date.js';
import { randomToken } from '../../../service/store/secrets.js';
import type { Hold, Problem } from '../../../src/contract/index.js';
import { mondayAhead, startTwoProcesses } from '../support/two-processes.js';

const { database, processOf } = await startTwoProcesses({ POOL_SIZE: '40' });

const monday = mondayAhead();
const at = (clock: string, day = 0) => `${addDays(monday, day)}T${clock}:00Z`;

const statuses = (answers: readonly TimedAnswer<unknown>[]) => {
  const counts: Record<string, number> = {};
  for (const { status, body } of answers) {
    const name = status === 201 ? '201' : `${status} ${(body as Problem).code}`;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
};
const slowest = (answers: readonly TimedAnswer<unknown>[]) =>
  Math.round(Math.max(...answers.map(({ milliseconds }) => milliseconds)));

const hold = (index: number, request: object, token = randomToken()) =>
  callProcess<Hold & Problem>(processOf(index), '/holds', {
    json: { treatment: 'check', clinician: 'anne', ...request },
    headers: { 'Hold-Token': token },
  });
const book = (index: number, held: Hold, person = index) =>
  callProcess<{ status: string }>(processOf(index), '/bookings', {
    json: {
      ...bookingOf(held),
      patient: {
        ...bookingOf(held).patient,
        nationalId: testId(person),
        mobile: String(41_000_000 + person),
      },
    },
    headers: { 'Hold-Token': held.token, 'Idempotency-Key': randomToken() },
  });

/** Pairs of taken times of one clinician, or of one resource, that overlap: there must be none in the whole table. */
async function overlaps(): Promise<number> {
  const [row] = await database.db.select({ count: sql<number>`count(*)::int` }).from(sql`
    reservations a JOIN reservations b
      ON a.account_id = b.account_id AND a.id < b.id
      AND (a.clinician_id = b.clinician_id OR a.resource_id = b.resource_id)
      AND a.starts_at < b.ends_at AND b.starts_at < a.ends_at
      AND a.status IN ('held', 'pending', 'booked') AND b.status IN ('held', 'pending', 'booked')`);
  return row!.count;
}

/** Random calls; RACE_STEPS makes them more (docs/testing.md). */
const steps = Number(process.env.RACE_STEPS ?? 600);

describe('two processes, one time', () => {
  beforeEach(async () => {
    await database.clear();
    await setUpClinic(database.db, {
      monday,
      settings: { confirmation: 'none' },
      clinicians: [{ id: 'berit' }, { id: 'carl' }],
      chairs: 2,
    });
    // Both have answered before: what is measured is the race, not the start of a process.
    await Promise.all(
      Array.from({ length: 80 }, (_, index) =>
        callProcess(processOf(index), '', { method: 'GET' }),
      ),
    );
  });

  it('[A-10] [N-01] 200 parallel holds of one time: one wins and books, 199 hear that it is taken', async () => {
    const answers = await Promise.all(
      Array.from({ length: 200 }, async (_, index) => {
        const held = await hold(index, { start: at('07:00') });
        if (held.status !== 201) return { held };
        return { held, booked: await book(index, held.body) };
      }),
    );
    const holds = answers.map(({ held }) => held);
    console.log(`# 200 holds of one time, two processes: slowest answer ${slowest(holds)} ms`);
    assert.deepEqual(statuses(holds), { '201': 1, '409 slot-taken': 199 });
    assert.deepEqual(
      answers.flatMap(({ booked }) => (booked ? [booked.status] : [])),
      [201],
    );
    assert.ok(holds.every(({ status, body }) => status === 201 || body.alternatives?.length === 6));
    assert.equal(await overlaps(), 0);
  });

  it('[A-10] [A-05] 200 parallel holds of overlapping half hours and forty minutes leave no overlap', async () => {
    // 08:00–08:30, 08:30–09:00 and 08:00–08:40, 08:40–09:20 in Oslo.
    const options = [
      { start: at('07:00'), treatment: 'check' },
      { start: at('07:30'), treatment: 'check' },
      { start: at('07:00'), treatment: 'long' },
      { start: at('07:40'), treatment: 'long' },
    ];
    const answers = await Promise.all(
      Array.from({ length: 200 }, async (_, index) => {
        const held = await hold(index >> 2, options[index % 4]!);
        if (held.status === 201) assert.equal((await book(index, held.body)).status, 201);
        return held;
      }),
    );
    console.log(`# 200 overlapping holds: slowest answer ${slowest(answers)} ms`);
    const { '201': won = 0, '409 slot-taken': lost = 0, ...others } = statuses(answers);
    assert.deepEqual(others, {});
    assert.equal(won + lost, 200);
    assert.ok(won === 1 || won === 2, `${won} won`);
    assert.equal(await overlaps(), 0);
  });

  it('[A-10] [P-24] 60 parallel requests for any clinician fill everybody once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        hold(index, { start: at('07:00'), clinician: undefined }),
      ),
    );
    assert.deepEqual(statuses(answers), { '201': 3, '409 slot-taken': 57 });
    assert.equal(await overlaps(), 0);
  });

  it('[A-09] two chairs, three clinicians: two implants at once', async () => {
    const request = { start: at('07:00'), clinician: undefined, treatment: 'implant' };
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, index) => hold(index, request)),
    );
    assert.deepEqual(statuses(answers), { '201': 2, '409 slot-taken': 28 });
    assert.equal(await overlaps(), 0);
  });

  it(`[A-10] [N-01] ${steps} random holds, swaps, releases and bookings of 16 clients leave no overlap`, async () => {
    // A small generator with a fixed seed: the same walk each time, as far as the races allow.
    let seed = 20_261_120;
    const random = (below: number) => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
      return Math.floor((seed / 0x80000000) * below);
    };
    const treatments = [
      { treatment: 'check', length: 30 },
      { treatment: 'long', length: 40 },
      { treatment: 'implant', length: 60 },
    ];
    const answers: TimedAnswer<unknown>[] = [];
    let left = steps;
    const client = async (index: number) => {
      let token = randomToken();
      let held: Hold | undefined;
      while (left > 0) {
        left -= 1;
        const action = random(10);
        if (held && action < 4) {
          const { id } = held;
          const headers = { 'Hold-Token': token };
          const released = await callProcess(processOf(index), `/holds/${id}`, {
            method: 'DELETE',
            headers,
          });
          assert.equal(released.status, 204);
          held = undefined;
        } else if (held && action < 5) {
          const booked = await book(index, held, random(40));
          answers.push(booked);
          assert.equal(booked.status, 201);
          held = undefined;
          token = randomToken();
        } else {
          const { treatment, length } = treatments[random(3)]!;
          const minutes = 7 * 60 + random(240 / length) * length;
          const clock = [Math.floor(minutes / 60), minutes % 60]
            .map((part) => String(part).padStart(2, '0'))
            .join(':');
          const request = {
            start: at(clock, random(5)),
            treatment,
            clinician: [undefined, 'anne', 'berit', 'carl'][random(4)],
          };
          const answer: TimedAnswer<Hold & Problem> = await hold(index, request, token);
          answers.push(answer);
          if (answer.status === 201) held = answer.body;
        }
      }
    };
    await Promise.all(Array.from({ length: 16 }, (_, index) => client(index)));
    const counts = statuses(answers);
    console.log(
      `# ${steps} random calls: ${JSON.stringify(counts)}, slowest ${slowest(answers)} ms`,
    );
    assert.deepEqual(
      Object.keys(counts).filter((name) => name !== '201' && name !== '409 slot-taken'),
      [],
    );
    assert.equal(await overlaps(), 0);
  });
});

describe('a preblock deleted while a patient takes its time', () => {
  beforeEach(async () => {
    await database.clear();
    await setUpClinic(database.db, { monday, settings: { confirmation: 'none' } });
  });

  for (const table of ['preblock_placements', 'working_times']) {
    it(`[A-05] the patient waits for the deletion of ${table}, and hears that the time is gone`, async () => {
      const staff = new Client({ connectionString: database.url! });
      await staff.connect();
      let holding: ReturnType<typeof hold> | undefined;
      try {
        await staff.query('BEGIN');
        await staff.query(`DELETE FROM ${table}`);
        holding = hold(0, { start: at('07:00') });
        const isWaiting = async () =>
          (
            await staff.query(
              "SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
            )
          ).rowCount;
        const isAnswered = holding.then(() => true);
        while (!(await isWaiting())) {
          const pause = new Promise<false>((resolve) => setTimeout(() => resolve(false), 20));
          assert.equal(await Promise.race([isAnswered, pause]), false, 'it did not wait');
        }
        await staff.query('COMMIT');
      } finally {
        await staff.end();
      }
      assert.equal((await holding)?.body.code, 'slot-taken');
    });
  }
});

describe('two processes, one booking', () => {
  beforeEach(async () => {
    await database.clear();
    await setUpClinic(database.db, { monday, settings: { confirmation: 'none' } });
  });

  it('[N-01] the same booking sent 40 times at once is one booking', async () => {
    const { body: held } = await hold(0, { start: at('07:00') });
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        callProcess(processOf(index), '/bookings', {
          json: bookingOf(held),
          headers: { 'Hold-Token': held.token, 'Idempotency-Key': 'the-same' },
        }),
      ),
    );
    assert.deepEqual(statuses(answers), { '201': 40 });
    assert.equal(new Set(answers.map(({ body }) => JSON.stringify(body))).size, 1);
    assert.equal(await countRows(database.db, 'bookings'), 1);
    assert.equal(await countRows(database.db, 'outbox'), 2);
  });

  it('[P-24] the same request with the same token sent 40 times at once is one hold', async () => {
    const token = randomToken();
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, index) => hold(index, { start: at('07:00') }, token)),
    );
    assert.deepEqual(statuses(answers), { '201': 40 });
    assert.equal(new Set(answers.map(({ body }) => body.id)).size, 1);
  });

  it('[P-24] four requests with the same token, each sent ten times at once, leave one hold', async () => {
    const token = randomToken();
    const times = ['07:00', '07:30', '08:00', '08:30'];
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        hold(index, { start: at(times[index % times.length]!) }, token),
      ),
    );
    // Whoever comes last has the hold; nobody is told that a time is taken, which only this patient has asked for.
    assert.deepEqual(statuses(answers), { '201': 40 });
    assert.equal(await countRows(database.db, "reservations WHERE status = 'held'"), 1);
  });
});
