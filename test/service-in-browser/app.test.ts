import { PGlite } from '@electric-sql/pglite';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import { expect } from '@open-wc/testing';
import { drizzle } from 'drizzle-orm/pglite';
import { createApp } from '../../service/http/create-app.js';
import { publicDemoKey } from '../../service/store/data-key.js';
import { withNationalIds } from '../../service/store/database.js';
import { migrate } from '../../service/store/migrate.js';
import { createNationalIds } from '../../service/store/national-ids.js';
import * as schema from '../../service/store/schema/index.js';
import { addDays, weekday } from '../../src/domain/civil-date.js';
import type { ConfirmedBooking, Hold, PendingBooking, SlotList } from '../../src/contract/index.js';
import { setUpClinic } from '../service/support/clinic-fixture.js';
import { bookingOf } from '../service/support/service.js';

describe('the whole service inside a page', () => {
  it('[A-10] migrates, sets up a clinic, books by code, and the time is gone', async function () {
    this.timeout(60_000);
    const client = await PGlite.create({ extensions: { btree_gist } });
    const db = withNationalIds(drizzle({ client, schema }), createNationalIds([publicDemoKey]));
    await migrate(db);
    const today = new Date().toISOString().slice(0, 10);
    const monday = addDays(today, 15 - weekday(today));
    await setUpClinic(db, { monday });
    const failures: unknown[] = [];
    const app = createApp({
      db,
      serverKey: 'a key that never leaves this page at all',
      demo: true,
      onError: (error) => failures.push(error),
    });

    const call = async <Body>(path: string, json?: unknown, headers: HeadersInit = {}) => {
      const response = await app.fetch(
        new Request(`http://inside.test${path}`, {
          method: json === undefined ? 'GET' : 'POST',
          headers,
          ...(json === undefined ? {} : { body: JSON.stringify(json) }),
        }),
      );
      return { status: response.status, body: (await response.json()) as Body };
    };
    const root = '/v1/accounts/demo';
    const query = `${root}/slots?from=${monday}&to=${addDays(monday, 1)}&treatment=check`;
    const free = (await call<SlotList>(query)).body.slots;
    expect(free.length).to.equal(8);

    const held = await call<Hold>(`${root}/holds`, { start: free[0]!.start, treatment: 'check' });
    expect(held.status).to.equal(201);
    const pending = await call<PendingBooking>(`${root}/bookings`, bookingOf(held.body), {
      'Hold-Token': held.body.token,
      'Idempotency-Key': crypto.randomUUID(),
    });
    expect(pending.status).to.equal(202);
    const [message] = (await call<{ text: string }[]>('/demo/messages')).body;
    const code = /\d{6}/.exec(message!.text)![0];
    const confirmed = await call<ConfirmedBooking>(
      `${root}/bookings/${pending.body.booking}/code`,
      { code },
      { 'Booking-Token': pending.body.token },
    );
    expect(confirmed.status).to.equal(200);

    const again = await call<{ code: string }>(`${root}/holds`, {
      start: free[0]!.start,
      treatment: 'check',
      clinician: 'anne',
    });
    expect(again.body.code).to.equal('slot-taken');
    expect((await call<SlotList>(query)).body.slots.length).to.equal(7);
    expect(failures).to.deep.equal([]);
    await client.close();
  });
});
