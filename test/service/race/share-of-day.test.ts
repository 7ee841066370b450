import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { randomToken } from '../../../service/store/secrets.js';
import type { Hold, Problem } from '../../../src/contract/index.js';
import { setUpClinic } from '../support/clinic-fixture.js';
import { bookingOf, testId } from '../support/service.js';
import { callProcess } from '../support/service-process.js';
import { mondayAhead, startTwoProcesses } from '../support/two-processes.js';

// Callers come through a proxy, so that each has a network of its own; whoever names none is this machine, without limits.
const { atOnce, database, processOf } = await startTwoProcesses({
  POOL_SIZE: '20',
  TRUST_PROXY: '1',
});

const monday = mondayAhead();
/** Anne works from eight to twelve: eight times, of which strangers may take two at once, and one network one. */
const clocks = ['08:00', '08:30', '09:00', '09:30', '10:00', '10:30', '11:00', '11:30'];
const hold = (index: number, address: string) =>
  callProcess<Hold & Problem>(processOf(index), '/holds', {
    json: { start: `${monday}T${clocks[index]}:00+01:00`, treatment: 'check', clinician: 'anne' },
    headers: { 'Hold-Token': randomToken(), 'X-Forwarded-For': address },
  });
const manyAddresses = (index: number) => `198.51.100.${index}`;
const count = <Value>(values: readonly Value[], wanted: Value) =>
  values.filter((value) => value === wanted).length;

describe('two processes, the share of a day at once', () => {
  beforeEach(async () => {
    await database.clear();
    await setUpClinic(database.db, { monday, settings: { confirmation: 'none' } });
  });

  it('[N-05] [P-24] of one network one time is held, of many two', async () => {
    const ofOne = await atOnce(8, (_, index) => hold(index, '2001:db8::1'));
    assert.equal(
      count(
        ofOne.map(({ status }) => status),
        201,
      ),
      1,
    );
    await database.clear();
    await setUpClinic(database.db, { monday });
    const ofMany = await atOnce(8, (_, index) => hold(index, manyAddresses(index)));
    assert.equal(
      count(
        ofMany.map(({ status }) => status),
        201,
      ),
      2,
    );
  });

  it('[N-05] [P-31] bookings without a code, of times that one network holds: the first, the others need one', async () => {
    // Held by this machine itself, which has no limits, so that all book at the same moment.
    const held = await atOnce(8, (_, index) => hold(index, '127.0.0.1'));
    const answers = await atOnce(8, (service, index) => {
      const { body } = held[index]!;
      const patient = {
        ...bookingOf(body).patient,
        nationalId: testId(index),
        mobile: String(41_000_000 + index),
      };
      return callProcess<{ status: string }>(service, '/bookings', {
        json: { ...bookingOf(body), patient },
        headers: {
          'Hold-Token': body.token,
          'Idempotency-Key': randomToken(),
          'X-Forwarded-For': manyAddresses(index),
        },
      });
    });
    const statuses = answers.map(({ status }) => status);
    // All were held from one network, whose part of the day is one time.
    assert.deepEqual([count(statuses, 201), count(statuses, 202)], [1, 7]);
  });
});
