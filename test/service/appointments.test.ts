import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import { eq } from 'drizzle-orm';
import { closuresOf } from '../../service/core/account-status.js';
import { inAccount } from '../../service/store/database.js';
import * as schema from '../../service/store/schema/index.js';
import type { StaffSettings } from '../../src/contract/index.js';
import { setUpClinic } from './support/clinic-fixture.js';
import type { ClinicOptions } from './support/clinic-fixture.js';
import { friday, startService, testId } from './support/service.js';
import type { TestService } from './support/service.js';
import { openSession, patientOf } from './support/sessions.js';
import type { SessionOptions, TestPatient } from './support/sessions.js';
import { countRows, openTestDatabase } from './support/test-database.js';

const database = await openTestDatabase();
after(() => database.close());

let service: TestService;

/** The sample clinic with other requests; codes are asked for only where a test is about them. */
async function setUp({ settings, ...options }: ClinicOptions = {}): Promise<void> {
  await database.clear();
  await setUpClinic(database.db, {
    clinicians: [{ id: 'berit', acceptsNewPatients: false }],
    ...options,
    settings: { confirmation: 'none', changeDeadlineHours: 24, ...settings },
  });
  service = startService(database, {
    limits: { holdsPerAddressAnHour: 1000, unconfirmedPerPatient: 100, shareOfDay: 1 },
  });
}

/** Books as Ola without logging in, and returns the appointment's id. */
async function book(clock = '09:00', treatment = 'check', day = 24): Promise<string> {
  const start = `2026-11-${day}T${clock}:00+01:00`;
  const held = await service.hold({ start, treatment, clinician: 'anne' });
  assert.equal(held.status, 201, JSON.stringify(held.body));
  const booked = await service.book(held.body);
  assert.equal(booked.status, 201, JSON.stringify(booked.body));
  return booked.body.appointment.id;
}

const logIn = async (request: SessionOptions = {}): Promise<TestPatient> =>
  patientOf(service, await openSession(database, service.now, request));

const at = (clock: string, day = 25) => `2026-11-${day}T${clock}:00+01:00`;

const changeTemplate = (
  change: Partial<typeof schema.bookingTemplates.$inferInsert>,
  id = 'check',
) =>
  inAccount(database.db, 'demo', (tx) =>
    tx.update(schema.bookingTemplates).set(change).where(eq(schema.bookingTemplates.id, id)),
  );

const changeSettings = (change: Partial<StaffSettings>) =>
  inAccount(database.db, 'demo', async (tx) => {
    const [account] = await tx.select().from(schema.accounts);
    await tx.update(schema.accounts).set({ settings: { ...account!.settings, ...change } });
  });

const setStatus = (status: 'open' | 'maintenance' | 'new-booking-off' | 'unpublished') =>
  inAccount(database.db, 'demo', (tx) => tx.update(schema.accounts).set(closuresOf(status)));

/** What staff put into the timebook for Ola, without a template. */
async function bookByHand(clock = '11:00', day = 24): Promise<string> {
  return inAccount(database.db, 'demo', async (tx) => {
    const [patient] = await tx.select().from(schema.patients);
    const id = crypto.randomUUID();
    const startsAt = new Date(at(clock, day));
    const time = { accountId: 'demo', id, clinicianId: 'anne', clinicId: 'west', partyId: id };
    await tx.insert(schema.reservations).values({
      ...time,
      startsAt,
      endsAt: new Date(startsAt.getTime() + 45 * 60_000),
      status: 'booked',
      createdAt: new Date(friday),
    });
    await tx.insert(schema.bookings).values({
      accountId: 'demo',
      id,
      reservationId: id,
      patientId: patient!.id,
      registeredBy: 'staff',
      registeredAt: new Date(friday),
      confirmedAt: new Date(friday),
      confirmedBy: 'staff',
    });
    return id;
  });
}

async function timesTo(patient: TestPatient, id: string, from = 23, to = 28): Promise<string[]> {
  const { status, body } = await patient.slots(
    `from=2026-11-${from}&to=2026-11-${to}&appointment=${id}&clinician=anne`,
  );
  assert.equal(status, 200, JSON.stringify(body));
  return body.slots.map(({ start }) => start.slice(8, 16));
}

