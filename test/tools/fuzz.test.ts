import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { publicEndpoints, staffEndpoints } from '../../src/contract/index.js';
import { createDocument } from '../../service/http/open-api.js';
import { judge } from '../../tools/fuzz/judge.js';
import { mutate } from '../../tools/fuzz/mutations.js';
import { patientRecipes } from '../../tools/fuzz/patient-recipes.js';
import type { Planned, Received } from '../../tools/fuzz/request.js';
import { schemaValue, type JsonSchema } from '../../tools/fuzz/schema-values.js';
import { seededRandom } from '../../tools/seeded-random.js';

const planned = (change: Partial<Planned> = {}): Planned => ({
  operation: 'staff_changeScript',
  endpoint: staffEndpoints.changeScript,
  method: 'PUT',
  path: '/v1/staff/accounts/demo/script',
  query: [],
  headers: { Authorization: 'Bearer x' },
  body: { html: '' },
  isElsewhere: false,
  changes: [],
  ...change,
});
const received = (status: number, body?: object): Received => ({
  status,
  headers: body ? { 'content-type': 'application/problem+json' } : {},
  text: body ? JSON.stringify(body) : '',
  milliseconds: 1,
});
const problem = (code: string, status: number) => ({ type: 't', code, title: 'T', status });

describe('the fuzzer', () => {
  it('has a right call of every operation for patients', () => {
    assert.deepEqual(Object.keys(patientRecipes).sort(), Object.keys(publicEndpoints).sort());
  });

  it('finds nothing wrong with answers of the contract', () => {
    assert.deepEqual(judge(planned(), received(204), ['accounts update']), []);
    assert.deepEqual(judge(planned(), received(422, problem('invalid', 422)), []), []);
    const wrongCode = { ...problem('code-wrong', 422), triesLeft: 4 };
    const confirming = planned({ endpoint: publicEndpoints.confirmBooking, method: 'POST' });
    assert.deepEqual(judge(confirming, received(422, wrongCode), ['bookings update']), []);
  });

  it('sees what may not be: 500, silence, half a change, what the contract has not', () => {
    const refused = received(422, problem('invalid', 422));
    for (const [call, answer, changes] of [
      [planned(), received(500, problem('internal', 500)), []],
      [planned(), { ...received(0), failure: 'hang' }, []],
      [planned(), refused, ['bookings insert']],
      [planned(), received(409, problem('slot-taken', 409)), []],
      [planned(), received(404, problem('invalid', 404)), []],
      [planned(), received(422, { ...problem('invalid', 422), more: 1 }), []],
      [planned(), received(201), []],
      [planned({ method: 'GET' }), received(204), ['accounts update']],
    ] as [Planned, Received, string[]][]) {
      assert.equal(judge(call, answer, changes).length, 1, answer.text);
    }
  });

  it('changes each call, repeats itself by its seed, and leaves the right call as it was', () => {
    const schema = (
      createDocument() as {
        paths: Record<
          string,
          Record<string, { requestBody: { content: Record<string, { schema: JsonSchema }> } }>
        >;
      }
    ).paths['/v1/accounts/{account}/bookings']!.post!.requestBody.content['application/json']!
      .schema;
    const sources = (seed: number) => ({
      random: seededRandom(seed),
      schema,
      parameters: ['from'],
      strangers: ['other'],
    });
    const right = planned({ body: schemaValue(schema, seededRandom(1)) });
    const before = structuredClone(right.body);
    for (let seed = 0; seed < 300; seed += 1) {
      const one = mutate(right, sources(seed));
      assert.ok(one.changes.length > 0);
      assert.deepEqual(mutate(right, sources(seed)).changes, one.changes);
    }
    assert.deepEqual(right.body, before);
  });
});
