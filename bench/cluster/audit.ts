// What the database holds of the bookings that were answered 201.
import type { Pool } from 'pg';
import { call } from './calls.js';
import { accountId, appointmentOf, type Booked } from './patients.js';

export interface Audit {
  answered: number;
  /** Answered 201, and not there. */
  lost: number;
  /** There, and nobody was told. */
  untold: number;
  /** Times of one clinician that overlap. */
  overlapping: number;
  /** Repeated with the same key at the end, and answered with another appointment. */
  unlike: number;
  repeated: number;
}

export async function audit(pool: Pool, booked: readonly Booked[]): Promise<Audit> {
  const ids = booked.map(({ appointment }) => appointment);
  const count = async (text: string, values: unknown[] = []) =>
    Number((await pool.query<{ count: string }>(text, values)).rows[0]!.count);
  const stored = `FROM reservations WHERE account_id = $1 AND status = 'booked' AND token_hash IS NOT NULL`;
  const found = await count(`SELECT count(*) ${stored} AND id = ANY($2)`, [accountId, ids]);
  const all = await count(`SELECT count(*) ${stored}`, [accountId]);
  const overlapping = await count(
    `SELECT count(*) FROM reservations a JOIN reservations b
       ON a.account_id = b.account_id AND a.clinician_id = b.clinician_id AND a.id < b.id AND a.during && b.during
     WHERE a.status = 'booked' AND b.status = 'booked'`,
  );
  const sample = booked.filter((_, index) => index % 10 === 0);
  let unlike = 0;
  for (const { appointment, call: made } of sample) {
    const { status, body } = await call(made);
    if (status !== 201 || appointmentOf(body) !== appointment) unlike += 1;
  }
  const after = await count(`SELECT count(*) ${stored}`, [accountId]);
  return {
    answered: ids.length,
    lost: new Set(ids).size - found,
    untold: Math.max(all, after) - new Set(ids).size,
    overlapping,
    unlike,
    repeated: sample.length,
  };
}
