// What becomes of personal data: how long it is kept, and what one person gets and has erased (GDPR, articles 5, 15, 17).
import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import { sql } from 'drizzle-orm';
import { inAccount } from '../../service/store/database.js';
import { purgeExpired } from '../../service/store/purge-expired.js';
import type { DataJournal, PatientExport } from '../../src/contract/index.js';
import {
  DataJournal as JournalSchema,
  PatientExport as ExportSchema,
} from '../../src/contract/index.js';
import { monday, setUpClinic } from './support/clinic-fixture.js';
import { dumpOf, formsOf } from './support/dump.js';
import { logIn } from './support/logins.js';
import { openSession, rowsOf, storePatient } from './support/patients.js';
import type { TestService } from './support/service.js';
import { bookingOf, startService, testId } from './support/service.js';
import { operatorOf } from './support/staff.js';
import { countRows, openTestDatabase } from './support/test-database.js';

const database = await openTestDatabase();
after(() => database.close());

const operatorKey = 'the-key-of-all-operators';
const day = 86_400_000;
/** The sample Monday and much later. */
const booked = Date.parse(`${monday}T08:00:00+01:00`);
const daysAfter = (days: number) => booked + days * day;

let service: TestService;
let staff: ReturnType<typeof operatorOf>;
beforeEach(async () => {
  await database.clear();
  await setUpClinic(database.db, {
    settings: {
      confirmation: 'none',
      login: { on: true, sms: true, eid: [] },
      journalCancellations: true,
      changeDeadlineHours: 0,
    },
  });
  service = startService(database, { operatorKey, limits: { shareOfDay: 1 } });
  staff = operatorOf(service, 'demo', operatorKey);
});

const book = async (patient: object, time = '08:00') => {
  const { body } = await service.hold({ clinician: 'anne', start: `${monday}T${time}:00+01:00` });
  const answer = await service.book(body, {
    patient: { ...bookingOf(body).patient, ...patient },
    message: 'I am afraid of needles',
  });
  assert.equal(answer.status, 201);
  return answer.body.appointment.id;
};
const journal = async () => (await staff.call<DataJournal>('GET', '/data-journal')).body.entries;
const kari = {
  nationalId: testId(7),
  firstName: 'Karianne',
  mobile: '98765432',
  email: 'kari@example.com',
};

