import type { SealedTable, StoredId } from '../../../service/store/national-ids.js';
import type { NewPatient, PatientRow } from '../../../service/store/patients.js';
import { addPatient } from '../../../service/store/patients.js';
import { inAccount } from '../../../service/store/database.js';
import * as schema from '../../../service/store/schema/index.js';
import { randomToken, sha256 } from '../../../service/store/secrets.js';
import { insertSession } from '../../../service/store/sessions.js';
import type { NewSession } from '../../../service/store/sessions.js';
import { testId } from './service.js';
import type { TestDatabase } from './test-database.js';

/** Kari's own mobile, as it is stored. */
export const kariMobile = '+4798765432';

/** Stores Kari, whom the clinic knows: her mobile is a way in unless told. */
export async function storePatient(
  database: TestDatabase,
  change: Partial<NewPatient> = {},
): Promise<PatientRow> {
  const row = await inAccount(database.db, 'demo', (tx) =>
    addPatient(tx, {
      accountId: 'demo',
      nationalId: testId(7),
      firstName: 'Kari',
      lastName: 'Berg',
      mobile: kariMobile,
      email: 'kari@example.com',
      address1: 'Parkveien 1',
      mobileTrusted: true,
      createdAt: new Date('2026-01-01T00:00:00Z'),
      ...change,
    }),
  );
  return row!;
}

/** Opens a session without a login, as a way in would; by e-ID unless told. Returns the header that brings it. */
export async function openSession(
  database: TestDatabase,
  now: number,
  change: Partial<NewSession> = {},
): Promise<{ Authorization: string }> {
  const token = randomToken();
  const tokenHash = await sha256(token);
  await inAccount(database.db, 'demo', (tx) =>
    insertSession(
      tx,
      { accountId: 'demo', tokenHash, kind: 'eid', nationalId: testId(7), ...change },
      now,
    ),
  );
  return { Authorization: `Bearer ${token}` };
}

type Stored =
  'bookings' | 'logins' | 'outbox' | 'patientChanges' | 'patients' | 'reservations' | 'sessions';

/** All rows of a table of the account "demo", with the national IDs readable. */
export async function rowsOf<Table extends Stored>(
  { db }: Pick<TestDatabase, 'db'>,
  table: Table,
): Promise<((typeof schema)[Table]['$inferSelect'] & { nationalId: string | null })[]> {
  return inAccount(db, 'demo', async (tx) => {
    const rows = (await tx.select().from(schema[table] as never)) as (StoredId & { id: string })[];
    const read = rows.map(async (row) => {
      const isSealed = 'nationalIdSealed' in row;
      const nationalId = isSealed ? await tx.nationalIds.open(table as SealedTable, row) : null;
      return { ...row, nationalId };
    });
    return (await Promise.all(read)) as never;
  });
}
