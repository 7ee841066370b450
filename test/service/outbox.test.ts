import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import { asc, eq } from 'drizzle-orm';
import { deliver } from '../../service/messages/deliver.js';
import type { NewMessage } from '../../service/messages/outbox.js';
import { enqueue } from '../../service/messages/outbox.js';
import { DeliveryError } from '../../service/messages/transport.js';
import type { OutgoingMessage } from '../../service/messages/transport.js';
import { inAccount } from '../../service/store/database.js';
import { outbox } from '../../service/store/schema/index.js';
import { enqueueChange } from './support/appointment-changes.js';
import { setUpClinic } from './support/clinic-fixture.js';
import { friday, startService } from './support/service.js';
import { countRows, openTestDatabase } from './support/test-database.js';

const database = await openTestDatabase();
after(() => database.close());

let now = friday;
let sent: string[] = [];
beforeEach(async () => {
  await database.clear();
  await setUpClinic(database.db, { settings: { confirmation: 'none' } });
  now = friday;
  sent = [];
});

const inDemo = <Result>(work: Parameters<typeof inAccount<Result>>[2]) =>
  inAccount(database.db, 'demo', work);
const put = (change: Partial<NewMessage> = {}) =>
  inDemo((tx) =>
    enqueue(
      tx,
      [
        {
          accountId: 'demo',
          kind: 'booked',
          channel: 'sms',
          recipient: '+4741234567',
          text: 'text',
          html: '<p>text</p>',
          calendar: 'BEGIN:VCALENDAR',
          lang: 'nb',
          ...change,
        },
      ],
      now,
    ),
  );
const rows = () => inDemo((tx) => tx.select().from(outbox).orderBy(asc(outbox.createdAt)));
const statuses = async () => (await rows()).map(({ kind, status }) => `${kind} ${status}`);
const accept = async ({ text }: OutgoingMessage) => {
  sent.push(text);
  return {};
};
const drain = (send: (message: OutgoingMessage) => Promise<object> = accept) =>
  deliver(database.db, 'demo', { sms: send, email: send }, () => now);
const fail = (error: Error) => () => Promise.reject(error);

describe('the outbox', () => {
  it('[M-06] [M-17] [N-02] erases the text of codes once a message is sent or given up, HTML and calendar entry of all', async () => {
    for (const kind of ['code', 'login', 'sign-in', 'invitation', 'test', 'booked'] as const) {
      await put({ kind });
      await drain();
      await put({ kind });
      await drain(fail(new DeliveryError('no', { isPermanent: true })));
      await put({ kind, expiresAt: new Date(now - 1) });
      await drain();
    }
    for (const { kind, text, html, calendar } of await rows()) {
      // What tells of an appointment staff read later.
      const kept = kind === 'booked' ? 'text' : null;
      assert.deepEqual([text, html, calendar], [kept, null, null]);
    }
    const ofCodes = (await statuses()).filter((one) => one.startsWith('code')).sort();
    assert.deepEqual(ofCodes, ['code F', 'code S', 'code U']);
  });

  it('[M-06] tries again after growing pauses, no sooner than the gateway asks, and the same id each time', async () => {
    await put();
    const ids = new Set<string>();
    const failing = (retryAfter?: number) => (message: OutgoingMessage) => {
      ids.add(message.id);
      return Promise.reject(new DeliveryError('no', retryAfter ? { retryAfter } : {}));
    };
    const waits: number[] = [];
    for (const asked of [undefined, undefined, undefined, 1000, undefined]) {
      await drain(failing(asked));
      const [row] = await rows();
      assert.equal(row!.status, 'FV');
      waits.push((row!.sendAt.getTime() - now) / 1000);
      now = row!.sendAt.getTime() - 1;
      assert.equal(await drain(), 0);
      now += 1;
    }
    assert.deepEqual(waits, [30, 60, 120, 1000, 480]);
    assert.equal(await drain(), 1);
    assert.equal(ids.size, 1);
  });

  it('[M-06] gives up after some hours', async () => {
    await put();
    for (let tries = 0; tries < 14; tries += 1) {
      await drain(fail(new Error('down')));
      now += 3_600_000;
    }
    assert.deepEqual(await statuses(), ['booked F']);
    assert.ok(now - friday > 8 * 3_600_000);
  });

  it('[M-06] leaves a message to whoever took it, and takes it again when nothing was heard for a minute', async () => {
    await put();
    let release = () => {};
    const stuck = new Promise<object>((resolve) => (release = () => resolve({})));
    let hasBegun = () => {};
    const begun = new Promise<void>((resolve) => (hasBegun = resolve));
    const first = drain(() => {
      hasBegun();
      return stuck;
    });
    await begun;
    now += 59_000;
    assert.equal(await drain(), 0);
    now += 1_000;
    assert.equal(await drain(), 1);
    release();
    await first;
    assert.deepEqual(await statuses(), ['booked S']);
  });

  it('[M-06] a late failure changes nothing of what another process has taken or sent', async () => {
    await put();
    let refuse = () => {};
    let hasBegun = () => {};
    const begun = new Promise<void>((resolve) => (hasBegun = resolve));
    const first = drain(() => {
      hasBegun();
      return new Promise((_, reject) => {
        refuse = () => reject(new DeliveryError('no', { isPermanent: true }));
      });
    });
    await begun;
    now += 60_000;
    assert.equal(
      await drain(async (message) => {
        refuse();
        await first;
        return accept(message);
      }),
      1,
    );
    assert.deepEqual(await statuses(), ['booked S']);
  });
});