/** Holds a time for an appointment and moves it there. */
async function moveTo(patient: TestPatient, id: string, start: string) {
  const held = await patient.hold({ appointment: id, start });
  assert.equal(held.status, 201, JSON.stringify(held.body));
  return patient.move(id, held.body);
}

const booking = async (id: string) => {
  const [row] = await database.db.select().from(schema.bookings).where(eq(schema.bookings.id, id));
  return row!;
};

describe("the list of the patient's own appointments", () => {
  beforeEach(() => setUp());

  it('[P-35] names the coming ones first, then the past ones, newest first', async () => {
    const first = await book('09:00', 'check', 23);
    const second = await book('08:40', 'long', 24);
    const third = await book('10:00', 'check', 25);
    const cancelled = await book('11:00', 'check', 25);
    const byHand = await bookByHand('11:00', 26);
    const patient = await logIn();
    assert.equal((await patient.cancel(cancelled)).status, 200);
    service.now = Date.parse(at('12:00', 24));
    const { status, body } = await (await logIn()).list();
    assert.equal(status, 200);
    assert.deepEqual(
      body.appointments.map(({ id }) => id),
      [third, cancelled, byHand, second, first],
    );
    const [a, b, c] = body.appointments;
    assert.deepEqual([a!.status, b!.status], ['booked', 'cancelled']);
    assert.deepEqual(a!.treatment, { id: 'check', name: 'Undersøkelse' });
    assert.equal(a!.clinician.name, 'Dr anne');
    assert.equal(a!.clinic.phone, '22 33 44 55');
    assert.equal(c!.treatment, undefined);
    assert.equal(c!.slot.minutes, 45);
    assert.deepEqual(b!.move, { allowed: false });
    assert.deepEqual(b!.cancel, { allowed: false });
    assert.deepEqual([body.appointments[3]!.cancel.reason], ['deadline']);
    assert.deepEqual(body.recalls, []);
  });

  it('[P-35] [A-06] [A-17] says until when and to which dates each may be changed', async () => {
    await changeTemplate({ maxDaysToMove: 2, cancelDays: 2 });
    await book('09:00', 'check', 24);
    const { body } = await (await logIn()).list();
    const [appointment] = body.appointments;
    assert.deepEqual(appointment!.move, {
      allowed: true,
      until: '2026-11-23T09:00:00+01:00',
      from: '2026-11-22',
      to: '2026-11-26',
    });
    // Two days before the 24th the last day is the 22nd: until midnight after it.
    assert.deepEqual(appointment!.cancel, { allowed: true, until: '2026-11-23T00:00:00+01:00' });
  });

  it('[P-44] needs a login, and a switch', async () => {
    await book();
    assert.equal((await service.call('/appointments')).status, 401);
    assert.equal((await patientOf(service, 'x'.repeat(43)).list()).body.code, 'login-required');
    const patient = await logIn();
    service.now += 21 * 60_000;
    assert.equal((await patient.list()).body.code, 'login-required');
    await changeSettings({ viewAppointments: false });
    const { status, body } = await (await logIn()).list();
    assert.deepEqual([status, body.reason], [403, 'setting']);
  });

  it('[P-39] shows with a mobile that nobody vouched for only what a code to it has confirmed', async () => {
    await changeSettings({ confirmation: 'code' });
    const held = await service.hold({ start: at('08:00'), treatment: 'check' });
    const pending = await service.book(held.body);
    const { body: confirmed } = await service.call<{ appointment: { id: string } }>(
      `/bookings/${pending.body.id}/code`,
      { json: { code: service.lastCode() }, headers: { 'Booking-Token': pending.body.token } },
    );
    await changeSettings({ confirmation: 'none' });
    const unseen = await book();
    const seen = confirmed.appointment.id;
    const { codeMobile } = await booking(seen);
    const patient = await logIn({ onlyMobile: codeMobile! });
    assert.deepEqual(
      (await patient.list()).body.appointments.map(({ id }) => id),
      [seen],
    );
    assert.deepEqual((await (await logIn({ onlyMobile: '+4799999999' })).list()).body, {
      appointments: [],
      recalls: [],
    });
    for (const answer of [
      await patient.cancel(unseen),
      await patient.slots(`from=2026-11-23&to=2026-11-28&appointment=${unseen}`),
      await patient.hold({ appointment: unseen, start: at('10:00') }),
    ]) {
      assert.equal(answer.body.code, 'not-found');
    }
    assert.equal((await patient.cancel(seen)).status, 200);
  });

  it('[P-44] [N-04] an appointment of somebody else does not exist', async () => {
    const id = await book();
    const held = await service.hold({ start: at('08:00'), treatment: 'check' });
    await service.book(held.body, {
      patient: {
        firstName: 'Kari',
        lastName: 'Nordmann',
        nationalId: testId(3),
        mobile: '41234568',
        email: 'k@example.com',
      },
    });
    const kari = await logIn({ nationalId: testId(3) });
    assert.equal((await kari.list()).body.appointments.length, 1);
    const stranger = await logIn({ nationalId: testId(4) });
    assert.deepEqual((await stranger.list()).body, { appointments: [], recalls: [] });
    for (const who of [kari, stranger]) {
      assert.equal((await who.cancel(id)).body.code, 'not-found');
      assert.equal(
        (await who.hold({ appointment: id, start: at('10:00') })).body.code,
        'not-found',
      );
      const { body } = await who.slots(`from=2026-11-23&to=2026-11-28&appointment=${id}`);
      assert.equal(body.code, 'not-found');
      assert.equal((await who.move(id, held.body)).body.code, 'not-found');
    }
    assert.equal((await kari.cancel('nothing')).body.code, 'not-found');
  });
});

