import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { inAccount } from '../../../service/store/database.js';
import { randomToken, sha256 } from '../../../service/store/secrets.js';
import { insertSession } from '../../../service/store/sessions.js';
import { updatePatient } from '../../../service/store/patients.js';
import { decidePatientChange } from '../../../service/store/staff/patient-changes.js';
import { putPatient } from '../../../service/store/staff/patients.js';
import * as schema from '../../../service/store/schema/index.js';
import { setUpClinic } from '../support/clinic-fixture.js';
import { askToLogIn, sendLoginCode } from '../support/logins.js';
import { kariMobile, rowsOf, storePatient } from '../support/patients.js';
import { startService, testId } from '../support/service.js';
import { countRows, openTestDatabase } from '../support/test-database.js';

// Always PostgreSQL: without one this fails, it never skips.
const database = await openTestDatabase('postgres');
after(() => database.close());

const newMobile = '+4741234567';
type Work = Parameters<typeof inAccount<void>>[2];

let service: ReturnType<typeof startService>;
let patientId: string;
let changeId: string;
beforeEach(async () => {
  await database.clear();
  await setUpClinic(database.db, { settings: { login: { on: true, sms: true, eid: [] } } });
  service = startService(database);
  patientId = (await storePatient(database)).id;
  changeId = crypto.randomUUID();
  await inAccount(database.db, 'demo', (tx) =>
    tx.insert(schema.patientChanges).values({
      accountId: 'demo',
      id: changeId,
      patientId,
      bookingId: null,
      changes: { mobile: { from: kariMobile, to: newMobile } },
      status: 'waiting',
      askedAt: now(),
    }),
  );
});

const now = () => new Date(service.now);
/** Every way in which a patient's mobile becomes another. */
const ways: Record<string, Work> = {
  'the clinic’s yes': async (tx) => {
    assert.ok(await decidePatientChange(tx, changeId, true, now()));
  },
  'the clinic’s own words': async (tx) => {
    const kari = { firstName: 'Kari', lastName: 'Berg', nationalId: testId(7) };
    await putPatient(tx, { accountId: 'demo', id: patientId, ...kari, mobile: newMobile }, now());
  },
  'a booking with e-ID': (tx) => updatePatient(tx, patientId, { mobile: newMobile }, now()),
};

/** Waits until some transaction of this database waits for another one; throws after ten seconds. */
async function untilOneWaits(): Promise<void> {
  for (let tries = 0; tries < 500; tries += 1) {
    const waiting = await countRows(
      database.db,
      `pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    if (waiting > 0) return;
    await pause(20);
  }
  throw new Error('Nobody waits.');
}

const openSessions = async () =>
  (await rowsOf(database, 'sessions')).filter(({ revokedAt }) => revokedAt === null).length;

describe('a mobile that changes while its patient logs in with it', () => {
  for (const [name, change] of Object.entries(ways)) {
    it(`[P-33] ${name}, not settled yet: the code of the old mobile opens nothing`, async () => {
      const { body } = await askToLogIn(service);
      const code = service.lastCode();
      let login: ReturnType<typeof sendLoginCode>;
      await inAccount(database.db, 'demo', async (tx) => {
        await change(tx);
        login = sendLoginCode(service, body, code);
        await untilOneWaits();
      });
      const answer = await login!;
      assert.deepEqual([answer.status, answer.body.code], [410, 'code-expired']);
      assert.equal(await openSessions(), 0);
    });

    it(`[P-33] ${name}, while a session begins: it ends with the others`, async () => {
      const tokenHash = await sha256(randomToken());
      let changing: Promise<void>;
      await inAccount(database.db, 'demo', async (tx) => {
        const session = { accountId: 'demo', tokenHash, nationalId: testId(7), patientId };
        await insertSession(tx, { ...session, kind: 'sms' }, service.now);
        changing = inAccount(database.db, 'demo', change);
        await untilOneWaits();
      });
      await changing!;
      assert.equal(await openSessions(), 0);
    });
  }
});
