import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { standardLimits } from '../../../service/context/limits.js';
import type { LoginStarted, Problem, SessionCodeSent } from '../../../src/contract/index.js';
import { setUpClinic } from '../support/clinic-fixture.js';
import { openSession, rowsOf, storePatient } from '../support/patients.js';
import { testId } from '../support/service.js';
import type { ServiceProcess, TimedAnswer } from '../support/service-process.js';
import { callProcess } from '../support/service-process.js';
import { startTwoProcesses } from '../support/two-processes.js';

// Callers come through a proxy, so that each has an address of its own; whoever names none is this machine, without limits.
const { atOnce, database, processOf } = await startTwoProcesses({
  POOL_SIZE: '20',
  TRUST_PROXY: '1',
});

const hour = 3_600_000;
/** Budgets are counted by the hour of the clock: no test begins in its last half minute. */
async function awayFromTheHour(): Promise<void> {
  const left = hour - (Date.now() % hour);
  if (left < 30_000) await pause(left + 100);
}
beforeEach(async () => {
  await awayFromTheHour();
  await database.clear();
  await setUpClinic(database.db, { settings: { login: { on: true, sms: true, eid: [] } } });
});

const mobileOf = (index: number) => String(40_000_000 + index);
const addressOf = (index: number) => `198.51.100.${index}`;