describe('moving an appointment', () => {
  beforeEach(() => setUp());

  it('[P-36] [A-05] swaps in one go: the new time is taken, the old one free at once, all else stays', async () => {
    const held = await service.hold({ start: at('09:00', 24), treatment: 'check' });
    const booked = await service.book(held.body, { message: 'Vondt' });
    const { id } = booked.body.appointment;
    const before = await booking(id);
    const patient = await logIn();
    const { status, body } = await moveTo(patient, id, at('10:30'));
    assert.equal(status, 200);
    assert.equal(body.appointment.id, id);
    assert.equal(body.appointment.slot.start, at('10:30'));
    const { reservationId, sequence, ...after } = await booking(id);
    assert.equal(sequence, before.sequence + 1);
    // For the calendar file that the page makes.
    assert.equal(body.appointment.sequence, sequence);
    const { reservationId: old, sequence: _, ...kept } = before;
    assert.notEqual(reservationId, old);
    assert.deepEqual(after, kept);
    assert.equal(after.registeredBy, 'ITB');
    assert.equal(after.message, 'Vondt');

    const [list] = (await patient.list()).body.appointments;
    assert.equal(list!.slot.start, at('10:30'));
    const request = { treatment: 'check', clinician: 'anne' };
    assert.equal((await service.hold({ ...request, start: at('09:00', 24) })).status, 201);
    assert.equal((await service.hold({ ...request, start: at('10:30') })).body.code, 'slot-taken');
  });

  it('[P-36] offers its own time to an overlapping one, though not the present time itself', async () => {
    await changeTemplate({ minutesBetweenOffers: 15 });
    const id = await book('09:00');
    const other = await service.hold({
      start: at('09:30', 24),
      treatment: 'check',
      clinician: 'anne',
    });
    assert.equal(other.status, 201);
    const patient = await logIn();
    const times = await timesTo(patient, id, 24, 25);
    assert.deepEqual(
      times.filter((time) => time < '24T11:00'),
      [
        '24T08:00',
        '24T08:15',
        '24T08:30',
        '24T08:45',
        '24T10:00',
        '24T10:15',
        '24T10:30',
        '24T10:45',
      ],
    );
    assert.equal(
      (await patient.hold({ appointment: id, start: at('09:00', 24), clinician: 'anne' })).body
        .code,
      'slot-taken',
    );
    const moved = await moveTo(patient, id, at('08:45', 24));
    assert.equal(moved.body.appointment.slot.start, at('08:45', 24));
    await changeTemplate({ minutesBetweenOffers: null });
  });

  it('[P-36] [A-17] only within the days that the template allows, counted from the present date', async () => {
    await changeTemplate({ maxDaysToMove: 1 });
    const id = await book('09:00', 'check', 25);
    const patient = await logIn();
    const days = (times: string[]) => [...new Set(times.map((time) => time.slice(0, 2)))];
    assert.deepEqual(days(await timesTo(patient, id)), ['24', '25', '26']);
    const outside = await patient.hold({ appointment: id, start: at('09:00', 27) });
    assert.equal(outside.body.code, 'slot-taken');
    assert.ok(outside.body.alternatives!.length > 0);
    for (const { start } of outside.body.alternatives!) assert.ok(start < '2026-11-27', start);
    assert.equal((await moveTo(patient, id, at('09:00', 26))).status, 200);
    assert.deepEqual(days(await timesTo(patient, id)), ['25', '26', '27']);
    const far = await patient.slots<{ first: { start: string }; nextDate: string | null }>(
      `from=2026-12-07&to=2026-12-14&appointment=${id}`,
    );
    assert.equal(far.body.first.start, at('08:00', 25));
    assert.equal(far.body.nextDate, null);
  });

  it('[P-36] to the same treatment with whoever’s preblock permits it, also what new patients may not have', async () => {
    const id = await book();
    const patient = await logIn();
    const { body } = await patient.slots(
      `from=2026-11-23&to=2026-11-28&appointment=${id}&treatment=long`,
    );
    assert.deepEqual(
      new Set(body.slots.map(({ clinician }) => clinician)),
      new Set(['anne', 'berit']),
    );
    assert.deepEqual(new Set(body.slots.map(({ treatment }) => treatment)), new Set(['check']));
    const held = await patient.hold({
      appointment: id,
      start: at('09:00', 24),
      clinician: 'berit',
    });
    assert.equal(held.status, 201);
    assert.equal((await patient.move(id, held.body)).status, 200);
    const [row] = await database.db
      .select()
      .from(schema.reservations)
      .where(eq(schema.reservations.id, held.body.id));
    assert.equal(row!.anonymous, false);
  });

  it('[P-36] keeps its treatment and its length when the clinic has changed or archived the template', async () => {
    const id = await book();
    await changeTemplate({ minutes: 50, useInBooking: false, archivedAt: new Date(friday) });
    const patient = await logIn();
    assert.deepEqual((await timesTo(patient, id, 25, 26)).slice(0, 3), [
      '25T08:00',
      '25T08:30',
      '25T09:00',
    ]);
    const { body } = await moveTo(patient, id, at('08:30'));
    assert.equal(body.appointment.slot.start, at('08:30'));
    assert.deepEqual((body.appointment as { treatment?: object }).treatment, {
      id: 'check',
      name: 'Undersøkelse',
    });
  });

  it('[P-36] says why not: switch, template, deadline', async () => {
    const id = await book('09:00', 'check', 24);
    const reasons = async () => {
      const patient = await logIn();
      const listed = (await patient.list()).body.appointments[0]!.move.reason;
      const times = await patient.slots(`from=2026-11-23&to=2026-11-28&appointment=${id}`);
      const hold = await patient.hold({ appointment: id, start: at('10:00') });
      assert.deepEqual([times.status, hold.status], [403, 403]);
      return [listed, times.body.reason, hold.body.reason];
    };
    await changeSettings({ moveAppointment: false });
    assert.deepEqual(await reasons(), ['setting', 'setting', 'setting']);
    await changeSettings({ moveAppointment: true });
    await changeTemplate({ moveOnline: false });
    assert.deepEqual(await reasons(), ['template', 'template', 'template']);
    await changeTemplate({ moveOnline: true });
    service.now = Date.parse(at('09:00', 23));
    assert.deepEqual(await reasons(), ['deadline', 'deadline', 'deadline']);
    await changeTemplate({ moveDays: 0 });
    assert.equal((await moveTo(await logIn(), id, at('10:00'))).status, 200);
  });

  it('[P-36] [A-06] the deadline that passes between hold and move counts', async () => {
    const id = await book('09:00', 'check', 24);
    service.now = Date.parse(at('08:55', 23));
    const patient = await logIn();
    const held = await patient.hold({ appointment: id, start: at('10:00') });
    service.now = Date.parse(at('09:00', 23));
    const { body } = await patient.move(id, held.body);
    assert.deepEqual([body.code, body.reason], ['not-allowed', 'deadline']);
    assert.equal((await patient.list()).body.appointments[0]!.slot.start, at('09:00', 24));
  });

  it('[P-36] [A-15] without a template only where the account allows it, over times of the same length', async () => {
    await book('08:00', 'check', 27);
    const id = await bookByHand('11:00', 24);
    const patient = await logIn();
    const query = `from=2026-11-23&to=2026-11-28&appointment=${id}`;
    assert.equal((await patient.slots(query)).body.reason, 'setting');
    await changeSettings({ moveWithoutTemplate: true });
    // The preblock lets certain categories in: an appointment without one fits only when all rebookings may.
    assert.deepEqual(await timesTo(patient, id), []);
    await inAccount(database.db, 'demo', (tx) =>
      tx.update(schema.preblockDefinitions).set({ allowAllRebookings: true }),
    );
    assert.deepEqual(await timesTo(patient, id, 25, 26), [
      '25T08:00',
      '25T08:45',
      '25T09:30',
      '25T10:15',
      '25T11:00',
    ]);
    const held = await patient.hold({ appointment: id, start: at('08:45') });
    assert.equal(held.body.slot.treatment, '-');
    assert.equal(held.body.slot.minutes, 45);
    const { body } = await patient.move(id, held.body);
    assert.equal(body.appointment.slot.start, at('08:45'));
  });

  it('[P-36] the newest request counts: what another window held before has expired', async () => {
    const id = await book();
    const patient = await logIn();
    const first = await patient.hold({ appointment: id, start: at('10:00') });
    const second = await patient.hold({ appointment: id, start: at('11:00') });
    assert.equal((await patient.move(id, first.body)).body.code, 'hold-expired');
    assert.equal(
      (await service.hold({ start: at('10:00'), treatment: 'check', clinician: 'anne' })).status,
      201,
    );
    assert.equal((await patient.move(id, second.body)).status, 200);
  });

  it('[P-36] takes only a hold made for that appointment, and such a hold books nothing else', async () => {
    const id = await book();
    const other = await book('10:00');
    const patient = await logIn();
    const plain = await service.hold({ start: at('08:00'), treatment: 'check' });
    assert.equal((await patient.move(id, plain.body)).body.code, 'not-found');
    const { body: held } = await patient.hold({ appointment: id, start: at('09:00') });
    assert.equal((await patient.move(other, held)).body.code, 'not-found');
    assert.equal(
      (await patient.move(id, { ...held, token: plain.body.token })).body.code,
      'not-found',
    );
    assert.equal((await service.book(held)).body.code, 'not-found');
    service.now += 11 * 60_000;
    assert.equal((await patient.move(id, held)).body.code, 'hold-expired');
  });

  it('[P-36] the same request with the same token gets the same hold', async () => {
    const id = await book();
    const patient = await logIn();
    const token = 'A'.repeat(43);
    const request = { appointment: id, start: at('10:00') };
    const first = await patient.hold(request, token);
    assert.deepEqual((await patient.hold(request, token)).body, first.body);
    const swapped = await patient.hold({ ...request, start: at('10:30') }, token);
    assert.notEqual(swapped.body.id, first.body.id);
    assert.equal((await patient.move(id, swapped.body)).status, 200);
  });

  it('[P-36] is idempotent: the same key gets the same answer, another body a conflict', async () => {
    const id = await book();
    const patient = await logIn();
    const { body: held } = await patient.hold({ appointment: id, start: at('10:00') });
    const first = await patient.move(id, held, 'key');
    assert.deepEqual((await patient.move(id, held, 'key')).body, first.body);
    // A lost answer asked for under another key, or by a later session: it has been done.
    assert.deepEqual((await patient.move(id, held, 'other')).body, first.body);
    assert.deepEqual((await (await logIn()).move(id, held, 'key')).body, first.body);
    assert.equal((await booking(id)).sequence, 1);
    const conflict = await patient.move(id, { ...held, id: crypto.randomUUID() }, 'key');
    assert.equal(conflict.body.code, 'idempotency-conflict');
    const keyless = await service.call<{ code: string }>(`/appointments/${id}/move`, {
      json: { hold: held.id },
      headers: { Authorization: `Bearer ${patient.bearer}`, 'Hold-Token': held.token },
    });
    assert.equal(keyless.body.code, 'invalid');
  });

  it('[P-43] asks for a code first, unless one opened the session', async () => {
    await setUp();
    const id = await book();
    await changeSettings({ confirmation: 'code' });
    const patient = await logIn({ isConfirmed: false });
    const { body: held } = await patient.hold({ appointment: id, start: at('10:00') });
    assert.equal((await patient.move(id, held)).body.code, 'code-required');
    assert.equal((await patient.cancel(id)).body.code, 'code-required');
    assert.equal((await (await logIn()).move(id, held)).status, 200);
    await changeSettings({ confirmation: 'none' });
    assert.equal((await patient.cancel(id)).status, 200);
  });

  it('[P-40] goes on while new booking is off, not during maintenance', async () => {
    const id = await book();
    const patient = await logIn();
    await setStatus('new-booking-off');
    const held = await patient.hold({ appointment: id, start: at('10:00') });
    assert.equal(held.status, 201);
    await setStatus('maintenance');
    const listed = (await patient.list()).body.appointments[0]!;
    assert.deepEqual([listed.move.allowed, listed.cancel.allowed], [false, true]);
    assert.equal((await patient.move(id, held.body)).body.code, 'closed');
    assert.equal((await patient.hold({ appointment: id, start: at('11:00') })).body.code, 'closed');
    await setStatus('new-booking-off');
    assert.equal((await patient.move(id, held.body)).status, 200);
  });

  it('[A-12] [A-16] stands in the journal where the account keeps moves', async () => {
    const id = await book('09:00', 'check', 24);
    const patient = await logIn();
    await moveTo(patient, id, at('10:00'));
    assert.equal(await countRows(database.db, 'journal_entries'), 0);
    await changeSettings({ journalMoves: true });
    await moveTo(patient, id, at('11:00', 26));
    const [line] = await database.db.select().from(schema.journalEntries);
    assert.equal(line!.kind, 'moved');
    assert.equal(line!.bookingId, id);
    assert.equal(
      line!.text,
      'Time flyttet av pasienten på nett: fra 2026-11-25 10:00, Dr anne, Klinikk west til 2026-11-26 11:00, Dr anne, Klinikk west.',
    );
    await patient.cancel(id);
    assert.equal(await countRows(database.db, 'journal_entries'), 1);
  });

  it('[N-01] the time given up is forgotten by and by, the appointment is not', async () => {
    const { purgeExpired } = await import('../../service/store/purge-expired.js');
    const id = await book();
    await moveTo(await logIn(), id, at('10:00'));
    await purgeExpired(database.db, service.now + 2 * 86_400_000);
    assert.equal(await countRows(database.db, 'reservations'), 1);
    const later = await logIn();
    assert.equal((await later.list()).body.appointments[0]!.id, id);
  });
});

