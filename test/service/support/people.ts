import { randomToken, sha256 } from '../../../service/store/secrets.js';
import type { Database } from '../../../service/store/database.js';
import { inAccount } from '../../../service/store/database.js';
import { storePerson } from '../../../service/store/staff/people.js';
import { insertStaffSession } from '../../../service/store/staff/staff-sessions.js';
import type { GivenRole } from '../../../src/contract/index.js';
import type { TestService } from './service.js';
import type { Operator } from './staff.js';
import { operatorOf } from './staff.js';

/** Somebody of a test's staff. */
export interface TestPerson extends Operator {
  id: string;
  email: string;
}

export interface PersonOptions {
  account?: string;
  name?: string;
  roles?: GivenRole[];
  mayPublish?: boolean;
  clinician?: string;
}

let count = 0;

/** Stores a person and opens a session, past all checks: calls carry its token as a bearer. */
export async function personOf(
  service: TestService,
  { db }: { db: Database },
  {
    account = 'demo',
    name,
    roles = [{ role: 'owner' }],
    mayPublish = true,
    clinician,
  }: PersonOptions,
): Promise<TestPerson> {
  count += 1;
  const id = crypto.randomUUID();
  const email = `person-${count}@clinic.test`;
  const token = randomToken();
  await inAccount(db, account, async (tx) => {
    await storePerson(tx, {
      accountId: account,
      id,
      name: name ?? `Person ${count}`,
      email,
      emailKey: email,
      roles,
      mayPublish,
      clinicianId: clinician ?? null,
      createdAt: new Date(service.now),
    });
    const tokenHash = await sha256(token);
    const session = {
      accountId: account,
      personId: id,
      tokenHash,
      kind: 'code' as const,
      device: '',
    };
    await insertStaffSession(tx, session, service.now);
  });
  return { id, email, ...operatorOf(service, account, token) };
}
