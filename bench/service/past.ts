import type { Pool } from 'pg';

/** Puts so many appointments of the past, half an hour each, into the account of the chain. */
export async function addPast(pool: Pool, count: number): Promise<void> {
  // Added at once, the guards of a million rows take a fraction of what they take row by row.
  const { rows: guards } = await pool.query<{ name: string; definition: string }>(
    `SELECT conname AS name, pg_get_constraintdef(oid) AS definition FROM pg_constraint
     WHERE conrelid = 'reservations'::regclass AND contype = 'x'`,
  );
  for (const { name } of guards)
    await pool.query(`ALTER TABLE reservations DROP CONSTRAINT ${name}`);
  await pool.query('ALTER TABLE reservations DISABLE TRIGGER ALL');
  await pool.query(
    `INSERT INTO reservations (account_id, id, party_id, clinician_id, clinic_id, starts_at, ends_at, status, created_at)
     SELECT 'kjeden', id, id, clinician_id, clinic_id, at - interval '30 minutes', at, 'booked', at
     FROM (
       SELECT gen_random_uuid() AS id, clinician_id, clinic_id,
         date_trunc('day', now()) - interval '400 days' - number * interval '30 minutes' AS at
       FROM (SELECT DISTINCT ON (clinician_id) clinician_id, clinic_id FROM clinician_clinics) AS clinicians,
         generate_series(1, $1::int / (SELECT count(*) FROM clinicians)::int) AS number
     ) AS past ORDER BY clinician_id, at`,
    [count],
  );
  await pool.query('ALTER TABLE reservations ENABLE TRIGGER ALL');
  for (const { name, definition } of guards) {
    await pool.query(`ALTER TABLE reservations ADD CONSTRAINT ${name} ${definition}`);
  }
  await pool.query('ANALYZE');
}