describe('how long personal data is kept', () => {
  it('[N-08] is a policy of the account, with safe defaults and limits', async () => {
    type Settings = { retention: object; fields: object };
    const { body } = await staff.call<Settings>('GET', '/settings');
    const standard = { messageDays: 30, appointmentMonths: 24, contactMonths: 36 };
    assert.deepEqual(body.retention, standard);
    const changed = await staff.call<Settings>('PATCH', '/settings', {
      retention: { messageDays: 7 },
    });
    assert.deepEqual(changed.body.retention, { ...standard, messageDays: 7 });
    for (const [field, value] of [
      ['messageDays', 0],
      ['messageDays', 366],
      ['appointmentMonths', 0],
      ['contactMonths', 5],
      ['contactMonths', 121],
      ['appointmentMonths', 1.5],
    ] as const) {
      const { status, body: problem } = await staff.call('PATCH', '/settings', {
        retention: { [field]: value },
      });
      assert.deepEqual([status, problem.fields?.[0]?.path], [422, `retention.${field}`]);
    }
  });

  it('[N-08] forgets messages with their addresses, and leaves what still waits', async () => {
    await book(kari);
    await service.background;
    assert.equal(await countRows(database.db, "outbox WHERE status = 'S'"), 2);
    service.gatewayIsDown = true;
    await book({ nationalId: testId(8), mobile: '98765431' }, '09:00');
    await purgeExpired(database.db, service.now + 29 * day);
    assert.equal(await countRows(database.db, 'outbox'), 4);
    await purgeExpired(database.db, service.now + 31 * day);
    assert.equal(await countRows(database.db, "outbox WHERE status = 'S'"), 0);
    assert.equal(await countRows(database.db, "outbox WHERE status <> 'S'"), 2);
    const [entry, ...others] = await journal();
    assert.equal(others.length, 0);
    assert.deepEqual(
      [entry?.actor, entry?.kind, entry?.counts, entry?.patient],
      ['service', 'expired', { messages: 2 }, undefined],
    );
  });

  it('[N-08] forgets appointments with all that was typed for them, and the need that one was for', async () => {
    const id = await book(kari);
    const [patient] = await rowsOf(database, 'patients');
    await inAccount(database.db, 'demo', (tx) =>
      tx.execute(sql`
        INSERT INTO recalls (account_id, id, patient_id, week, minutes, template_id, booking_id, created_at)
        VALUES ('demo', gen_random_uuid(), ${patient!.id}, ${monday}, 30, 'check', ${id}, now())`),
    );
    await purgeExpired(database.db, daysAfter(700));
    assert.equal(await countRows(database.db, 'bookings'), 1);
    await purgeExpired(database.db, daysAfter(740));
    for (const table of ['bookings', 'reservations', 'recalls']) {
      assert.equal(await countRows(database.db, table), 0, table);
    }
    assert.equal(await countRows(database.db, 'patients'), 1);
    assert.ok(!(await dumpOf(database)).includes('afraid of needles'));
    assert.equal((await journal())[0]?.counts.appointments, 1);
  });

  it('[N-08] forgets addresses of patients who have not been there, and no mobile opens anything then', async () => {
    await storePatient(database, { createdAt: new Date(booked - 1200 * day) });
    await storePatient(database, { nationalId: testId(8), mobile: '+4790000001' });
    await storePatient(database, {
      nationalId: testId(9),
      mobile: '+4790000002',
      createdAt: new Date(booked - 1200 * day),
    });
    await book({ nationalId: testId(9), mobile: '90000002' });
    await purgeExpired(database.db, service.now);
    const rows = await rowsOf(database, 'patients');
    const kept = rows.map(({ nationalId, mobile, email, address1, mobileTrusted, lastName }) => [
      nationalId,
      lastName,
      [mobile, email, address1].filter((value) => value !== null).length,
      mobileTrusted,
    ]);
    assert.deepEqual(
      kept.sort(),
      [
        [testId(7), 'Berg', 0, false],
        [testId(8), 'Berg', 3, true],
        [testId(9), 'Berg', 3, true],
      ].sort(),
    );
    assert.deepEqual((await journal())[0]?.counts, { contacts: 1 });
    await purgeExpired(database.db, service.now);
    assert.equal((await journal()).length, 1);
  });

  it('[N-08] forgets changes of details that were decided, and leaves those that wait', async () => {
    await book(kari);
    await book({ ...kari, mobile: '98765431' }, '09:00');
    await book({ ...kari, email: 'other@example.com' }, '10:00');
    const { body } = await staff.call<{ changes: { id: string }[] }>('GET', '/patient-changes');
    assert.equal(body.changes.length, 2);
    await staff.call('POST', `/patient-changes/${body.changes[0]!.id}`, { accept: false });
    await purgeExpired(database.db, service.now + 31 * day);
    assert.equal(await countRows(database.db, 'patient_changes'), 1);
    assert.equal(await countRows(database.db, "patient_changes WHERE status = 'waiting'"), 1);
  });

  it('[N-08] follows each account’s own policy', async () => {
    await book(kari);
    await service.background;
    await staff.call('PATCH', '/settings', { retention: { messageDays: 1, appointmentMonths: 1 } });
    await purgeExpired(database.db, daysAfter(40));
    assert.equal(await countRows(database.db, 'outbox'), 0);
    assert.equal(await countRows(database.db, 'bookings'), 0);
  });
});

