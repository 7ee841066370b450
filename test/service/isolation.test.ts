import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { after, before, describe, it } from 'node:test';
import { sql } from 'drizzle-orm';
import { monday, setUpClinic } from './support/clinic-fixture.js';
import { startService } from './support/service.js';
import { openTestDatabase } from './support/test-database.js';
import { inAccount } from '../../service/store/database.js';
import { sqlState } from '../../service/store/sql-state.js';
import { findMissingGuards } from '../../service/store/guards.js';
import { isMigrated, migrate } from '../../service/store/migrate.js';
import * as schema from '../../service/store/schema/index.js';
import type { SlotList } from '../../src/contract/index.js';

const database = await openTestDatabase();
after(() => database.close());

describe('one account never sees another’s data', () => {
  before(async () => {
    await setUpClinic(database.db, { id: 'demo' });
    await setUpClinic(database.db, { id: 'other' });
  });

  it('[N-04] every table but that of the migrations is guarded', async () => {
    const rows = await database.db
      .select({ name: sql<string>`relname` })
      .from(sql`pg_class`)
      .where(sql`relnamespace = 'public'::regnamespace AND relkind = 'r' AND NOT relrowsecurity`);
    assert.deepEqual(
      rows.map(({ name }) => name),
      ['opus_migrations'],
    );
  });

  /** What the service does with each table, and nothing more. */
  const rights = {
    accounts: 'INSERT SELECT UPDATE',
    appointment_texts: 'INSERT SELECT',
    booking_templates: 'INSERT SELECT UPDATE',
    bookings: 'INSERT SELECT UPDATE',
    categories: 'DELETE INSERT SELECT UPDATE',
    clinic_groups: 'DELETE INSERT SELECT UPDATE',
    clinician_clinics: 'DELETE INSERT SELECT',
    clinicians: 'INSERT SELECT UPDATE',
    clinics: 'INSERT SELECT UPDATE',
    code_failures: 'DELETE INSERT SELECT',
    companies: 'DELETE INSERT SELECT UPDATE',
    consent_texts: 'INSERT SELECT',
    data_journal: 'INSERT SELECT',
    day_revisions: 'INSERT SELECT UPDATE',
    demo_messages: 'DELETE INSERT SELECT',
    eid_providers: 'DELETE INSERT SELECT UPDATE',
    idempotency_keys: 'DELETE INSERT SELECT UPDATE',
    journal_entries: 'INSERT SELECT',
    logins: 'DELETE INSERT SELECT UPDATE',
    message_counts: 'INSERT SELECT UPDATE',
    message_runs: 'DELETE INSERT SELECT UPDATE',
    message_texts: 'DELETE INSERT SELECT UPDATE',
    outbox: 'DELETE INSERT SELECT UPDATE',
    patient_changes: 'DELETE INSERT SELECT UPDATE',
    patient_words: 'DELETE INSERT SELECT',
    patients: 'DELETE INSERT SELECT UPDATE',
    preblock_categories: 'DELETE INSERT SELECT',
    preblock_definitions: 'INSERT SELECT UPDATE',
    preblock_list_items: 'DELETE INSERT SELECT',
    preblock_lists: 'DELETE INSERT SELECT UPDATE',
    preblock_placements: 'DELETE INSERT SELECT UPDATE',
    proved_networks: 'DELETE INSERT SELECT UPDATE',
    rate_windows: 'DELETE INSERT SELECT UPDATE',
    recalls: 'DELETE INSERT SELECT UPDATE',
    reminder_runs: 'INSERT SELECT UPDATE',
    reservations: 'DELETE INSERT SELECT UPDATE',
    resources: 'INSERT SELECT UPDATE',
    sessions: 'DELETE INSERT SELECT UPDATE',
    sms_gateways: 'INSERT SELECT UPDATE',
    sms_received: 'DELETE INSERT SELECT UPDATE',
    sms_refusals: 'DELETE INSERT SELECT',
    sms_reports: 'DELETE INSERT SELECT UPDATE',
    sms_runs: 'INSERT SELECT UPDATE',
    sms_senders: 'DELETE INSERT SELECT UPDATE',
    staff_history: 'INSERT SELECT',
    staff_images: 'INSERT SELECT',
    staff_invitations: 'DELETE INSERT SELECT UPDATE',
    staff_keys: 'INSERT SELECT UPDATE',
    staff_passkeys: 'DELETE INSERT SELECT UPDATE',
    staff_people: 'INSERT SELECT UPDATE',
    staff_sessions: 'DELETE INSERT SELECT UPDATE',
    staff_sign_in_providers: 'DELETE INSERT SELECT UPDATE',
    staff_sign_ins: 'DELETE INSERT SELECT UPDATE',
    template_list_items: 'DELETE INSERT SELECT',
    template_lists: 'DELETE INSERT SELECT UPDATE',
    time_alerts: 'DELETE INSERT SELECT UPDATE',
    time_alerts_told: 'DELETE INSERT SELECT',
    time_openings: 'DELETE INSERT SELECT UPDATE',
    timebook_revisions: 'INSERT SELECT UPDATE',
    working_times: 'DELETE INSERT SELECT UPDATE',
  };
  const rightsInForce = async () => {
    const rows = await database.db
      .select({
        table: sql<string>`relname`,
        rights: sql<string>`string_agg(privilege_type, ' ' ORDER BY privilege_type)`,
      })
      .from(sql`pg_class, aclexplode(relacl) AS acl`)
      .where(
        sql`relnamespace = 'public'::regnamespace AND relkind = 'r' AND grantee IN (0, 'opus_service'::regrole)`,
      )
      .groupBy(sql`relname`);
    return Object.fromEntries(rows.map((row) => [row.table, row.rights]));
  };

  it('[N-04] the role of the service may do with each table what it does, and no more', async () => {
    assert.deepEqual(await rightsInForce(), rights);
  });

  it('[N-04] rights that it should not have are seen, and taken away at the next start', async () => {
    await database.db.execute('GRANT ALL ON consent_texts, journal_entries TO opus_service');
    await database.db.execute('REVOKE UPDATE ON reservations FROM opus_service');
    assert.deepEqual((await findMissingGuards(database.db)).sort(), [
      'the rights on consent_texts',
      'the rights on journal_entries',
      'the rights on reservations',
    ]);
    await migrate(database.db);
    assert.deepEqual(await rightsInForce(), rights);
    assert.deepEqual(await findMissingGuards(database.db), []);
  });

  it('[N-04] every key of an account’s table holds the account, so that its tables can be parted by account', async () => {
    const keys = await database.db
      .select({ table: sql<string>`owner.relname`, name: sql<string>`keys.name` })
      .from(
        sql`(
          SELECT conrelid AS relid, conname AS name, conkey AS columns FROM pg_constraint WHERE contype IN ('p', 'u', 'x', 'f')
          UNION ALL
          SELECT indrelid, indexrelid::regclass::text, indkey::int2[] FROM pg_index WHERE indisunique
        ) AS keys
        JOIN pg_class owner ON owner.oid = keys.relid AND owner.relnamespace = 'public'::regnamespace
        JOIN pg_attribute account ON account.attrelid = owner.oid AND account.attname = 'account_id'`,
      )
      .where(sql`account.attnum <> ALL (keys.columns)`);
    assert.deepEqual(keys, []);
  });

  it('[A-10] a guard compares times before it compares what differs in nearly every row', async () => {
    const guards = await database.db
      .select({ name: sql<string>`conname`, operators: sql<string>`operators` })
      .from(
        sql`(
          SELECT conname, (
            SELECT string_agg(oprname, ' ' ORDER BY place)
            FROM unnest(conexclop) WITH ORDINALITY AS used (operator, place) JOIN pg_operator ON pg_operator.oid = operator
          ) AS operators
          FROM pg_constraint WHERE contype = 'x'
        ) AS guards`,
      );
    assert.ok(guards.length > 2);
    assert.deepEqual(
      guards.filter(({ operators }) => !/^(?:= )+&& <>$/.test(operators)),
      [],
    );
  });

  it('[N-04] a query that forgets the account gets one account’s rows', async () => {
    const seen = await inAccount(database.db, 'demo', async (tx) => [
      ...(await tx.select({ id: schema.accounts.id }).from(schema.accounts)).map(({ id }) => id),
      ...(await tx.select().from(schema.clinics)).map(({ accountId }) => accountId),
      ...(await tx.select().from(schema.workingTimes)).map(({ accountId }) => accountId),
    ]);
    assert.deepEqual([...new Set(seen)], ['demo']);
  });

  it('[N-04] a row for another account cannot be written', async () => {
    await assert.rejects(
      inAccount(database.db, 'demo', (tx) =>
        tx.insert(schema.companies).values({ accountId: 'other', id: 'x', name: 'x' }),
      ),
      (error) => sqlState(error) === '42501',
    );
    const changed = await inAccount(database.db, 'demo', (tx) =>
      tx.update(schema.accounts).set({ name: 'Mine' }).returning({ id: schema.accounts.id }),
    );
    assert.deepEqual(changed, [{ id: 'demo' }]);
  });

  it('[N-04] without an account nothing is seen', async () => {
    const rows = await inAccount(database.db, '', (tx) => tx.select().from(schema.accounts));
    assert.deepEqual(rows, []);
  });

  it('[N-04] the same time of the same ids in two accounts, and no token opens the other', async () => {
    const service = startService(database);
    const mine = await service.hold({ clinician: 'anne' });
    const theirs = await service.hold({ clinician: 'anne' }, { account: 'other' });
    assert.deepEqual([mine.status, theirs.status], [201, 201]);
    const crossed = await service.request(`/v1/accounts/other/holds/${mine.body.id}`, {
      method: 'DELETE',
      headers: { 'Hold-Token': mine.body.token },
    });
    assert.equal(crossed.status, 404);
    const { body } = await service.request<SlotList>(
      `/v1/accounts/other/slots?from=${monday}&to=2026-11-24&clinician=anne&treatment=check`,
    );
    assert.equal(body.slots.length, 7);
  });
});

