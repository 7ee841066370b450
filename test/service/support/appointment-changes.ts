import { eq } from 'drizzle-orm';
import { sendCancelled, sendMoved } from '../../../service/appointment/appointment-messages.js';
import { createCatalogueLoader } from '../../../service/store/catalogue.js';
import { deliver } from '../../../service/messages/deliver.js';
import type { OutgoingMessage } from '../../../service/messages/transport.js';
import { findAccount } from '../../../service/store/accounts.js';
import { findBooking, updateBooking } from '../../../service/store/bookings.js';
import { inAccount } from '../../../service/store/database.js';
import { addPatient } from '../../../service/store/patients.js';
import * as schema from '../../../service/store/schema/index.js';
import type { TestService } from './service.js';
import type { TestDatabase } from './test-database.js';

/** Moves or cancels an appointment in the rows alone, whatever is free, and puts the message of it into the outbox. */
export async function enqueueChange(
  database: TestDatabase,
  event: 'moved' | 'cancelled',
  id: string,
  { now, startsAt }: { now: number; startsAt?: Date | undefined },
): Promise<void> {
  await inAccount(database.db, 'demo', async (tx) => {
    const account = (await findAccount(tx))!;
    const { booking, reservation } = (await findBooking(tx, id))!;
    const moved = startsAt
      ? {
          startsAt,
          endsAt: new Date(
            startsAt.getTime() + reservation.endsAt.getTime() - reservation.startsAt.getTime(),
          ),
        }
      : {};
    const status = event === 'cancelled' ? ('cancelled' as const) : ('booked' as const);
    const [row] = await tx
      .update(schema.reservations)
      .set({ ...moved, status })
      .where(eq(schema.reservations.id, reservation.id))
      .returning();
    const changed = await updateBooking(tx, id, { sequence: booking.sequence + 1 });
    const load = createCatalogueLoader();
    const work = {
      tx,
      account,
      now,
      utf8Email: false,
      isDemo: false,
      catalogue: () => load(tx, account),
      page: undefined,
    };
    const send = event === 'moved' ? sendMoved : sendCancelled;
    await send(work, { booking: changed, reservation: row! });
  });
}

/** The same, and delivers what is in the outbox through the service's transports. */
export async function change(
  service: TestService,
  database: TestDatabase,
  event: 'moved' | 'cancelled',
  id: string,
  startsAt?: Date,
): Promise<void> {
  await enqueueChange(database, event, id, { now: service.now, startsAt });
  const send = async (message: OutgoingMessage) => {
    service.sent.push(message);
    return {};
  };
  await deliver(database.db, 'demo', { sms: send, email: send }, () => service.now);
}

/** An appointment that staff booked for a patient on file, without typing any details. */
export async function appointmentId(database: TestDatabase, now: number): Promise<string> {
  const [accountId, id] = ['demo', crypto.randomUUID()];
  await inAccount(database.db, accountId, async (tx) => {
    const patient = await addPatient(tx, {
      accountId,
      nationalId: '15915010064',
      firstName: 'Kari',
      lastName: 'Nordmann',
      mobile: '+4740000000',
      email: 'kari@example.com',
      createdAt: new Date(now),
    });
    const startsAt = new Date('2026-11-23T09:00:00Z');
    const [reservation] = await tx
      .insert(schema.reservations)
      .values({
        accountId,
        id,
        partyId: id,
        clinicId: 'west',
        clinicianId: 'anne',
        templateId: 'check',
        status: 'booked',
        startsAt,
        endsAt: new Date(startsAt.getTime() + 1_800_000),
        createdAt: new Date(now),
      })
      .returning();
    await tx.insert(schema.bookings).values({
      accountId,
      id,
      reservationId: reservation!.id,
      patientId: patient!.id,
      registeredBy: 'staff',
      registeredAt: new Date(now),
    });
  });
  return id;
}