describe('one person’s data', () => {
  const erase = (id: string) => staff.call('DELETE', `/patients/${id}`);
  const exported = (id: string) => staff.call<PatientExport>('GET', `/patients/${id}/export`);

  /** Kari has booked, was logged in, cancelled one and asked for a change; somebody else has booked too. */
  async function history(): Promise<string> {
    await book(kari);
    const own = await book({ ...kari, email: 'new@example.com' }, '09:00');
    await book(
      {
        nationalId: testId(8),
        firstName: 'Somebody',
        mobile: '41000000',
        email: 'else@example.com',
      },
      '10:00',
    );
    const [patient] = (await rowsOf(database, 'patients')).filter(
      (one) => one.firstName === 'Karianne',
    );
    await inAccount(database.db, 'demo', (tx) =>
      tx.execute(sql`UPDATE patients SET mobile_trusted = true WHERE id = ${patient!.id}`),
    );
    const { Authorization } = await logIn(service, { nationalId: testId(7), mobile: '98765432' });
    const cancelled = await service.call(`/appointments/${own}/cancel`, {
      method: 'POST',
      headers: { Authorization, 'Idempotency-Key': 'cancel' },
    });
    assert.ok(cancelled.status < 300, String(cancelled.status));
    await service.background;
    // Known by e-ID before the record was there: tied to the national ID alone.
    await openSession(database, service.now, { nationalId: testId(7) });
    return patient!.id;
  }

  it('[N-08] is one document: record, appointments, what was typed, messages, changes, sessions', async () => {
    const id = await history();
    const { status, headers, body } = await exported(id);
    assert.equal(status, 200);
    assert.equal(headers.get('Cache-Control'), 'no-store');
    assert.deepEqual(ExportSchema.parse(body), body);
    assert.equal(body.patient.nationalId, testId(7));
    assert.deepEqual(
      body.appointments.map((one) => [one.status, one.message, one.details.nationalId]),
      [
        ['booked', 'I am afraid of needles', testId(7)],
        ['cancelled', 'I am afraid of needles', testId(7)],
      ],
    );
    assert.equal(body.changes.length, 1);
    assert.equal(body.journal.length, 1);
    assert.equal(body.sessions.length, 1);
    assert.ok(body.messages.some(({ recipient }) => recipient === '+4798765432'));
    assert.ok(!JSON.stringify(body).includes('Somebody'));
    assert.deepEqual(
      (await journal()).map(({ actor, kind, patient }) => [actor, kind, patient]),
      [['host', 'exported', id]],
    );
  });

  it('[N-08] is erased once it was exported and no appointment lies ahead', async () => {
    const id = await history();
    const ahead = await erase(id);
    assert.deepEqual(
      [ahead.status, ahead.body.fields],
      [422, [{ path: 'appointments', code: 'ahead' }]],
    );
    service.now = daysAfter(1);
    const before = await erase(id);
    assert.deepEqual(
      [before.status, before.body.fields],
      [422, [{ path: 'export', code: 'empty' }]],
    );
    assert.equal(await countRows(database.db, 'patients'), 2);
    assert.equal((await exported(id)).status, 200);
    service.now += 60_000;
    assert.equal((await erase(id)).status, 204);

    const dump = await dumpOf(database);
    for (const text of ['Karianne', '98765432', 'kari@example.com', 'new@example.com']) {
      assert.ok(!dump.includes(text), text);
    }
    for (const form of formsOf(testId(7))) assert.ok(!dump.includes(form));
    // Nothing of anybody else.
    assert.ok(dump.includes('Somebody') && dump.includes('41000000'));
    for (const [table, count] of [
      ['patients', 1],
      ['bookings', 1],
      ['sessions', 0],
      ['logins', 0],
      ['patient_changes', 0],
      ['journal_entries', 0],
    ] as const) {
      assert.equal(await countRows(database.db, table), count, table);
    }
    const entries = await journal();
    assert.deepEqual(
      entries.map(({ kind, patient }) => [kind, patient]),
      [
        ['erased', id],
        ['exported', id],
      ],
    );
    assert.deepEqual(JournalSchema.parse({ entries }), { entries });
    assert.equal(entries[0]?.counts.appointments, 2);
    assert.equal((await erase(id)).status, 404);
    assert.equal((await exported(id)).status, 404);
  });

  it('[N-08] includes a booking that waits for its code, and no longer than its time', async () => {
    const { id } = await storePatient(database);
    await staff.call('PATCH', '/settings', { confirmation: 'code' });
    const { body } = await service.hold({ clinician: 'anne' });
    await service.book(body, { patient: { ...bookingOf(body).patient, nationalId: testId(7) } });
    await exported(id);
    assert.deepEqual((await erase(id)).body.fields, [{ path: 'appointments', code: 'ahead' }]);
    service.now += 3_600_000;
    assert.equal((await erase(id)).status, 204);
    assert.equal(await countRows(database.db, 'bookings'), 0);
  });

  it('[N-08] is exported anew after a month, before it may be erased', async () => {
    const { id } = await storePatient(database);
    await exported(id);
    service.now += 31 * day;
    assert.deepEqual((await erase(id)).body.fields, [{ path: 'export', code: 'empty' }]);
  });

  it('[N-04] is that of the operator’s own account alone, and the journal of it cannot be changed', async () => {
    const { id } = await storePatient(database);
    await setUpClinic(database.db, { id: 'other' });
    const others = operatorOf(service, 'other', operatorKey);
    assert.equal((await others.call('GET', `/patients/${id}/export`)).status, 404);
    assert.equal((await others.call('DELETE', `/patients/${id}`)).status, 404);
    await exported(id);
    assert.deepEqual((await others.call<DataJournal>('GET', '/data-journal')).body.entries, []);
    for (const change of ['DELETE FROM data_journal', "UPDATE data_journal SET kind = 'erased'"]) {
      await assert.rejects(inAccount(database.db, 'demo', (tx) => tx.execute(sql.raw(change))));
    }
  });
});