describe('cancelling an appointment', () => {
  beforeEach(() => setUp());

  it('[P-37] [A-05] frees the time at once, with what was held to move it to', async () => {
    const id = await book('09:00', 'check', 24);
    const patient = await logIn();
    const held = await patient.hold({ appointment: id, start: at('10:00') });
    const { status, body } = await patient.cancel(id);
    assert.equal(status, 200);
    assert.equal(body.appointment.status, 'cancelled');
    const request = { treatment: 'check', clinician: 'anne' };
    assert.equal((await service.hold({ ...request, start: at('09:00', 24) })).status, 201);
    assert.equal((await service.hold({ ...request, start: at('10:00') })).status, 201);
    assert.equal((await patient.move(id, held.body)).body.code, 'not-allowed');
    assert.equal(
      (await patient.hold({ appointment: id, start: at('11:00') })).body.code,
      'not-allowed',
    );
    assert.equal((await booking(id)).sequence, 1);
    assert.equal((await patient.list()).body.appointments[0]!.status, 'cancelled');
  });

  it('[P-37] is idempotent, also with another key', async () => {
    const id = await book();
    const patient = await logIn();
    const first = await patient.cancel(id, 'key');
    assert.deepEqual((await patient.cancel(id, 'key')).body, first.body);
    assert.deepEqual((await patient.cancel(id, 'other')).body, first.body);
    assert.equal((await booking(id)).sequence, 1);
  });

  it('[P-37] says why not: switch, template, deadline; each with and without template', async () => {
    const id = await book('09:00', 'check', 24);
    const byHand = await bookByHand('11:00', 24);
    const reasons = async () => {
      const patient = await logIn();
      const answers = [(await patient.cancel(id)).body, (await patient.cancel(byHand)).body];
      return answers.map(({ code, reason }) => (code === 'not-allowed' ? reason : code));
    };
    await changeSettings({ cancelAppointment: false, cancelWithoutTemplate: true });
    assert.deepEqual(await reasons(), ['setting', 'setting']);
    await changeSettings({ cancelAppointment: true, cancelWithoutTemplate: false });
    await changeTemplate({ cancelOnline: false });
    assert.deepEqual(await reasons(), ['template', 'setting']);
    await changeTemplate({ cancelOnline: true, cancelDays: 1 });
    await changeSettings({ cancelWithoutTemplate: true });
    service.now = Date.parse(at('00:00', 24));
    assert.deepEqual(await reasons(), ['deadline', 'deadline']);
    service.now = Date.parse(at('10:59', 23));
    assert.deepEqual(await reasons(), [undefined, undefined]);
  });

  it('[P-37] [P-40] stays open whatever the state of the page', async () => {
    for (const status of ['maintenance', 'unpublished', 'new-booking-off'] as const) {
      await setStatus('open');
      const id = await book();
      await setStatus(status);
      const patient = await logIn();
      assert.equal((await patient.list()).status, 200);
      assert.equal((await patient.cancel(id)).status, 200, status);
    }
  });

  it('[A-12] [A-16] stands in the journal where the account keeps cancellations', async () => {
    const [first, second] = [await book('09:00'), await book('10:00')];
    const patient = await logIn();
    await changeSettings({ journalMoves: true });
    await patient.cancel(first);
    assert.equal(await countRows(database.db, 'journal_entries'), 0);
    await changeSettings({ journalCancellations: true, journalMoves: false });
    await patient.cancel(second);
    await patient.cancel(second);
    const lines = await database.db.select().from(schema.journalEntries);
    assert.deepEqual(
      lines.map(({ text }) => text),
      ['Time avbestilt av pasienten på nett: 2026-11-24 10:00, Dr anne, Klinikk west.'],
    );
  });
});