/** How often each was answered: the code of a problem, what is left of tries, or the status. */
function tally(answers: readonly TimedAnswer<Partial<Problem>>[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status, body } of answers) {
    const name = String(body.triesLeft ?? body.code ?? status);
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

const logIn = (
  service: ServiceProcess,
  claim: { nationalId: string; mobile: string },
  address?: string,
) =>
  callProcess<LoginStarted & Problem>(service, '/logins', {
    json: claim,
    headers: address ? { 'X-Forwarded-For': address } : {},
  });
const tryCode = (service: ServiceProcess, { id, token }: LoginStarted, code = '000000') =>
  callProcess<Problem>(service, `/logins/${id}/code`, {
    json: { code },
    headers: { 'Login-Token': token },
  });

describe('two processes, logins by SMS at once', () => {
  it('[N-05] [P-33] of one number for made-up IDs, and of one ID with made-up numbers: no SMS leaves, and nobody is kept out', async () => {
    const [nationalId, mobile] = [testId(0), mobileOf(0)];
    await storePatient(database, { nationalId, mobile: `+47${mobile}` });
    const answers = await atOnce(80, (service, index) =>
      logIn(
        service,
        index % 2
          ? { nationalId: testId(index), mobile }
          : { nationalId, mobile: mobileOf(index + 1) },
        addressOf(index),
      ),
    );
    assert.deepEqual(tally(answers), { 202: 80 });
    const statuses = (await rowsOf(database, 'outbox')).map(({ status }) => status);
    assert.deepEqual(new Set(statuses), new Set(['A']));
    assert.equal((await logIn(processOf(0), { nationalId, mobile }, addressOf(200))).status, 202);
  });

  it('[P-33] from one address, of many people', async () => {
    const most = standardLimits.loginsPerAddressAnHour;
    const answers = await atOnce(60, (service, index) =>
      logIn(service, { nationalId: testId(index), mobile: mobileOf(index) }, addressOf(0)),
    );
    assert.deepEqual(tally(answers), { 202: most, 'rate-limited': 60 - most });
    // Another address goes on.
    const other = { nationalId: testId(60), mobile: mobileOf(60) };
    assert.equal((await logIn(processOf(0), other, addressOf(1))).status, 202);
  });

  it('[P-33] of numbers, IDs and addresses mixed: none is over its budget, and nobody waits in a ring', async () => {
    const [numbers, addresses] = [12, 3];
    const claims = Array.from({ length: numbers ** 2 }, (_, index) => ({
      mobile: mobileOf(index % numbers),
      nationalId: testId(Math.floor(index / numbers)),
      address: addressOf(Math.floor(index / numbers) % addresses),
    }));
    const answers = await atOnce(claims.length, (service, index) => {
      const { address, ...claim } = claims[index]!;
      return logIn(service, claim, address);
    });
    const count = (field: 'mobile' | 'address') => {
      const counts = new Map<string, number>();
      for (const [index, { status }] of answers.entries()) {
        const name = claims[index]![field];
        if (status === 202) counts.set(name, (counts.get(name) ?? 0) + 1);
      }
      return [...counts.values()];
    };
    const { 202: begun = 0, 'rate-limited': refused = 0 } = tally(answers);
    assert.equal(begun + refused, claims.length);
    // Of each address 48 callers: its budget is used up to the last, and numbers and IDs have none.
    const most = standardLimits.loginsPerAddressAnHour;
    assert.deepEqual(count('address'), [most, most, most]);
  });

  it('[P-33] of one ID with one number, from one address: one code leaves, the others have to wait for the next', async () => {
    const claim = { nationalId: testId(0), mobile: mobileOf(0) };
    const answers = await atOnce(20, (service) => logIn(service, claim, addressOf(0)));
    assert.deepEqual(tally(answers), { 202: 1, 'rate-limited': 19 });
    assert.equal((await rowsOf(database, 'outbox')).length, 1);
  });

  it('[N-05] [P-33] of one ID with one number, from many addresses: eight codes leave, and no more', async () => {
    const claim = { nationalId: testId(0), mobile: mobileOf(0) };
    const most = standardLimits.unusedCodesADay;
    const answers = await atOnce(20, (service, index) => logIn(service, claim, addressOf(index)));
    assert.deepEqual(tally(answers), { 202: most, 'rate-limited': 20 - most });
    assert.equal((await rowsOf(database, 'outbox')).length, most);
  });

  it('[P-33] five tries of a login, counted one by one, whatever was tried for the same ID and number before', async () => {
    const claim = { nationalId: testId(0), mobile: mobileOf(0) };
    for (let login = 0; login < 3; login += 1) {
      const { body } = await logIn(processOf(0), claim);
      const tries = await atOnce(12, (service) => tryCode(service, body));
      assert.deepEqual(tally(tries), { 0: 1, 1: 1, 2: 1, 3: 1, 4: 1, 'too-many-tries': 7 });
    }
  });
});

/** Sessions by e-ID of patients on file, one each. */
async function openSessions(count: number, mobile: (index: number) => string) {
  const sessions: { Authorization: string }[] = [];
  for (let index = 0; index < count; index += 1) {
    const nationalId = testId(index);
    const who = { nationalId, mobile: `+47${mobile(index)}`, email: null };
    const { id: patientId } = await storePatient(database, who);
    sessions.push(await openSession(database, Date.now(), { patientId, nationalId }));
  }
  return sessions;
}
const sendCode = (service: ServiceProcess, session: { Authorization: string }, address: string) =>
  callProcess<SessionCodeSent & Problem>(service, '/session/code/send', {
    json: {},
    headers: { ...session, 'X-Forwarded-For': address },
  });
const tryToConfirm = (service: ServiceProcess, session: { Authorization: string }) =>
  callProcess<Problem>(service, '/session/code', { json: { code: '000000' }, headers: session });

describe('two processes, codes of sessions at once', () => {
  it('[P-33] [P-43] to one number, of many patients from many addresses', async () => {
    const most = standardLimits.smsToNumberAnHour;
    const sessions = await openSessions(16, () => mobileOf(0));
    const answers = await atOnce(16, (service, index) =>
      sendCode(service, sessions[index]!, addressOf(index)),
    );
    assert.deepEqual(tally(answers), { 202: most, 'rate-limited': 16 - most });
    assert.equal((await rowsOf(database, 'outbox')).length, most);
  });

  it('[P-33] [P-43] from one address, of many patients with numbers of their own', async () => {
    const most = standardLimits.smsPerAddressAnHour;
    const sessions = await openSessions(30, mobileOf);
    const answers = await atOnce(30, (service, index) =>
      sendCode(service, sessions[index]!, addressOf(0)),
    );
    assert.deepEqual(tally(answers), { 202: most, 'rate-limited': 30 - most });
  });

  it('[P-33] [P-43] of one session: one leaves, and it has five tries', async () => {
    const [session] = await openSessions(1, mobileOf);
    const sent = await atOnce(12, (service, index) =>
      sendCode(service, session!, addressOf(index)),
    );
    assert.deepEqual(tally(sent), { 202: 1, 'rate-limited': 11 });
    const tries = await atOnce(12, (service) => tryToConfirm(service, session!));
    assert.deepEqual(tally(tries), { 0: 1, 1: 1, 2: 1, 3: 1, 4: 1, 'too-many-tries': 7 });
  });

  it('[P-33] [P-43] of several sessions of one patient: ten wrong codes a day over all of them', async () => {
    const nationalId = testId(0);
    const { id: patientId } = await storePatient(database, { nationalId, email: null });
    const sessions = await Promise.all(
      Array.from({ length: 4 }, () => openSession(database, Date.now(), { patientId, nationalId })),
    );
    const sent = await atOnce(4, (service, index) =>
      sendCode(service, sessions[index]!, addressOf(index)),
    );
    assert.deepEqual(tally(sent), { 202: 4 });
    const answers = await atOnce(16, (service, index) =>
      tryToConfirm(service, sessions[Math.floor(index / 4)]!),
    );
    const most = standardLimits.wrongCodesADay;
    assert.equal(tally(answers)['too-many-tries'], 16 - most);
    assert.equal(answers.filter(({ body }) => body.code === 'code-wrong').length, most);
  });
});
