// Nobody empties a clinician's day without proving who asks (N-05).
import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import type { StaffSettings } from '../../src/contract/index.js';
import { monday, setUpClinic } from './support/clinic-fixture.js';
import { rowsOf } from './support/patients.js';
import type { Answer, BookAnswer } from './support/service.js';
import { startService, testId } from './support/service.js';
import { openTestDatabase } from './support/test-database.js';

const database = await openTestDatabase();
after(() => database.close());

let service: ReturnType<typeof startService>;
const begin = async (settings: Partial<StaffSettings>, options = {}) => {
  await database.clear();
  await setUpClinic(database.db, { settings });
  service = startService(database, options);
};

const hour = 3_600_000;
/** Anne works from eight to twelve: eight times of half an hour, of which strangers may take two, and one network one. */
const clocks = ['08:00', '08:30', '09:00', '09:30', '10:00', '10:30', '11:00', '11:30'];
let person = 0;
const bookAt = async (clock: string, from: string) => {
  const { status, body } = await answerAt(clock, from);
  return status === 201 || status === 202 ? body.status : body.code;
};
const answerAt = async (clock: string, from: string): Promise<Answer<BookAnswer>> => {
  const start = `${monday}T${clock}:00+01:00`;
  const hold = await service.hold({ start, clinician: 'anne' }, { from });
  const { body: held } = hold;
  if (!held.id) return hold as never;
  const index = (person += 1);
  const patient = {
    ...{ firstName: 'Ola', lastName: 'Nordmann', nationalId: testId(index) },
    ...{ mobile: String(41_000_000 + index), email: `x${index}@example.com` },
  };
  return service.book(held, { patient }, { from });
};
const takenAt = async (from: (index: number) => string) => {
  const answers: string[] = [];
  for (const [index, clock] of clocks.entries()) answers.push(await bookAt(clock, from(index)));
  return answers;
};
const count = (answers: readonly string[], wanted: string) =>
  answers.filter((answer) => answer === wanted).length;
const attacker = () => '198.51.100.66';
const many = (index: number) => `198.51.100.${index}`;
const patientAt = '192.0.2.1';

describe('bookings that wait for a code', () => {
  beforeEach(() => begin({}));

  it('[N-05] [P-24] of one client take one time of the day, and others still book', async () => {
    assert.equal(count(await takenAt(attacker), 'code-required'), 1);
    assert.equal(await bookAt('11:30', patientAt), 'code-required');
  });

  it('[N-05] [P-24] of one IPv6 network with as many addresses as it likes, too', async () => {
    const addresses = (index: number) => `2001:db8:0:1:${index}::1`;
    assert.equal(count(await takenAt(addresses), 'code-required'), 1);
    assert.equal(await bookAt('11:30', patientAt), 'code-required');
  });

  it('[N-05] [P-24] of any clients take 30 % of it together, held ones included', async () => {
    assert.equal((await service.hold({ clinician: 'anne' }, { from: many(99) })).status, 201);
    assert.equal(count(await takenAt(many), 'code-required'), 1);
  });

  it('[N-05] [P-24] leave the day again when they are over, and do not count once confirmed', async () => {
    await takenAt(many);
    service.now += hour;
    assert.equal(await bookAt('09:00', patientAt), 'code-required');
    const booking = (await rowsOf(database, 'bookings')).at(-1)!;
    assert.ok(booking);
    assert.equal(await bookAt('09:30', '192.0.2.2'), 'code-required');
    assert.equal(await bookAt('10:00', '192.0.2.3'), 'slot-taken');
  });
});

describe('bookings without a code', () => {
  beforeEach(() => begin({ confirmation: 'none' }, { limits: { liveHoldsPerAddress: 100 } }));

  it('[N-05] [P-31] of one client: from its second on the day it needs a code, and others go on without', async () => {
    const answers = await takenAt(attacker);
    assert.equal(count(answers, 'confirmed'), 1);
    assert.equal(count(answers, 'code-required'), 1);
    service.now += hour;
    assert.equal(await bookAt('11:30', patientAt), 'confirmed');
  });

  it('[N-05] [P-31] of many clients within an hour: after 30 % of the day they need a code', async () => {
    const answers = await takenAt(many);
    assert.equal(count(answers, 'confirmed'), 2);
    assert.equal(count(answers, 'code-required'), 2);
  });

  it('[N-05] [P-31] the code confirms it like any other', async () => {
    await bookAt('08:00', patientAt);
    const { body } = await answerAt('08:30', patientAt);
    const confirmed = await service.call<{ status: string }>(`/bookings/${body.id}/code`, {
      json: { code: service.lastCode() },
      headers: { 'Booking-Token': body.token },
    });
    assert.deepEqual([confirmed.status, confirmed.body.status], [200, 'confirmed']);
  });

  it('[N-05] [P-31] a day fills up where patients come one by one', async () => {
    const answers: string[] = [];
    for (const [index, clock] of clocks.entries()) {
      answers.push(await bookAt(clock, many(index)));
      service.now += hour / 2;
    }
    assert.deepEqual(answers, Array<string>(8).fill('confirmed'));
  });

  it('[N-05] [P-31] without an address for a code, whoever has taken enough is asked to wait', async () => {
    const fields = {
      ...{ address1: false, address2: false, postalCode: false, campaignCode: false },
      ...{ mobile: false, email: false },
    };
    await begin({ confirmation: 'none', fields });
    const answers = await takenAt(attacker);
    assert.equal(count(answers, 'confirmed'), 1);
    assert.equal(count(answers, 'rate-limited'), 1);
  });
});