describe('two windows at once', () => {
  beforeEach(() => setUp());

  it('[P-36] [P-37] move and move, move and cancel, cancel and cancel end in one state', async () => {
    for (const clock of ['08:00', '09:00', '10:00']) {
      const id = await book(clock, 'check', 24);
      const patient = await logIn();
      const { body: held } = await patient.hold({ appointment: id, start: at(clock) });
      const moves = await Promise.all([patient.move(id, held), patient.move(id, held)]);
      assert.deepEqual(
        moves.map(({ status }) => status),
        [200, 200],
      );
      assert.equal((await booking(id)).sequence, 1);

      const { body: next } = await patient.hold({ appointment: id, start: at(clock, 26) });
      const [moved, cancelled] = await Promise.all([patient.move(id, next), patient.cancel(id)]);
      assert.equal(cancelled.status, 200);
      assert.ok(moved.status === 200 || moved.body.code === 'not-allowed', moved.body.code);
      assert.equal((await booking(id)).sequence, moved.status === 200 ? 3 : 2);
    }
    const id = await book('11:00', 'check', 24);
    const patient = await logIn();
    const both = await Promise.all([patient.cancel(id), patient.cancel(id)]);
    assert.deepEqual(
      both.map(({ status }) => status),
      [200, 200],
    );
    assert.equal((await booking(id)).sequence, 1);
    assert.equal(
      await countRows(database.db, "reservations WHERE status IN ('held', 'booked')"),
      0,
    );
    assert.equal(await countRows(database.db, "reservations WHERE status = 'cancelled'"), 4);
  });
});