describe('news of one appointment', () => {
  const bookingId = '3f0a6c52-9f5e-4a5b-8f0d-1c2b3a4d5e6f';
  const news = (kind: 'booked' | 'moved' | 'cancelled', change: Partial<NewMessage> = {}) =>
    put({ kind, text: kind, bookingId, ...change });

  it('[M-07] an older message that failed is dropped when a newer one waits, so that none comes too late', async () => {
    await news('booked');
    await drain(fail(new Error('down')));
    now += 1000;
    await news('moved');
    await drain();
    now += 3_600_000;
    await drain();
    assert.deepEqual(sent, ['moved']);
    assert.deepEqual(await statuses(), ['booked A', 'moved S']);
  });

  it('[M-07] a newer message waits while an older one is being sent', async () => {
    await news('booked');
    let release = () => {};
    let hasBegun = () => {};
    const begun = new Promise<void>((resolve) => (hasBegun = resolve));
    const first = drain(async (message) => {
      if (message.text === 'booked') {
        hasBegun();
        await new Promise<void>((resolve) => (release = resolve));
      }
      return accept(message);
    });
    await begun;
    now += 1000;
    await news('cancelled');
    await news('booked', { channel: 'email' });
    assert.equal(await drain(), 1);
    assert.deepEqual(sent, ['booked']);
    release();
    await first;
    assert.deepEqual(sent, ['booked', 'booked', 'cancelled']);
  });

  it('[M-07] other appointments, channels and codes are left alone', async () => {
    await news('booked');
    await news('booked', { channel: 'email', text: 'mail' });
    await news('booked', { bookingId: crypto.randomUUID(), text: 'other' });
    await put({ kind: 'code', text: 'code', bookingId });
    now += 1000;
    await news('moved');
    await drain();
    assert.deepEqual(sent.sort(), ['code', 'mail', 'moved', 'other']);
  });
});

describe('moving and cancelling', () => {
  it('[M-07] take back what still waits, with its calendar entry, but not what is being sent', async () => {
    const service = startService(database);
    service.gatewayIsDown = true;
    const { body } = await service.book((await service.hold({ clinician: 'anne' })).body);
    const { id } = body.appointment;
    assert.deepEqual(await statuses(), ['booked FV', 'booked FV']);
    // One of the two is under way.
    const [one] = await rows();
    await inDemo((tx) =>
      tx
        .update(outbox)
        .set({ status: 'V', sendAt: new Date(now + 60_000) })
        .where(eq(outbox.id, one!.id)),
    );
    now += 1000;
    await enqueueChange(database, 'moved', id, { now });
    assert.equal(
      await countRows(
        database.db,
        "outbox WHERE status = 'A' AND html IS NULL AND calendar IS NULL",
      ),
      1,
    );
    assert.deepEqual((await statuses()).sort(), ['booked A', 'booked V', 'moved V', 'moved V']);
    now += 1000;
    await enqueueChange(database, 'cancelled', id, { now });
    assert.deepEqual((await statuses()).sort(), [
      'booked A',
      'booked V',
      'cancelled V',
      'cancelled V',
      'moved A',
      'moved A',
    ]);
  });
});
