import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { randomToken } from '../../../service/store/secrets.js';
import type { Hold, Problem } from '../../../src/contract/index.js';
import { addDays } from '../../../src/domain/civil-date.js';
import { setUpClinic } from '../support/clinic-fixture.js';
import { bookingOf, testId } from '../support/service.js';
import { callProcess } from '../support/service-process.js';
import { storePatient } from '../support/patients.js';
import { openSession } from '../support/sessions.js';
import { countOverlaps, misfits } from '../support/timebook-invariants.js';
import { countRows } from '../support/test-database.js';
import { mondayAhead, startTwoProcesses } from '../support/two-processes.js';

const { database, processOf } = await startTwoProcesses({ POOL_SIZE: '20' });

const monday = mondayAhead();
/** RACE_STEPS makes them more (docs/testing.md). */
const operations = Number(process.env.RACE_STEPS ?? 600);
const workers = 8;
const treatments = [
  { treatment: 'check', length: 30 },
  { treatment: 'long', length: 40 },
  { treatment: 'implant', length: 60 },
];

/** What a worker remembers to send once more, word for word. */
type Sent = () => Promise<{ status: number; body: Problem }>;

/** An appointment as those who share it know it: two workers act for each patient. */
interface Shared {
  id: string;
  length: number;
}

