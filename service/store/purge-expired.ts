import { lte } from 'drizzle-orm';
import type { Database } from './database.js';
import { forgetOldAlerts } from './alerts.js';
import { inAccount } from './database.js';
import { forgetOldLimits } from './limits.js';
import { forgetOldNetworks } from './proved-networks.js';
import { forgetOldHolds } from './reservations.js';
import { forgetByPolicy } from './retention.js';
import { forgetOldSessions } from './sessions.js';
import { forgetHistory } from './staff/history.js';
import { settleReports } from './sms-traffic.js';
import { accounts, demoMessages } from './schema/index.js';
import { forgetOldStaffSessions } from './staff/staff-sessions.js';

const week = 7 * 86_400_000;
/** What staff changed is known for so long. */
const historyYears = 2;

/**
 * Forgets what has served its time: holds that came to nothing, counters, old keys, the demo's messages after a week, the history
 * after two years, and what each account keeps no longer by its own policy.
 */
export async function purgeExpired(db: Database, now: number): Promise<void> {
  for (const { id } of await db.select({ id: accounts.id }).from(accounts)) {
    await inAccount(db, id, async (tx) => {
      await forgetOldHolds(tx, new Date(now));
      await forgetOldLimits(tx, now);
      await forgetOldNetworks(tx, now);
      await forgetOldSessions(tx, now);
      await forgetOldStaffSessions(tx, now);
      await settleReports(tx, now);
      await forgetOldAlerts(tx, now);
      await tx.delete(demoMessages).where(lte(demoMessages.at, new Date(now - week)));
    });
    await forgetByPolicy(db, id, now);
  }
  await forgetHistory(db, yearsBefore(now, historyYears));
}

function yearsBefore(now: number, years: number): Date {
  const date = new Date(now);
  date.setUTCFullYear(date.getUTCFullYear() - years);
  return date;
}
