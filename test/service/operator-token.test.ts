import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import type { OperatorToken, Problem } from '../../src/contract/index.js';
import { startService } from './support/service.js';
import { makeAccount, operatorOf, platformKey } from './support/staff.js';
import type { Operator } from './support/staff.js';
import { openTestDatabase } from './support/test-database.js';

const database = await openTestDatabase();
after(() => database.close());

let service: ReturnType<typeof startService>;
let operator: Operator;
beforeEach(async () => {
  await database.clear();
  service = startService(database, { platformKey, operatorKey: 'the-key-of-all-operators' });
  operator = await makeAccount(service);
});

const rotate = ({ call }: Operator) => call<OperatorToken & Problem>('POST', '/operator-token');
const statusOf = async ({ call }: Operator) => (await call('GET', '/settings')).status;

describe("an operator's token", () => {
  it('[N-04] is replaced by its operator, and the former one ends at once', async () => {
    const { status, body, headers } = await rotate(operator);
    assert.equal(status, 201);
    assert.equal(headers.get('Cache-Control'), 'no-store');
    assert.notEqual(body.operatorToken, operator.token);
    assert.equal(await statusOf(operatorOf(service, 'tannlegen', body.operatorToken)), 200);
    assert.equal(await statusOf(operator), 401);
    for (const [method, path] of [
      ['POST', '/operator-token'],
      ['DELETE', '/operator-token'],
    ] as const) {
      assert.equal((await operator.call(method, path)).status, 401);
    }
  });

  it('[N-04] is replaced by who runs the service, as when the answer was lost', async () => {
    for (const key of [platformKey, 'the-key-of-all-operators']) {
      const { status, body } = await rotate(operatorOf(service, 'tannlegen', key));
      assert.equal(status, 201);
      assert.equal(await statusOf(operatorOf(service, 'tannlegen', body.operatorToken)), 200);
    }
    assert.equal(await statusOf(operator), 401);
  });

  it('[N-04] is revoked without a new one, until who runs the service makes one', async () => {
    assert.equal((await operator.call('DELETE', '/operator-token')).status, 204);
    assert.equal(await statusOf(operator), 401);
    assert.equal((await rotate(operator)).status, 401);
    const { body } = await rotate(operatorOf(service, 'tannlegen', platformKey));
    assert.equal(await statusOf(operatorOf(service, 'tannlegen', body.operatorToken)), 200);
  });

  it('[N-04] is replaced once when two ask with the same token at once', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => rotate(operator)));
    assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 401, 401, 401, 401]);
    const made = answers.find(({ status }) => status === 201)!.body.operatorToken;
    assert.equal(await statusOf(operatorOf(service, 'tannlegen', made)), 200);
  });

  it('[N-04] of another account, and none at all, replace and revoke nothing', async () => {
    const other = await makeAccount(service, 'andre');
    for (const token of [other.token, 'short', 'a-key-that-is-wrong']) {
      const stranger = operatorOf(service, 'tannlegen', token);
      assert.equal((await rotate(stranger)).status, 401);
      assert.equal((await stranger.call('DELETE', '/operator-token')).status, 401);
    }
    const nowhere = await rotate(operatorOf(service, 'finnesikke', platformKey));
    assert.deepEqual([nowhere.status, nowhere.body.code], [401, 'login-required']);
    assert.equal(await statusOf(operator), 200);
    assert.equal(await statusOf(other), 200);
  });
});
