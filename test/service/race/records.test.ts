import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import { inAccount } from '../../../service/store/database.js';
import { lockAccount } from '../../../service/store/staff/account.js';
import type { History } from '../../../src/contract/index.js';
import { setUpClinic } from '../support/clinic-fixture.js';
import { startService, testId } from '../support/service.js';
import { operatorOf } from '../support/staff.js';
import { openTestDatabase } from '../support/test-database.js';

// Always PostgreSQL: without one this fails, it never skips.
const database = await openTestDatabase('postgres');
after(() => database.close());

const operatorKey = 'the-key-of-whoever-runs-the-service';
const services = [0, 1].map(() => startService(database, { operatorKey }));
const staffAt = (index: number) => operatorOf(services[index % 2]!, 'demo', operatorKey);
const staff = staffAt(0);
const uuid = '0e2f4c4e-7a3a-4f7c-9d51-0a2b3c4d5e6f';
const writers = 8;

beforeEach(async () => {
  await database.clear();
  await setUpClinic(database.db);
  await staff.call('PUT', `/patients/${uuid}`, kari('Berg'));
});

const kari = (lastName: string) => ({ firstName: 'Kari', lastName, nationalId: testId(7) });
const letter = (index: number) => String.fromCodePoint(65 + index);

/** What eight people change at the same moment, each in an own way. */
const changes: [method: string, path: string, of: (index: number) => object][] = [
  ['PATCH', '/settings', (index) => ({ changeDeadlineHours: index })],
  ['PATCH', '/texts', (index) => ({ welcomeText: `Hei ${index}` })],
  ['PUT', '/groups/group', (index) => ({ name: `Gruppe ${index}`, position: 0 })],
  [
    'PUT',
    '/template-lists/new',
    (index) => ({
      name: `L${index}`,
      owner: { kind: 'all' },
      items: ['check'],
      purpose: 'booking',
    }),
  ],
  ['PUT', '/message-texts/booked-sms-nb', (index) => ({ text: `Hei ${index}` })],
  ['PUT', `/patients/${uuid}`, (index) => kari(`Berg ${letter(index)}`)],
];

const statuses = async (call: (index: number) => Promise<{ status: number }>) => {
  const answers = await Promise.all(Array.from({ length: writers }, (_, index) => call(index)));
  return answers.map(({ status }) => status).sort();
};
/** One is done, the others are told. */
const oneOf = (done: number) => [done, ...Array.from({ length: writers - 1 }, () => 412)].sort();

describe('people who change the same at once', () => {
  for (const [method, path, of] of changes) {
    it(`[C-03] ${method} ${path}: of eight with the same version one passes`, async () => {
      const known = await staff.call('GET', path);
      // What is not there yet is made once.
      const header: Record<string, string> =
        known.status === 200
          ? { 'If-Match': known.headers.get('ETag')! }
          : { 'If-None-Match': '*' };
      const found = await statuses((index) => staffAt(index).call(method, path, of(index), header));
      assert.deepEqual(found, oneOf(method === 'PATCH' && path === '/settings' ? 200 : 204));
      const kind = path.split('/')[1]!;
      const { body } = await staff.call<History>('GET', `/history?kind=${kind}`);
      assert.equal(body.entries.length, kind === 'patients' ? 2 : 1);
    });
  }

  it('[C-04] an entry is undone once', async () => {
    await staff.call('PATCH', '/texts', { welcomeText: 'Hei' });
    const { body } = await staff.call<History>('GET', '/history');
    const path = `/history/${body.entries[0]!.id}/undo`;
    const found = await statuses((index) => staffAt(index).call('POST', path));
    assert.deepEqual(found, [201, ...Array.from({ length: writers - 1 }, () => 422)]);
  });

  it('[C-03] patients book while settings are changed: they do not wait', async () => {
    await database.clear();
    await setUpClinic(database.db, { settings: { confirmation: 'none' } });
    const [service] = services;
    await inAccount(database.db, 'demo', async (tx) => {
      await lockAccount(tx);
      const { body } = await service!.hold();
      const { status } = await service!.book(body);
      assert.equal(status, 201);
    });
  });
});
