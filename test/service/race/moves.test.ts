import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { inAccount } from '../../../service/store/database.js';
import { addPatient } from '../../../service/store/patients.js';
import * as schema from '../../../service/store/schema/index.js';
import { randomToken } from '../../../service/store/secrets.js';
import type { Hold, Problem } from '../../../src/contract/index.js';
import { addDays } from '../../../src/domain/civil-date.js';
import { setUpClinic } from '../support/clinic-fixture.js';
import { ola, testId } from '../support/service.js';
import { callProcess } from '../support/service-process.js';
import type { ChangeAnswer } from '../support/sessions.js';
import { openSession } from '../support/sessions.js';
import { countOverlaps, misfits } from '../support/timebook-invariants.js';
import { mondayAhead, startTwoProcesses } from '../support/two-processes.js';

const { database, processOf } = await startTwoProcesses({ POOL_SIZE: '40' });

const monday = mondayAhead();
const wanted = `${monday}T07:00:00Z`;
const crowd = 100;

interface Mover {
  id: string;
  bearer: string;
  start: number;
}

/** The national ID of one of a hundred different people. */
const personOf = (index: number) => testId(index < 50 ? index : index + 950);

/** A hundred patients, each with an examination of their own at another time of Anne's, and each logged in. */
async function setUp(): Promise<Mover[]> {
  await database.clear();
  await setUpClinic(database.db, {
    monday,
    settings: { confirmation: 'none', changeDeadlineHours: 0 },
  });
  const now = Date.now();
  const movers = await inAccount(database.db, 'demo', async (tx) => {
    const rows = [];
    for (let index = 0; index < crowd; index += 1) {
      const id = crypto.randomUUID();
      const patientId = crypto.randomUUID();
      const start = Date.parse(`${addDays(monday, 1)}T00:00:00Z`) + index * 30 * 60_000;
      await addPatient(tx, {
        accountId: 'demo',
        id: patientId,
        ...ola,
        nationalId: personOf(index),
        email: 'somebody@example.com',
        createdAt: new Date(now),
      });
      await tx.insert(schema.reservations).values({
        accountId: 'demo',
        id,
        clinicianId: 'anne',
        clinicId: 'west',
        templateId: 'check',
        partyId: id,
        startsAt: new Date(start),
        endsAt: new Date(start + 30 * 60_000),
        status: 'booked',
        createdAt: new Date(now),
      });
      await tx.insert(schema.bookings).values({
        accountId: 'demo',
        id,
        reservationId: id,
        patientId,
        email: 'somebody@example.com',
        registeredBy: 'ITB',
        registeredAt: new Date(now),
        confirmedAt: new Date(now),
        confirmedBy: 'none',
      });
      rows.push({ id, start });
    }
    return rows;
  });
  const result: Mover[] = [];
  for (const [index, mover] of movers.entries()) {
    result.push({
      ...mover,
      bearer: await openSession(database, now, { nationalId: personOf(index) }),
    });
  }
  return result;
}

const holdFor = ({ id, bearer }: Mover, index: number, start = wanted, token = randomToken()) =>
  callProcess<Hold & Problem>(processOf(index), '/holds', {
    json: { appointment: id, start },
    headers: { Authorization: `Bearer ${bearer}`, 'Hold-Token': token },
  });
const move = ({ id, bearer }: Mover, index: number, hold: Hold, key = randomToken()) =>
  callProcess<ChangeAnswer>(processOf(index), `/appointments/${id}/move`, {
    json: { hold: hold.id },
    headers: {
      Authorization: `Bearer ${bearer}`,
      'Hold-Token': hold.token,
      'Idempotency-Key': key,
    },
  });
const cancel = ({ id, bearer }: Mover, index: number) =>
  callProcess<ChangeAnswer>(processOf(index), `/appointments/${id}/cancel`, {
    headers: { Authorization: `Bearer ${bearer}`, 'Idempotency-Key': randomToken() },
  });

