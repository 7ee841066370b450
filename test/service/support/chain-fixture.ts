import { sql } from 'drizzle-orm';
import type { Database } from '../../../service/store/database.js';
import { setUpClinic } from './clinic-fixture.js';

/** Sets up an account "chain" with so many clinicians, each with six weeks of working time from a Monday on. */
export async function setUpChain(db: Database, monday: string, clinicians = 150): Promise<void> {
  await setUpClinic(db, {
    id: 'chain',
    monday,
    clinicians: Array.from({ length: clinicians - 1 }, (_, index) => ({ id: `dr-${index}` })),
  });
  for (const table of ['working_times', 'preblock_placements']) {
    const preblock = table === 'preblock_placements' ? ', preblock_id' : '';
    const columns = 'account_id, clinician_id, clinic_id, from_minutes, to_minutes';
    await db.execute(
      sql.raw(`
        INSERT INTO ${table} (${columns}${preblock}, date, id)
        SELECT ${columns}${preblock}, date + 7 * week, gen_random_uuid()
        FROM ${table}, generate_series(1, 5) AS week WHERE account_id = 'chain'`),
    );
  }
}