describe('the database itself', () => {
  const live = {
    accountId: 'demo',
    clinicianId: 'anne',
    clinicId: 'west',
    status: 'booked' as const,
    createdAt: new Date(),
  };
  const reserve = (from: string, to: string, party = crypto.randomUUID()) =>
    inAccount(database.db, 'demo', (tx) =>
      tx.insert(schema.reservations).values({
        ...live,
        id: crypto.randomUUID(),
        partyId: party,
        startsAt: new Date(`${monday}T${from}:00Z`),
        endsAt: new Date(`${monday}T${to}:00Z`),
      }),
    );

  it('[A-10] refuses two appointments that overlap, lets them touch, and lets one party overlap itself', async () => {
    const party = crypto.randomUUID();
    await reserve('13:00', '13:30', party);
    await reserve('13:30', '14:00');
    await assert.rejects(reserve('13:29', '13:31'), (error) => sqlState(error) === '23P01');
    await reserve('13:10', '13:20', party);
  });

  it('[A-10] refuses a time without length', async () => {
    await assert.rejects(reserve('15:00', '15:00'), (error) => sqlState(error) === '23514');
  });

  it('[A-01] refuses working time at two clinics at once', async () => {
    await assert.rejects(
      inAccount(database.db, 'demo', (tx) =>
        tx.insert(schema.workingTimes).values({
          accountId: 'demo',
          clinicianId: 'anne',
          clinicId: 'east',
          date: monday,
          fromMinutes: 700,
          toMinutes: 800,
        }),
      ),
      (error) => sqlState(error) === '23P01',
    );
  });

  it('[N-01] gets the migrations as they lie in their folder', () => {
    execFileSync('npx', ['tsx', 'tools/migrations.ts', 'check'], { stdio: 'pipe' });
  });

  it('[N-01] is migrated once, however often and by however many', async () => {
    await Promise.all([migrate(database.db), migrate(database.db)]);
    assert.ok(await isMigrated(database.db));
  });
});
