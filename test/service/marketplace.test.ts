import assert from 'node:assert/strict';
import { after, afterEach, beforeEach, describe, it, mock } from 'node:test';
import { MarketplaceList } from '../../service/availability/marketplace.js';
import { createServices } from '../../service/context/services.js';
import type { Marketplace } from '../../src/contract/index.js';
import { Marketplace as Schema } from '../../src/contract/index.js';
import type { ClinicOptions } from './support/clinic-fixture.js';
import { setUpClinic } from './support/clinic-fixture.js';
import { serverKey, startService } from './support/service.js';
import { operatorOf } from './support/staff.js';
import { openTestDatabase } from './support/test-database.js';

const database = await openTestDatabase();
after(() => database.close());

const operatorKey = 'the-key-of-all-operators';
const pageOf = (name: string) => `https://${name}.example.com`;
let service: ReturnType<typeof startService>;
beforeEach(async () => {
  await database.clear();
  service = startService(database, { operatorKey, pageOf });
});
afterEach(() => assert.deepEqual(service.errors, []));

const joined = { marketplace: true };
const setUp = (id: string, options: ClinicOptions = {}) =>
  setUpClinic(database.db, { id, market: 'SE', settings: joined, ...options });
const read = (headers: Record<string, string> = {}) =>
  service.request<Marketplace>('/marketplace.json', { headers });
/** Nobody works at the other clinic of the fixture. */
const westOf = ({ clinics }: Marketplace) => clinics.filter(({ clinic }) => clinic === 'west');
const accountsOf = ({ body }: { body: Marketplace }) => westOf(body).map(({ account }) => account);
/** Asks after the minute for which the list is kept: the first to ask has it made, for the next. */
const readAnew = async (isAsExpected: (clinics: Marketplace['clinics']) => boolean) => {
  service.now += 60_000;
  for (let count = 0; count < 200; count += 1) {
    const { body } = await read();
    if (isAsExpected(westOf(body))) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  assert.fail('The list is not made anew.');
};

describe('the marketplace', () => {
  it('[S-09] lists Swedish clinics that joined, with their next free times and where to book', async () => {
    await setUp('malmo');
    const { status, body, headers } = await read();
    assert.equal(status, 200);
    assert.ok(Schema.safeParse(body).success);
    assert.deepEqual(body, {
      clinics: [
        {
          account: 'malmo',
          clinic: 'west',
          name: 'Klinikk west',
          organisation: 'Account malmo',
          address1: 'Storgata 1',
          postalCode: '0155',
          city: 'Oslo',
          phone: '22 33 44 55',
          next: '2026-11-23T08:00:00+01:00',
          url: 'https://malmo.example.com/?clinic=west',
        },
        {
          ...body.clinics[1],
          clinic: 'east',
          // Nobody works there.
          next: null,
          url: 'https://malmo.example.com/?clinic=east',
        },
      ],
    });
    assert.equal(headers.get('Cache-Control'), 'public, max-age=60');
    const again = await read({ 'If-None-Match': headers.get('ETag') ?? '' });
    assert.equal(again.status, 304);
    const anyPage = await read({ Origin: 'https://anybody.example' });
    assert.equal(anyPage.headers.get('Access-Control-Allow-Origin'), 'https://anybody.example');
  });

  it('[S-09] shows nobody who did not join, is not Swedish, or takes no new bookings', async () => {
    await setUp('inte-med', { settings: {} });
    await setUp('norsk', { market: 'NO' });
    await setUp('underhall', { status: 'maintenance' });
    await setUp('opublicerad', { status: 'unpublished' });
    await setUp('stangd', { status: 'new-booking-off' });
    await setUp('med');
    assert.deepEqual(accountsOf(await read()), ['med']);
  });

  it('[S-09] can be joined in Sweden only', async () => {
    for (const market of ['NO', 'FI', 'DK', 'SE'] as const) {
      await setUp(market.toLowerCase(), { market, settings: {} });
      const operator = operatorOf(service, market.toLowerCase(), operatorKey);
      const { status, body } = await operator.call('PATCH', '/settings', joined);
      const isSwedish = market === 'SE';
      assert.equal(status, isSwedish ? 200 : 422, market);
      const refused = [{ path: 'marketplace', code: 'market' }];
      if (!isSwedish) assert.deepEqual(body.fields, refused, market);
      // Staying out is no problem anywhere.
      assert.equal((await operator.call('PATCH', '/settings', { marketplace: false })).status, 200);
    }
  });

  it('[S-09] is a minute old at most: times, names, and who is in it', async () => {
    await setUp('malmo');
    await setUp('lund');
    assert.deepEqual(accountsOf(await read()), ['lund', 'malmo']);
    const { status } = await service.hold({ treatment: 'check' }, { account: 'malmo' });
    assert.equal(status, 201);
    const lund = operatorOf(service, 'lund', operatorKey);
    await lund.call('PUT', '/subdomain', { name: 'tandvard' });
    assert.deepEqual(
      westOf((await read()).body).map(({ next }) => next),
      ['2026-11-23T08:00:00+01:00', '2026-11-23T08:00:00+01:00'],
    );
    await readAnew(
      ([first, second]) =>
        first?.url === 'https://tandvard.example.com/?clinic=west' &&
        second?.next === '2026-11-23T08:30:00+01:00',
    );
    await lund.call('PUT', '/status', { maintenance: true });
    await readAnew((clinics) => clinics.length === 1 && clinics[0]?.account === 'malmo');
  });

  it('[S-09] is made once however many ask, and looks up no more accounts again than so many', async () => {
    for (const id of ['ett', 'tva', 'tre']) await setUp(id);
    const transactions = mock.method(database.db, 'transaction');
    const count = async (work: () => Promise<unknown>) => {
      const before = transactions.mock.callCount();
      await work();
      return transactions.mock.callCount() - before;
    };
    const answers = Promise.all(Array.from({ length: 50 }, () => read()));
    // The list of accounts, and of each the account and its days.
    const first = await count(() => answers);
    assert.ok(first <= 1 + 3 * 4, String(first));
    assert.equal(await count(() => Promise.all(Array.from({ length: 50 }, () => read()))), 0);

    const services = createServices({
      db: database.db,
      serverKey,
      demo: true,
      clock: () => service.now,
    });
    const list = new MarketplaceList(services, 1);
    await list.read();
    const again = mock.method(services.freeTimes, 'search');
    for (let tries = 0; again.mock.callCount() < 3 && tries < 200; tries += 1) {
      service.now += 60_000;
      await list.read();
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    const lookedUp = again.mock.calls.slice(0, 3).map((call) => call.arguments[0]);
    assert.deepEqual(lookedUp.sort(), ['ett', 'tre', 'tva']);
    mock.restoreAll();
  });
});
