import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { monday, setUpClinic } from './support/clinic-fixture.js';
import type { TestRequest } from './support/service.js';
import { bookingOf, startService } from './support/service.js';
import { openTestDatabase } from './support/test-database.js';
import { inAccount } from '../../service/store/database.js';
import * as schema from '../../service/store/schema/index.js';
import type { Problem } from '../../src/contract/index.js';
import { randomToken } from '../../service/store/secrets.js';

const database = await openTestDatabase();
after(() => database.close());
const service = startService(database);
before(() => setUpClinic(database.db));
afterEach(() => assert.deepEqual(service.errors, [], 'nothing unexpected'));

const problemOf = async (path: string, request?: TestRequest) => {
  const { status, headers, body } = await service.request<Problem>(path, request);
  assert.match(headers.get('Content-Type') ?? '', /^application\/problem\+json/, path);
  assert.equal(body.status, status);
  assert.equal(body.type, `urn:opus-booking:${body.code}`);
  assert.ok(body.title);
  return { status, code: body.code, fields: body.fields };
};
const root = '/v1/accounts/demo';
const week = `from=${monday}&to=2026-11-30`;
const notFound = { status: 404, code: 'not-found', fields: undefined };

describe('bad input gets its problem, never a 500', () => {
  it('[N-04] unknown accounts, routes and ids', async () => {
    for (const path of [
      '/v1/accounts/nobody',
      `/v1/accounts/nobody/slots?${week}`,
      '/v1/accounts/UPPER',
      '/v1/accounts/a%00b',
      `/v1/accounts/${'x'.repeat(100)}`,
      '/',
      '/v1',
      '/v2/accounts/demo',
      `${root}/unknown`,
      `${root}/logo`,
      `${root}/photos/west/nobody`,
      `${root}/photos/%00/anne`,
      `${root}/photos/west/%00`,
      '/v1/accounts/%00/logo',
      '/v1/accounts/nobody/logo',
      `${root}/bookings/not-a-uuid`,
      `${root}/bookings/%F0%9F%98%80`,
    ]) {
      assert.deepEqual(await problemOf(path), notFound, path);
    }
  });

  const queries: [query: string, path: string, code: string][] = [
    ['to=2026-11-30', 'from', 'empty'],
    ['from=2026-11-23', 'to', 'empty'],
    ['from=2026-11-23&view=days', 'to', 'empty'],
    ['from=x&to=2026-11-30', 'from', 'format'],
    ['from=2026-02-30&to=2026-03-10', 'from', 'format'],
    ['from=2026-11-30&to=2026-11-23', 'to', 'before-from'],
    ['from=2026-11-23&to=2026-11-23', 'to', 'before-from'],
    ['from=2026-11-23&to=2026-12-25', 'to', 'too-far'],
    ['from=2026-11-23&to=2027-01-10&view=days', 'to', 'too-far'],
    ['from=0000-01-01&to=0000-01-02', 'from', 'date'],
    ['from=9999-12-30&to=9999-12-31', 'from', 'date'],
    [`${week}&view=nothing`, 'view', 'value'],
    [`${week}&at=yesterday`, 'at', 'format'],
    [`${week}&clinic=a%20b`, 'clinic', 'format'],
    [`${week}&clinic=%00`, 'clinic', 'format'],
    [`${week}&cursor=nonsense`, 'cursor', 'format'],
    [`${week}&clinicId=west`, 'clinicId', 'unknown'],
    [`${week}&Clinic=west`, 'Clinic', 'unknown'],
    [`${week}&clinic%5B%5D=west`, 'clinic[]', 'unknown'],
    [`${week}&clinic=west&clinic=east`, 'clinic', 'repeated'],
    [`${week}&view=days&from=${monday}`, 'from', 'repeated'],
  ];
  for (const [query, path, code] of queries) {
    it(`[P-18] slots: ${path} ${code} in ?${query}`, async () => {
      const { status, fields } = await problemOf(`${root}/slots?${query}`);
      assert.equal(status, 422);
      assert.deepEqual(fields?.[0], { path, code });
    });
  }

  it('[P-18] names every parameter that slots do not know, beside what else is wrong', async () => {
    const { fields } = await problemOf(
      `${root}/slots?from=x&to=2026-11-30&clinicId=west&treatmentId=check`,
    );
    assert.deepEqual(fields, [
      { path: 'from', code: 'format' },
      { path: 'clinicId', code: 'unknown' },
      { path: 'treatmentId', code: 'unknown' },
    ]);
  });

  it('a call that takes no parameters answers the same with any, as whoever links to it may add some', async () => {
    const { status, headers } = await service.request(`${root}?utm_source=letter&_=1`);
    assert.equal(status, 200);
    assert.equal(headers.get('ETag'), (await service.request(root)).headers.get('ETag'));
  });

  it('[P-18] takes a range of exactly 31 days', async () => {
    const { status } = await service.call('/slots?from=2026-11-23&to=2026-12-24');
    assert.equal(status, 200);
  });

  it('[P-36] a move or a need asks for a login', async () => {
    const { code } = await problemOf(`${root}/slots?${week}&appointment=x`);
    assert.equal(code, 'login-required');
  });

  const texts = ['', '{', 'null', '[]', '"text"', '12', '{"start":', '\u0000', '{"a":"\\u0000"}'];
  for (const text of texts) {
    it(`[P-24] a hold's body that is ${JSON.stringify(text)}`, async () => {
      const { code } = await problemOf(`${root}/holds`, { method: 'POST', text });
      assert.equal(code, 'invalid');
    });
  }

  const options: [request: object, path: string, code: string][] = [
    [{}, 'start', 'empty'],
    [{ start: 5 }, 'start', 'type'],
    [{ start: '2026-11-23' }, 'start', 'format'],
    [{ start: '2026-11-23T08:00:00' }, 'start', 'format'],
    [{ start: `${monday}T08:00:00Z`, clinic: ['west'] }, 'clinic', 'type'],
    [{ start: `${monday}T08:00:00Z`, clinic: '' }, 'clinic', 'format'],
    [{ start: `${monday}T08:00:00Z`, clinic: 'x'.repeat(65) }, 'clinic', 'format'],
    [{ start: `${monday}T08:00:00Z`, clinic: null }, 'clinic', 'type'],
  ];
  for (const [json, path, code] of options) {
    it(`[P-24] a hold: ${path} ${code} in ${JSON.stringify(json).slice(0, 60)}`, async () => {
      const { fields } = await problemOf(`${root}/holds`, { json });
      assert.deepEqual(fields, [{ path, code }]);
    });
  }

  it('[P-24] a hold token that is none', async () => {
    const { fields } = await problemOf(`${root}/holds`, {
      json: { start: `${monday}T08:00:00+01:00` },
      headers: { 'Hold-Token': 'guess' },
    });
    assert.deepEqual(fields, [{ path: 'Hold-Token', code: 'format' }]);
  });

  it('[N-02] a body of a million bytes, announced or not', async () => {
    const json = { hold: 'x', message: 'x'.repeat(1_000_000) };
    for (const path of ['/holds', '/bookings']) {
      const headers = { 'Idempotency-Key': 'k' };
      const { status, code } = await problemOf(root + path, { json, headers });
      assert.deepEqual([status, code], [413, 'body-too-large']);
    }
  });

  it('[P-28] a booking without consent, with wrong types, half characters or long texts', async () => {
    const { body: hold } = await service.hold();
    const good = bookingOf(hold);
    const bad: [object, { path: string; code: string }][] = [
      [
        { ...good, consent: undefined },
        { path: 'consent', code: 'empty' },
      ],
      [
        { ...good, consent: { version: '' } },
        { path: 'consent.version', code: 'empty' },
      ],
      [
        { ...good, lang: 'xx' },
        { path: 'lang', code: 'value' },
      ],
      [
        { ...good, message: 'x'.repeat(1001) },
        { path: 'message', code: 'length' },
      ],
      [
        { ...good, patient: 'Ola' },
        { path: 'patient', code: 'type' },
      ],
      [
        { ...good, patient: { ...good.patient, mobile: 5 } },
        { path: 'patient.mobile', code: 'type' },
      ],
      [
        { ...good, patient: { ...good.patient, firstName: 'Ola\u0000' } },
        { path: 'patient.firstName', code: 'characters' },
      ],
      [
        { ...good, patient: { ...good.patient, lastName: '\ud800' } },
        { path: 'patient.lastName', code: 'characters' },
      ],
      [
        { ...good, patient: { ...good.patient, firstName: '  ' } },
        { path: 'patient.firstName', code: 'empty' },
      ],
    ];
    for (const [json, field] of bad) {
      const headers = { 'Hold-Token': hold.token, 'Idempotency-Key': randomToken() };
      const { status, fields } = await problemOf(`${root}/bookings`, { json, headers });
      assert.deepEqual([status, fields], [422, [field]]);
    }
    const stored = await inAccount(database.db, 'demo', (tx) => tx.select().from(schema.bookings));
    assert.deepEqual(stored, [], 'nothing stored half');
  });

  it('[P-31] a code that is none', async () => {
    const { code, fields } = await problemOf(`${root}/bookings/${crypto.randomUUID()}/code`, {
      json: { code: '12345' },
    });
    assert.deepEqual([code, fields], ['invalid', [{ path: 'code', code: 'format' }]]);
  });
});
