import assert from 'node:assert/strict';
import { after, afterEach, beforeEach, describe, it } from 'node:test';
import { inAccount } from '../../service/store/database.js';
import { purgeExpired } from '../../service/store/purge-expired.js';
import { bookings, outbox, reservations } from '../../service/store/schema/index.js';
import type { SmsMonth, SmsStatistics } from '../../src/contract/index.js';
import { setUpClinic } from './support/clinic-fixture.js';
import { friday, startService } from './support/service.js';
import { operatorOf } from './support/staff.js';
import { countRows, openTestDatabase } from './support/test-database.js';

const database = await openTestDatabase();
after(() => database.close());

const operatorKey = 'the-key-of-whoever-runs-the-service';
let service: ReturnType<typeof startService>;
let operator: ReturnType<typeof operatorOf>;
afterEach(() => assert.deepEqual(service.errors, []));
beforeEach(async () => {
  await database.clear();
  await setUpClinic(database.db, {});
  service = startService(database, { operatorKey });
  operator = operatorOf(service, 'demo', operatorKey);
});

type Message = Partial<typeof outbox.$inferInsert> & { at: string };

/** Messages that have been through. */
const messages = (all: readonly Message[]) =>
  inAccount(database.db, 'demo', (tx) =>
    tx.insert(outbox).values(
      all.map(({ at, ...more }) => ({
        ...{ accountId: 'demo', kind: 'reminder-1' as const, channel: 'sms' as const },
        ...{ recipient: '+4741234567', text: 'Hei', lang: 'nb' as const, status: 'S' as const },
        ...{
          clinicId: 'west',
          createdAt: new Date(at),
          sendAt: new Date(at),
          sentAt: new Date(at),
        },
        ...more,
      })),
    ),
  );

/** Appointments of half an hour: whether somebody has come, and whether it was an appointment at all. */
async function visits(
  all: readonly {
    start: string;
    arrived?: boolean;
    status?: 'booked' | 'cancelled';
    nobody?: true;
  }[],
): Promise<void> {
  await inAccount(database.db, 'demo', async (tx) => {
    for (const { start, arrived = false, status = 'booked', nobody } of all) {
      const id = crypto.randomUUID();
      const startsAt = new Date(start);
      const common = { accountId: 'demo', clinicId: 'west', clinicianId: 'anne' };
      await tx.insert(reservations).values({
        ...{ ...common, id, partyId: id, startsAt, status, createdAt: startsAt },
        endsAt: new Date(startsAt.getTime() + 1_800_000),
      });
      await tx.insert(bookings).values({
        ...{ accountId: 'demo', id, reservationId: id, registeredBy: 'staff' },
        ...{ firstName: nobody ? null : 'Ola', registeredAt: startsAt },
        arrivedAt: arrived ? startsAt : null,
      });
    }
  });
}

const read = async (query = '') => {
  const answer = await operator.call<SmsStatistics>('GET', `/messages/statistics${query}`);
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return answer.body;
};
const shown = ({ month, clinic, ...amounts }: SmsMonth) =>
  `${month} ${clinic} ${Object.entries(amounts)
    .filter(([, amount]) => amount > 0)
    .map(([name, amount]) => `${name} ${amount}`)
    .join(', ')}`;

const traffic: Message[] = [
  // By the clock in Oslo this is November.
  { at: '2026-10-31T23:30:00Z', delivery: 'delivered' },
  { at: '2026-11-02T10:00:00Z', delivery: 'delivered', status: 'SB', answeredAt: new Date(friday) },
  { at: '2026-11-03T10:00:00Z', delivery: 'not-delivered' },
  { at: '2026-11-04T10:00:00Z', status: 'F', sentAt: null },
  { at: '2026-11-04T11:00:00Z', status: 'U', sentAt: null },
  { at: '2026-11-04T12:00:00Z', status: 'A', sentAt: null },
  { at: '2026-11-04T13:00:00Z', channel: 'email' },
  { at: '2026-11-04T14:00:00Z', kind: 'booked' },
  { at: '2026-11-05T10:00:00Z', kind: 'general', clinicId: null },
  { at: '2026-09-05T10:00:00Z', kind: 'thank-you' },
];
const november =
  '2026-11 west sent 3, reminders 3, delivered 2, notDelivered 1, failed 2, answered 1';

describe('statistics', () => {
  it('[M-13] count what left, was delivered, failed and answered, by month of the clinic and by clinic', async () => {
    await messages(traffic);
    const { items, firstReminders } = await read();
    assert.deepEqual(items.map(shown), ['2026-09 west sent 1', '2026-11 null sent 1', november]);
    assert.deepEqual(firstReminders, [{ clinic: 'west', month: '2026-11' }]);
    assert.deepEqual((await read('?from=2026-09-01&until=2026-10-01')).items.map(shown), [
      '2026-09 west sent 1',
    ]);
  });

  it('[M-13] [N-08] stay when the messages themselves are forgotten, also in several goes', async () => {
    await messages([...traffic, { at: '2025-12-20T10:00:00Z' }]);
    const before = await read();
    for (const instant of [
      '2026-10-20T10:00:00Z',
      '2026-12-04T00:00:00Z',
      '2026-12-31T00:00:00Z',
    ]) {
      service.now = Date.parse(instant);
      await purgeExpired(database.db, service.now);
      const query = '?from=2025-12-01&until=2026-12-01';
      assert.deepEqual(await read(query), before, instant);
    }
    assert.equal(await countRows(database.db, 'outbox'), 0);
    assert.deepEqual(before.firstReminders, [{ clinic: 'west', month: '2025-12' }]);
  });

  it('[C-07] count as missed only where the clinic notes arrivals down, on that very day', async () => {
    const on = (day: string, clock: string) => `2026-11-${day}T${clock}:00+01:00`;
    await visits([
      { start: on('16', '08:00'), arrived: true },
      { start: on('16', '09:00') },
      { start: on('16', '10:00'), status: 'cancelled' },
      { start: on('16', '11:00'), nobody: true },
      { start: on('17', '08:00') },
      { start: on('17', '09:00') },
      // Not over yet.
      { start: on('20', '07:45'), arrived: true },
      { start: on('23', '08:00') },
      { start: '2026-10-31T23:30:00Z', arrived: true },
    ]);
    const { items } = await read();
    assert.deepEqual(items.map(shown), ['2026-11 west appointments 3, missed 1, unknown 2']);
  });

  it('[M-13] are refused for months the wrong way round, or too many of them', async () => {
    for (const [query, path, code] of [
      ['?from=2026-12-01&until=2026-11-01', 'until', 'before-start'],
      ['?from=2020-01-01&until=2026-11-01', 'until', 'too-big'],
      ['?from=0001-01-01', 'from', 'date'],
    ] as const) {
      const { status, body } = await operator.call('GET', `/messages/statistics${query}`);
      assert.deepEqual([status, body.fields], [422, [{ path, code }]], query);
    }
  });
});