describe(`${operations} random operations of 8 workers in two processes`, () => {
  it('[A-09] [A-10] [P-36] [P-37] [M-07] [N-01] leave no overlap, no lost appointment, and the messages that tell of it', async () => {
    await setUpClinic(database.db, {
      monday,
      settings: { confirmation: 'none', changeDeadlineHours: 0 },
      clinicians: [{ id: 'berit' }, { id: 'carl' }],
      chairs: 2,
    });
    // A small generator with a fixed seed: the same walk each time, as far as the races allow.
    let seed = 20_261_126;
    const random = (below: number) => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
      return Math.floor((seed / 0x80000000) * below);
    };
    const counts: Record<string, number> = {};
    const retried = { same: 0 };
    let left = operations;

    const startOf = (length: number) => {
      const minutes = 7 * 60 + random(240 / length) * length;
      const clock = [Math.floor(minutes / 60), minutes % 60].map((part) =>
        String(part).padStart(2, '0'),
      );
      return `${addDays(monday, random(5))}T${clock.join(':')}:00Z`;
    };

    const worker = async (index: number, bearer: string, shared: Shared[]) => {
      const service = () => processOf(random(2));
      const session = { Authorization: `Bearer ${bearer}` };
      let held: { hold: Hold; appointment: Shared | undefined; length: number } | undefined;
      let last: { send: Sent; status: number; isKeyed: boolean } | undefined;

      const act = async (name: string, send: Sent, keep = true) => {
        const { status, body } = await send();
        const outcome = status < 300 ? 'done' : `${status} ${body.code}`;
        counts[`${name} ${outcome}`] = (counts[`${name} ${outcome}`] ?? 0) + 1;
        if (keep) last = { send, status, isKeyed: ['book', 'move', 'cancel'].includes(name) };
        return { status, body };
      };

      while (left > 0) {
        left -= 1;
        const dice = random(20);
        const appointment = shared[random(Math.max(1, shared.length))];
        if (last && dice < 2) {
          // A lost answer: the same call once more. What was done then is not done again.
          const { status } = await act('retry', last.send, false);
          // A hold may be lost meanwhile to the other window's newer request.
          if (last.isKeyed && last.status < 300) assert.equal(status, last.status);
          retried.same += 1;
        } else if (held && dice < 4) {
          const { id, token } = held.hold;
          await act('release', () =>
            callProcess(service(), `/holds/${id}`, {
              method: 'DELETE',
              headers: { 'Hold-Token': token },
            }),
          );
          held = undefined;
        } else if (held) {
          const { hold, appointment: of, length } = held;
          const headers = {
            ...session,
            'Hold-Token': hold.token,
            'Idempotency-Key': randomToken(),
          };
          held = undefined;
          if (of) {
            await act('move', () =>
              callProcess<Problem>(service(), `/appointments/${of.id}/move`, {
                json: { hold: hold.id },
                headers,
              }),
            );
          } else {
            const { status, body } = await act('book', () =>
              callProcess<Problem>(service(), '/bookings', {
                json: { ...bookingOf(hold), patient: {} },
                headers,
              }),
            );
            if (status === 201) {
              shared.push({
                id: (body as unknown as { appointment: Shared }).appointment.id,
                length,
              });
            }
          }
        } else if (appointment && dice < 7) {
          const key = randomToken();
          const { status } = await act('cancel', () =>
            callProcess<Problem>(service(), `/appointments/${appointment.id}/cancel`, {
              headers: { ...session, 'Idempotency-Key': key },
            }),
          );
          assert.equal(status, 200);
          // Some go on as if it still were there, as the other window does.
          if (random(2)) shared.splice(shared.indexOf(appointment), 1);
        } else {
          const { treatment, length } = treatments[random(3)]!;
          const isMove = appointment !== undefined && dice < 14;
          const request = isMove
            ? { appointment: appointment.id, start: startOf(appointment.length) }
            : { treatment, start: startOf(length) };
          const token = randomToken();
          const { status, body } = await act(isMove ? 'hold to move' : 'hold', () =>
            callProcess<Problem>(service(), '/holds', {
              json: request,
              headers: { ...session, 'Hold-Token': token },
            }),
          );
          if (status === 201) {
            held = {
              hold: body as unknown as Hold,
              appointment: isMove ? appointment : undefined,
              length,
            };
          }
        }
      }
    };

    const began = performance.now();
    const everybody: Promise<void>[] = [];
    for (let person = 0; person < workers / 2; person += 1) {
      const nationalId = testId(person);
      await storePatient(database, { nationalId, mobile: `+47410000${10 + person}` });
      const shared: Shared[] = [];
      for (const index of [person * 2, person * 2 + 1]) {
        const bearer = await openSession(database, Date.now(), { nationalId });
        everybody.push(worker(index, bearer, shared));
      }
    }
    await Promise.all(everybody);
    const seconds = Math.round((performance.now() - began) / 1000);
    console.log(`# ${operations} operations in ${seconds} s: ${JSON.stringify(counts)}`);

    // Whatever was refused was refused for a reason that a race or an earlier cancellation explains.
    const reasons = new Set(
      Object.keys(counts).map((name) => name.replace(/^(hold to move|\w+) /, '')),
    );
    for (const reason of ['done', '409 slot-taken', '410 hold-expired', '403 not-allowed']) {
      reasons.delete(reason);
    }
    assert.deepEqual(
      [...reasons],
      ['404 not-found'].filter((reason) => reasons.has(reason)),
    );
    for (const name of ['hold', 'book', 'hold to move', 'move', 'cancel', 'release', 'retry']) {
      assert.ok(
        (counts[`${name} done`] ?? 0) > operations / 100,
        `${name}: ${JSON.stringify(counts)}`,
      );
    }
    assert.ok(retried.same > operations / 40);

    assert.equal(await countOverlaps(database.db), 0);
    assert.deepEqual(await misfits(database.db), []);
    const [bookings, times, changes] = [
      await countRows(database.db, 'bookings'),
      await countRows(database.db, "reservations WHERE status IN ('booked', 'cancelled')"),
      await countRows(
        database.db,
        "outbox WHERE kind IN ('moved', 'cancelled') AND channel = 'sms'",
      ),
    ];
    const booked = await countRows(database.db, "outbox WHERE kind = 'booked' AND channel = 'sms'");
    console.log(
      `# ${bookings} appointments, ${times} times, ${changes} messages of changes by SMS`,
    );
    assert.equal(times, bookings);
    assert.equal(booked, bookings);
    assert.equal(bookings, await countRows(database.db, "bookings WHERE confirmed_by = 'session'"));
  });
});
