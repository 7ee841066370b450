import assert from 'node:assert/strict';
import { after, afterEach, beforeEach, describe, it } from 'node:test';
import type { ListOwner, Problem } from '../../src/contract/index.js';
import { startService } from './support/service.js';
import { clinic, clinician, makeAccount, platformKey, storeCatalogue } from './support/staff.js';
import type { Operator } from './support/staff.js';
import { openTestDatabase } from './support/test-database.js';

const database = await openTestDatabase();
after(() => database.close());

let service: ReturnType<typeof startService>;
let operator: Operator;
beforeEach(async () => {
  await database.clear();
  service = startService(database, { platformKey });
  operator = await makeAccount(service);
  await storeCatalogue(operator);
  // Another company with a clinic and a clinician of its own.
  await put('/companies/annet', { name: 'Annet AS' });
  await put('/clinics/vest', { ...clinic, name: 'Vest', company: 'annet' });
  const place = { clinic: 'vest', photoConsent: false, titleConsent: false };
  await put('/clinicians/berit', { ...clinician, name: 'Berit', clinics: [place] });
});
afterEach(() => assert.deepEqual(service.errors, []));

const kinds = [
  ['bookingList', '/template-lists/l', { purpose: 'booking' }],
  ['timebookList', '/template-lists/l', { purpose: 'timebook' }],
  ['preblockList', '/preblock-lists/l', {}],
] as const;

async function put(path: string, body: object): Promise<void> {
  const answer = await operator.call('PUT', path, body);
  assert.equal(answer.status, 204, `${path}: ${JSON.stringify(answer.body)}`);
}

async function refused(path: string, body: object): Promise<Problem['fields']> {
  const answer = await operator.call<Problem>('PUT', path, body);
  assert.equal(answer.status, 422, `${path}: ${JSON.stringify(answer.body)}`);
  return answer.body.fields;
}

/** What is stored of a record, with a list assigned. */
async function withList(path: string, kind: string, list: string | null): Promise<object> {
  const { body } = await operator.call<object>('GET', path);
  return { ...body, [kind]: list };
}

describe('who may use a list', () => {
  const holders = [
    '/lists',
    '/companies/firma',
    '/companies/annet',
    '/clinicians/anne',
    '/clinicians/berit',
  ];
  const allowed: [owner: ListOwner, holders: string[]][] = [
    [{ kind: 'all' }, holders],
    [{ kind: 'organisation' }, holders],
    [{ kind: 'company', id: 'firma' }, ['/companies/firma', '/clinicians/anne']],
    [{ kind: 'company', id: 'annet' }, ['/companies/annet', '/clinicians/berit']],
    [{ kind: 'clinician', id: 'anne' }, ['/clinicians/anne']],
    [{ kind: 'clinician', id: 'berit' }, ['/clinicians/berit']],
  ];

  for (const [kind, list, more] of kinds) {
    it(`[A-07] ${kind}: every owner and everybody who can be assigned one`, async () => {
      for (const [owner, users] of allowed) {
        await put(list, { name: 'L', owner, items: [], ...more });
        for (const path of holders) {
          const before = (await operator.call<object>('GET', path)).body;
          const body = await withList(path, kind, 'l');
          if (users.includes(path)) await put(path, body);
          else {
            const fields = await refused(path, body);
            assert.deepEqual(fields, [{ path: kind, code: 'owner' }], `${path} ${owner.kind}`);
            assert.deepEqual((await operator.call('GET', path)).body, before);
          }
          await put(path, await withList(path, kind, null));
        }
      }
    });

    it(`[A-07] ${kind}: a list is not taken from whoever has it by another owner, clinic or company`, async () => {
      const of = (owner: ListOwner) => ({ name: 'L', owner, items: [], ...more });
      await put(list, of({ kind: 'company', id: 'firma' }));
      await put('/clinicians/anne', await withList('/clinicians/anne', kind, 'l'));
      const owner = [{ path: 'owner', code: 'owner' }];
      assert.deepEqual(await refused(list, of({ kind: 'company', id: 'annet' })), owner);
      assert.deepEqual(await refused(list, of({ kind: 'clinician', id: 'berit' })), owner);
      await put(list, of({ kind: 'clinician', id: 'anne' }));
      await put(list, of({ kind: 'company', id: 'firma' }));
      // The place of work is what lets them use it.
      const anne = await withList('/clinicians/anne', kind, 'l');
      const place = { clinic: 'vest', photoConsent: false, titleConsent: false };
      const elsewhere = await refused('/clinicians/anne', { ...anne, clinics: [place] });
      assert.deepEqual(elsewhere, [{ path: kind, code: 'owner' }]);
      const sold = await refused('/clinics/sentrum', { ...clinic, company: 'annet' });
      assert.deepEqual(sold, [{ path: 'company', code: 'owner' }]);
      await put('/clinicians/anne', { ...anne, [kind]: null });
      await put('/clinics/sentrum', { ...clinic, company: 'annet' });
    });
  }
});
