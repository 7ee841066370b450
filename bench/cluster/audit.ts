// What the database holds of the bookings that were answered 201.
import type { Pool } from 'pg';
import { call } from './calls.js';
import { accountId, appointmentOf, type Booked } from './patients.js';

/** Whether every booking that was answered is there once and no other, in words and as a value. */
export async function audit(
  pool: Pool,
  booked: readonly Booked[],
): Promise<{ text: string; isAsAnswered: boolean }> {
  const ids = booked.map(({ appointment }) => appointment);
  const count = async (text: string, values: unknown[] = []) =>
    Number((await pool.query<{ count: string }>(text, values)).rows[0]!.count);
  const stored = `FROM bookings b JOIN reservations r ON r.account_id = b.account_id AND r.id = b.reservation_id
    WHERE b.account_id = $1 AND b.registered_by = 'ITB' AND r.status = 'booked'`;
  const found = await count(`SELECT count(*) ${stored} AND b.id = ANY($2)`, [accountId, ids]);
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
  const lost = new Set(ids).size - found;
  const untold = Math.max(all, after) - new Set(ids).size;
  const doubled = ids.length - new Set(ids).size;
  return {
    text:
      `${ids.length} bookings were answered 201: ${lost} lost, ${doubled} answered twice, ${untold} stored without an answer, ` +
      `${overlapping} overlapping. ${sample.length} were sent again with the same key: ${unlike} answered otherwise.`,
    isAsAnswered: lost + doubled + untold + overlapping + unlike === 0,
  };
}
