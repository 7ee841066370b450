// The service as the fuzzer calls it: over HTTP, on PostgreSQL, with a clock that is set, and accounts that are made anew.
import { createEidClient } from '../../service/node/eid-client.js';
import { startServer } from '../../service/node/start-server.js';
import { createApp } from '../../service/http/create-app.js';
import { standardLimits, type Limits } from '../../service/context/limits.js';
import type { OutgoingMessage } from '../../service/messages/transport.js';
import { inAccount } from '../../service/store/database.js';
import { putEidProvider } from '../../service/store/eid-providers.js';
import { addPatient } from '../../service/store/patients.js';
import { randomToken, sha256 } from '../../service/store/secrets.js';
import { storePerson } from '../../service/store/staff/people.js';
import { storeSignInProvider } from '../../service/store/staff/sign-in-providers.js';
import { insertStaffSession } from '../../service/store/staff/staff-sessions.js';
import { nationalIdClaim } from '../../demo/provider/start-provider.js';
import { addDays, weekday } from '../../src/domain/civil-date.js';
import type { StaffRole } from '../../src/contract/index.js';
import { setUpClinic } from '../../test/service/support/clinic-fixture.js';
import { serviceOrigin } from '../../test/service/support/eid-browser.js';
import { pageOrigin, startTestProvider } from '../../test/service/support/eid-clinic.js';
import { serverKey, testId } from '../../test/service/support/service.js';
import { platformKey } from '../../test/service/support/staff.js';
import { openTestDatabase, type TestDatabase } from '../../test/service/support/test-database.js';

/** Where the console would be. */
export const consoleOrigin = 'https://console.example';

export const hostKey = 'the-key-of-whoever-runs-the-service';

/** A service that listens. */
export interface FuzzedService {
  root: URL;
  database: TestDatabase;
  /** What the app could not explain; emptied by whoever reads it. */
  errors: unknown[];
  sent: OutgoingMessage[];
  /** Work that goes on after answers. */
  settled: () => Promise<void>;
  /** Milliseconds that the clock is ahead of the real one. */
  ahead: number;
  /** A new account with a week of free times and a patient on file, whom its staff's calls are about. */
  createAccount: (id: string) => Promise<Account>;
  close: () => Promise<void>;
}

/** Of the addresses that sign in at a provider. */
export const chainDomain = 'chain.test';

/** Somebody of an account's staff, in a session. */
export interface Member {
  id: string;
  email: string;
  token: string;
}

/** Stores a reader of an account, who may do nothing but be themselves, with a session. */
export async function addMember(
  { database, ahead }: Pick<FuzzedService, 'database' | 'ahead'>,
  accountId: string,
  role: StaffRole = 'reader',
): Promise<Member> {
  const now = Date.now() + ahead;
  const id = crypto.randomUUID();
  const email = `${id}@clinic.test`;
  const token = randomToken();
  const tokenHash = await sha256(token);
  await inAccount(database.db, accountId, async (tx) => {
    await storePerson(tx, {
      ...{ accountId, id, name: 'Kari Berg', email, emailKey: email },
      ...{ roles: [{ role }], createdAt: new Date(now) },
    });
    const session = { accountId, personId: id, tokenHash, kind: 'code' as const, device: '' };
    await insertStaffSession(tx, session, now);
  });
  return { id, email, token };
}

/** An account, and what calls to it need. */
export interface Account {
  id: string;
  monday: string;
  patient: { id: string; nationalId: string; mobile: string };
}

/** No caller runs into a limit: what calls do is looked at, not how many there may be. */
const limits = Object.fromEntries(
  Object.keys(standardLimits).map((name) => [name, name === 'shareOfDay' ? 1 : 1_000_000_000]),
) as unknown as Limits;

export async function startFuzzedService(): Promise<FuzzedService> {
  const database = await openTestDatabase('postgres');
  const provider = await startTestProvider();
  const background: Promise<unknown>[] = [];
  const send = async (message: OutgoingMessage) => {
    service.sent.push(message);
    return { messageId: message.id };
  };
  const app = createApp({
    db: database.db,
    clock: () => Date.now() + service.ahead,
    transports: { sms: send, email: send },
    serverKey,
    platformKey,
    operatorKey: hostKey,
    consoleOf: () => consoleOrigin,
    limits,
    publicUrl: serviceOrigin,
    trustProxy: 1,
    addressOf: () => '198.51.100.7',
    eid: createEidClient({ isDemo: true }),
    later: (work) => void background.push(work()),
    onError: (error) => service.errors.push(error),
  });
  const server = await startServer(app.fetch, { port: 0 });
  let people = 0;
  const service: FuzzedService = {
    root: new URL(`http://127.0.0.1:${server.port}`),
    database,
    errors: [],
    sent: [],
    ahead: 0,
    async settled() {
      while (background.length > 0) await Promise.allSettled(background.splice(0));
    },
    async createAccount(id) {
      const today = new Date(Date.now() + service.ahead).toISOString().slice(0, 10);
      const monday = addDays(today, 15 - weekday(today));
      await setUpClinic(database.db, {
        id,
        monday,
        clinicians: ['berit', 'carl', 'dina', 'eli', 'finn'].map((one) => ({ id: one })),
        settings: {
          allowedOrigins: [pageOrigin, serviceOrigin],
          login: { on: true, sms: true, eid: [{ id: 'bankid', name: 'BankID (test)' }] },
          changeDeadlineHours: 0,
          timeAlerts: true,
        },
      });
      const patient = { nationalId: testId(people), mobile: `9${String(1_000_000 + people)}` };
      people += 1;
      return inAccount(database.db, id, async (tx) => {
        await putEidProvider(tx, id, 'bankid', {
          name: 'BankID (test)',
          issuer: provider.issuer,
          clientId: 'demo',
          clientSecret: provider.secretOf('demo'),
          nationalIdClaim,
        });
        await storeSignInProvider(tx, {
          ...{ accountId: id, id: 'chain', name: 'Chain', domains: [chainDomain] },
          ...{ issuer: provider.issuer, clientId: 'demo', sealedSecret: null },
        });
        const row = await addPatient(tx, {
          accountId: id,
          nationalId: patient.nationalId,
          firstName: 'Kari',
          lastName: 'Berg',
          mobile: `+47${patient.mobile}`,
          email: 'kari@example.com',
          mobileTrusted: true,
          createdAt: new Date(),
        });
        return { id, monday, patient: { id: row!.id, ...patient } };
      });
    },
    async close() {
      const closed = server.close();
      server.cutOff();
      await closed;
      await provider.close();
      await database.close();
    },
  };
  return service;
}
