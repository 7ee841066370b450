import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createDocument } from '../../service/http/open-api.js';
import { prefix, staffEndpoints } from '../../src/contract/index.js';
import type { Problem } from '../../src/contract/index.js';
import { startService } from './support/service.js';
import type { TestService } from './support/service.js';
import { makeAccount, platformKey } from './support/staff.js';
import type { Operator } from './support/staff.js';
import { sampleBody } from './support/staff-bodies.js';
import { openTestDatabase } from './support/test-database.js';

type Json = { [key: string]: unknown };

const database = await openTestDatabase();
after(() => database.close());

let service: TestService;
let operator: Operator;
before(async () => {
  service = startService(database, { platformKey });
  operator = await makeAccount(service);
});

/** Every object of a JSON schema with its path. */
function* objectsOf(schema: unknown, path: string): Generator<[string, Json]> {
  if (typeof schema !== 'object' || schema === null) return;
  if ((schema as Json).type === 'object') yield [path, schema as Json];
  for (const [key, value] of Object.entries(schema)) yield* objectsOf(value, `${path}.${key}`);
}

/** The body with an unknown field in every object of it, and their paths. */
function misspelt(body: unknown, path: string[] = []): [body: unknown, paths: string[]] {
  if (typeof body !== 'object' || body === null) return [body, []];
  const parts = Object.entries(body).map(([key, value]) => {
    const [inner, paths] = misspelt(value, [...path, key]);
    return [key, inner, paths] as const;
  });
  const paths = parts.flatMap(([, , inner]) => inner);
  if (Array.isArray(body)) return [parts.map(([, inner]) => inner), paths];
  const fields = Object.fromEntries(parts.map(([key, inner]) => [key, inner]));
  return [{ ...fields, nmae: 'X' }, [...paths, [...path, 'nmae'].join('.')]];
}

describe('what staff send', () => {
  it('[S-05] no body of a staff call is open to fields that it does not know', () => {
    const paths = createDocument().paths as Record<string, Record<string, Json>>;
    const objects = Object.entries(paths)
      .filter(([path]) => path.startsWith(prefix.staff))
      .flatMap(([path, methods]) =>
        Object.entries(methods).flatMap(([method, { requestBody }]) => [
          ...objectsOf(requestBody, `${method} ${path}`),
        ]),
      );
    assert.ok(objects.length > 40, `${objects.length} objects`);
    const open = objects.filter(([, { additionalProperties }]) => additionalProperties !== false);
    assert.deepEqual(
      open.map(([path]) => path),
      [],
    );
  });

  for (const [name, endpoint] of Object.entries(staffEndpoints)) {
    if (!('body' in endpoint)) continue;
    it(`[S-05] ${name} names every field that it does not know`, async () => {
      const token = name === 'setUpAccount' ? platformKey : operator.token;
      const [json, paths] = misspelt(sampleBody(name));
      const path = `${prefix.staff}${endpoint.path}`
        .replace('{account}', 'tannlegen')
        .replace('{id}', '0e2f4c4e-7a3a-4f7c-9d51-0a2b3c4d5e6f');
      const { status, body } = await service.request<Problem>(path, {
        method: endpoint.method,
        headers: { Authorization: `Bearer ${token}` },
        json,
      });
      assert.equal(status, 422);
      const byPath = (fields: Problem['fields'] = []) => fields.map((field) => field.path).sort();
      assert.deepEqual(byPath(body.fields), paths.sort());
      assert.deepEqual(new Set(body.fields?.map(({ code }) => code)), new Set(['unknown']));
    });
  }

  it('[S-05] a misspelt text changes nothing, and neither does one beside it', async () => {
    const json = { welcomeHeading: 'Hei', welcomTxt: 'Velkommen' };
    const { status, body } = await operator.call('PATCH', '/texts', json);
    assert.deepEqual([status, body.fields], [422, [{ path: 'welcomTxt', code: 'unknown' }]]);
    const account = await service.request<{ texts: object }>('/v1/accounts/tannlegen');
    assert.deepEqual(account.body.texts, { consentVersion: '1' });
  });

  it('[S-10] pages of every age may send more than this version knows', async () => {
    const json = { start: '2026-11-23T08:00:00+01:00', treatment: 'x', ofALaterVersion: true };
    const { body } = await service.request<Problem>('/v1/accounts/tannlegen/holds', { json });
    assert.notEqual(body.code, 'invalid');
  });
});
