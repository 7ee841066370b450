import { sql } from 'drizzle-orm';
import type { SubdomainState } from '../../src/contract/index.js';
import type { AccountTransaction } from './database.js';

// The table `site_names` is closed to the role of the service; these functions of the migration `site_names` are not.

/** Whose page a name leads to. */
export interface Site {
  account: string;
  /** The name that the page has now: another one where a former name was asked for. */
  name: string;
}

/** The page that a name leads to (S-03), of whatever account; undefined where it leads nowhere. */
export async function findSite(
  tx: AccountTransaction,
  name: string,
  at: Date,
): Promise<Site | undefined> {
  const [row] = await tx
    .select({ account: sql<string>`account`, name: sql<string>`name` })
    .from(sql`opus_site(${name}, ${at.toISOString()}::timestamptz)`);
  return row;
}

/** Whether the account of the transaction may take a name. */
export async function findNameState(
  tx: AccountTransaction,
  name: string,
  at: Date,
): Promise<Exclude<SubdomainState['state'], 'reserved'>> {
  const [row] = await tx
    .select({ state: sql<'free' | 'taken' | 'yours'>`state` })
    .from(sql`opus_site_name_state(${name}, ${at.toISOString()}::timestamptz) AS state`);
  return row!.state;
}

/** Former names of the account of the transaction, and until when each leads on; the one that leads longest first. */
export async function findFormerNames(
  tx: AccountTransaction,
  at: Date,
): Promise<{ name: string; until: Date }[]> {
  const rows = await tx
    .select({ name: sql<string>`name`, until: sql<string>`leads_until` })
    .from(sql`opus_own_site_names()`)
    .where(sql`leads_until > ${at.toISOString()}::timestamptz`)
    .orderBy(sql`leads_until DESC, name`);
  return rows.map(({ name, until }) => ({ name, until: new Date(until) }));
}

/** Gives the account of the transaction a name; the former one leads there until some time. False where the name is another's. */
export async function takeSiteName(
  tx: AccountTransaction,
  name: string,
  { at, formerUntil }: { at: Date; formerUntil: Date },
): Promise<boolean> {
  const [row] = await tx
    .select({ isTaken: sql<boolean>`is_taken` })
    .from(
      sql`opus_take_site_name(${name}, ${at.toISOString()}::timestamptz, ${formerUntil.toISOString()}::timestamptz) AS is_taken`,
    );
  return row!.isTaken;
}

/** Accounts that joined the marketplace and take new bookings (S-09), by their ids. */
export async function findMarketplace(tx: AccountTransaction, most: number): Promise<string[]> {
  const rows = await tx.select({ id: sql<string>`id` }).from(sql`opus_marketplace(${most}) AS id`);
  return rows.map(({ id }) => id);
}
