// A clinic with very many appointments, each with a patient of its own, written by SQL alone.
import { sql } from 'drizzle-orm';
import type { Database } from '../../service/store/database.js';
import { setUpClinic } from '../../test/service/support/clinic-fixture.js';

const clinicians = 40;
/** Appointments are half an hour each, one after the other, all day. */
const minutes = 30;

/** Sets a clinic up whose free times are from `monday` on, and so many appointments from `from` on. */
export async function manyAppointments(
  db: Database,
  { account, monday, from, count }: { account: string; monday: string; from: Date; count: number },
): Promise<void> {
  await setUpClinic(db, {
    ...{ id: account, monday },
    settings: { confirmation: 'none' },
    clinicians: Array.from({ length: clinicians - 1 }, (_, index) => ({ id: `c${index}` })),
  });
  const start = sql`${from.toISOString()}::timestamptz + (n / ${clinicians}) * interval '${sql.raw(String(minutes))} minutes'`;
  const id = sql`md5(${account} || n)::uuid`;
  const clinician = sql`CASE n % ${clinicians} WHEN 0 THEN 'anne' ELSE 'c' || (n % ${clinicians} - 1) END`;
  await db.execute(sql`
    INSERT INTO reservations (account_id, id, clinician_id, clinic_id, template_id, party_id, starts_at, ends_at, status, created_at)
    SELECT ${account}, ${id}, ${clinician}, 'west', 'check', ${id}, ${start}, ${start} + interval '30 minutes', 'booked', now()
    FROM generate_series(0, ${count - 1}) n`);
  await db.execute(sql`
    INSERT INTO bookings (account_id, id, reservation_id, first_name, last_name, mobile, registered_by, registered_at)
    SELECT ${account}, ${id}, ${id}, 'Kari', 'Berg', '+479' || lpad(n::text, 7, '0'), 'ITB', now()
    FROM generate_series(0, ${count - 1}) n`);
  await db.execute(sql`ANALYZE`);
}
