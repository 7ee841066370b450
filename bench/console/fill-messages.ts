import { sql } from 'drizzle-orm';
import { inAccount, type Database } from '../../service/store/database.js';

/** Puts so many SMS into an account's list at once: reminders and news of some lines, to patients on file and others, with every status. */
export async function fillMessages(db: Database, account: string, count: number): Promise<void> {
  await inAccount(db, account, async (tx) => {
    await tx.execute(sql`
      WITH people AS (SELECT row_number() OVER (ORDER BY id) - 1 AS number, id, mobile, count(*) OVER () AS sum
        FROM patients WHERE account_id = ${account} AND mobile IS NOT NULL)
      INSERT INTO outbox (account_id, kind, channel, recipient, text, lang, status, tries, created_at, send_at, expires_at, sent_at,
        delivery, failure, patient_id)
      SELECT ${account}, (ARRAY['reminder-1', 'reminder-2', 'general', 'thank-you'])[1 + made % 4], 'sms', mobile,
        'Hei! Vi minner om timeavtale hos oss 09.12.2026 kl. 12:45. ' || repeat('Ta med bittskinnen. ', made % 7), 'nb', letter,
        CASE letter WHEN 'V' THEN 0 ELSE 1 END, made_at, made_at + interval '1 day',
        made_at + interval '3 days', CASE WHEN letter IN ('S', 'SB') THEN made_at + interval '1 day' END,
        CASE WHEN letter IN ('S', 'SB') THEN 'delivered' END,
        CASE letter WHEN 'F' THEN 'The SMS gateway answered 400 (21610).' END, people.id
      FROM (SELECT made, (ARRAY['S', 'S', 'SB', 'S', 'A', 'S', 'F', 'S', 'U', 'S'])[1 + made % 10] AS letter,
          now() - make_interval(secs => made * 25) AS made_at
        FROM generate_series(1, ${count}::int) AS made) AS messages
      JOIN people ON people.number = made % people.sum`);
  });
  // As the database's own housekeeping does in time: without figures it chooses ways for a small table.
  await db.execute(sql`ANALYZE outbox`);
}
