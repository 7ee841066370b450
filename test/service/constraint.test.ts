import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { sql } from 'drizzle-orm';
import { setUpClinic } from './support/clinic-fixture.js';
import { minutesAfterEight as at, reservationRow } from './support/reservation-row.js';
import { openTestDatabase } from './support/test-database.js';
import type { AccountTransaction } from '../../service/store/database.js';
import { inAccount } from '../../service/store/database.js';
import type { NewReservation } from '../../service/store/reservations.js';
import { insertReservation } from '../../service/store/reservations.js';
import { reservations } from '../../service/store/schema/index.js';

const database = await openTestDatabase();
after(() => database.close());

function row(from: number, to: number, more: Partial<NewReservation> = {}): NewReservation {
  return reservationRow(from, to, { templateId: 'check', expiresAt: at(600), ...more });
}

/** Whether the database takes both rows, one after the other, with no code that checks first. */
const takesBoth = (one: NewReservation, other: NewReservation) =>
  inAccount(database.db, 'demo', async (tx: AccountTransaction) => {
    assert.ok(await insertReservation(tx, one));
    return (await insertReservation(tx, other)) !== undefined;
  });

describe('no double booking, by the database alone', () => {
  before(() => setUpClinic(database.db, { clinicians: [{ id: 'berit' }] }));
  beforeEach(() => database.db.execute(sql`DELETE FROM ${reservations}`));

  for (const first of ['held', 'pending', 'booked'] as const) {
    for (const second of ['held', 'pending', 'booked'] as const) {
      it(`[A-10] [N-01] refuses a ${second} time over a ${first} one`, async () => {
        const one = row(0, 30, { status: first });
        assert.equal(await takesBoth(one, row(15, 45, { status: second })), false);
      });
    }
  }

  for (const ended of ['released', 'expired', 'cancelled'] as const) {
    it(`[A-05] takes a time that was ${ended}`, async () => {
      assert.equal(await takesBoth(row(0, 30, { status: ended }), row(0, 30)), true);
    });
  }

  it('[A-10] takes a time that begins when the other ends', async () => {
    assert.equal(await takesBoth(row(0, 30), row(30, 60)), true);
  });

  it('[A-10] takes the same time of another clinician', async () => {
    assert.equal(await takesBoth(row(0, 30), row(0, 30, { clinicianId: 'berit' })), true);
  });

  it('[P-36] lets an appointment move onto part of its own time', async () => {
    const booked = row(0, 30);
    const hold = row(15, 45, { status: 'held', partyId: booked.partyId });
    assert.equal(await takesBoth(booked, hold), true);
  });

  it('[A-09] refuses one chair for two clinicians at a time', async () => {
    const chair = { templateId: 'implant', resourceId: 'chair-0' };
    const other = row(30, 90, { ...chair, clinicianId: 'berit' });
    assert.equal(await takesBoth(row(0, 60, chair), other), false);
  });

  it('[A-10] refuses a time of no length', async () => {
    await assert.rejects(
      inAccount(database.db, 'demo', (tx) => insertReservation(tx, row(30, 30))),
    );
  });
});
