import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import { setUpClinic } from './support/clinic-fixture.js';
import { askToLogIn, sendLoginCode } from './support/logins.js';
import type { Claim } from './support/logins.js';
import { storePatient } from './support/patients.js';
import { startService, testId } from './support/service.js';
import type { Answer } from './support/service.js';
import { openTestDatabase, statementsOf } from './support/test-database.js';

const database = await openTestDatabase();
after(() => database.close());

let service: ReturnType<typeof startService>;
beforeEach(async () => {
  await database.clear();
  await setUpClinic(database.db, { settings: { login: { on: true, sms: true, eid: [] } } });
  service = startService(database, {
    // Nothing in the background among the statements that are counted.
    later: () => undefined,
    limits: { unusedCodesADay: 3 },
  });
  await storePatient(database);
});

const minute = 60_000;
const kari: Claim = {};
const strangers: Record<string, Claim> = {
  'whom nobody knows': { nationalId: testId(8), mobile: '41000001' },
  'with the ID of a patient': { mobile: '41000002' },
  'with the mobile of a patient': { nationalId: testId(9) },
};

/** All that somebody who asks can see, but for what is random: an id and a token of one length each. */
function seen({ status, headers, body }: Answer<object>) {
  const hidden = (name: string, value: unknown) =>
    name === 'id' || name === 'token' ? String(value).length : value;
  return {
    status,
    headers: [...headers].map(([name, value]) => {
      // The time of the service's clock, which goes on between the attempts that are compared.
      const isNow = name === 'date' && value === new Date(service.now).toUTCString();
      return [name, name === 'etag' || isNow ? '' : value];
    }),
    body: Object.entries(body).map(([name, value]) => [name, hidden(name, value)]),
  };
}

/** What somebody sees who asks for codes and guesses, again and again, and what the service does for it. */
async function attempts(claim: Claim) {
  const answers: unknown[] = [];
  const statements: string[][] = [];
  const step = async <Body extends object>(call: () => Promise<Answer<Body>>) => {
    let answer: Answer<Body> | undefined;
    statements.push(
      await statementsOf(database.db, async () => {
        answer = await call();
      }),
    );
    answers.push(seen(answer!));
    return answer!;
  };
  const first = await step(() => askToLogIn(service, claim));
  await step(() => askToLogIn(service, claim));
  await step(() => sendLoginCode(service, first.body, '000000'));
  service.now += minute;
  const second = await step(() => askToLogIn(service, claim));
  await step(() => sendLoginCode(service, first.body, '000000'));
  for (let tries = 0; tries < 6; tries += 1) {
    await step(() => sendLoginCode(service, second.body, '000000'));
  }
  service.now += 11 * minute;
  await step(() => askToLogIn(service, claim, { from: '203.0.113.8' }));
  await step(() => askToLogIn(service, claim, { from: '203.0.113.9' }));
  service.now += 60 * minute;
  const last = await step(() => askToLogIn(service, claim));
  await step(() => sendLoginCode(service, last.body, '000000'));
  service.now += 24 * 60 * minute;
  return { answers, statements };
}

describe('known and unknown patients', () => {
  for (const [who, claim] of Object.entries(strangers)) {
    it(`[P-33] one ${who} sees the very answers that a patient sees, at the cost of the same statements`, async () => {
      const known = await attempts(kari);
      const unknown = await attempts(claim);
      assert.deepEqual(unknown.answers, known.answers);
      assert.deepEqual(unknown.statements, known.statements);
      // The comparison means something: each kind of answer is there, and each call asks the database.
      const statuses = known.answers.map((answer) => (answer as { status: number }).status);
      const guesses = [422, 422, 422, 422, 422, 429];
      assert.deepEqual(statuses, [202, 429, 422, 202, 410, ...guesses, 202, 429, 202, 422]);
      assert.ok(known.statements.every(({ length }) => length > 2));
    });
  }
});