async function startsById(): Promise<Map<string, number>> {
  const rows = await database.db.select().from(schema.reservations);
  const bookings = await database.db.select().from(schema.bookings);
  const times = new Map(rows.map((row) => [row.id, row]));
  return new Map(
    bookings.map(({ id, reservationId }) => [id, times.get(reservationId)!.startsAt.getTime()]),
  );
}

describe('two processes, a hundred patients who want the same time', () => {
  let movers: Mover[];
  beforeEach(async () => {
    movers = await setUp();
  });

  it('[P-36] [A-10] [N-01] 100 parallel moves to one time: one wins, all others keep their own', async () => {
    const answers = await Promise.all(
      movers.map(async (mover, index) => {
        const held = await holdFor(mover, index);
        if (held.status !== 201) return { mover, held };
        return { mover, held, moved: await move(mover, index, held.body) };
      }),
    );
    const slowest = Math.round(Math.max(...answers.map(({ held }) => held.milliseconds)));
    const winners = answers.filter(({ moved }) => moved?.status === 200);
    const lost = answers.filter(({ held }) => held.body.code === 'slot-taken');
    console.log(
      `# ${crowd} moves to one time: ${winners.length} won, ${lost.length} lost, slowest ${slowest} ms`,
    );
    assert.deepEqual([winners.length, lost.length], [1, crowd - 1]);
    const starts = await startsById();
    for (const { mover, moved } of answers) {
      assert.equal(starts.get(mover.id), moved ? Date.parse(wanted) : mover.start);
    }
    assert.equal(await countOverlaps(database.db), 0);
    assert.deepEqual(await misfits(database.db), []);
  });

  it('[P-36] one time held by one after the other: the move of each is whole, or nothing', async () => {
    // All hold times of their own on Monday, then all swap at once: eight times for a hundred patients.
    const clocks = Array.from({ length: 8 }, (_, slot) =>
      new Date(Date.parse(wanted) + slot * 30 * 60_000).toISOString(),
    );
    const answers = await Promise.all(
      movers.map(async (mover, index) => {
        const held = await holdFor(mover, index, clocks[index % clocks.length]);
        if (held.status !== 201) return held.status;
        const key = randomToken();
        const both = await Promise.all([
          move(mover, index, held.body, key),
          move(mover, index + 1, held.body, key),
        ]);
        assert.deepEqual(
          both.map(({ status }) => status),
          [200, 200],
        );
        return 200;
      }),
    );
    assert.equal(answers.filter((status) => status === 200).length, clocks.length);
    assert.equal(await countOverlaps(database.db), 0);
    assert.deepEqual(await misfits(database.db), []);
  });

  it('[P-36] [P-37] move, another window’s move and a cancellation at once end in one state', async () => {
    const outcomes: Record<string, number> = {};
    for (let round = 0; round < 8; round += 1) {
      const mover = movers[round]!;
      const start = new Date(Date.parse(wanted) + round * 30 * 60_000).toISOString();
      const { body: held } = await holdFor(mover, 0, start);
      const [first, second, third, fourth] = await Promise.all([
        move(mover, 0, held),
        cancel(mover, 1),
        move(mover, 1, held),
        cancel(mover, 0),
      ]);
      assert.deepEqual([second.status, fourth.status], [200, 200]);
      for (const { status, body } of [first, third]) {
        assert.ok(status === 200 || body.code === 'not-allowed', `${status} ${body.code}`);
      }
      const name = first.status === 200 || third.status === 200 ? 'moved first' : 'cancelled first';
      outcomes[name] = (outcomes[name] ?? 0) + 1;
    }
    console.log(`# move, move, cancel, cancel at once: ${JSON.stringify(outcomes)}`);
    assert.equal(await countOverlaps(database.db), 0);
    assert.deepEqual(await misfits(database.db), []);
    const rows = await database.db.select().from(schema.reservations);
    assert.equal(rows.filter(({ status }) => status === 'cancelled').length, 8);
    assert.equal(rows.filter(({ status }) => status === 'held').length, 0);
  });
});
