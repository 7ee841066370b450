import { accounts } from './schema/index.js';
import type { AccountTransaction } from './database.js';
import { statement } from './statement.js';

const profile = {
  id: accounts.id,
  siteName: accounts.siteName,
  name: accounts.name,
  market: accounts.market,
  timeZone: accounts.timeZone,
  languages: accounts.languages,
  textLanguage: accounts.textLanguage,
  status: accounts.status,
  maintenance: accounts.maintenance,
  unpublished: accounts.unpublished,
  newBookingOff: accounts.newBookingOff,
  settings: accounts.settings,
  texts: accounts.texts,
  accent: accounts.accent,
  logoType: accounts.logoType,
  logoWidth: accounts.logoWidth,
  logoHeight: accounts.logoHeight,
  logoVersion: accounts.logoVersion,
  bookingList: accounts.bookingList,
  timebookList: accounts.timebookList,
  preblockList: accounts.preblockList,
  revision: accounts.revision,
};

/** An account without the bytes of its logo, its script and its reminders, which few ask for. */
export type AccountRow = Omit<
  typeof accounts.$inferSelect,
  'logo' | 'script' | 'reminders' | 'createdAt'
>;

/** The name of the account's page: its host name without the domain. */
export function siteNameOf({ id, siteName }: Pick<AccountRow, 'id' | 'siteName'>): string {
  return siteName ?? id;
}

// Row-level security leaves one row at most.
const selectAccount = statement((tx) => tx.select(profile).from(accounts));

/** The account of the transaction, or undefined when there is none. */
export async function findAccount(tx: AccountTransaction): Promise<AccountRow | undefined> {
  const [row] = await selectAccount(tx, {});
  return row;
}

/** An image and its media type. */
export interface Image {
  bytes: Uint8Array;
  type: string;
}

/** The account's logo, or undefined. */
export async function findLogo(tx: AccountTransaction): Promise<Image | undefined> {
  const [row] = await tx.select({ bytes: accounts.logo, type: accounts.logoType }).from(accounts);
  return row?.bytes && row.type ? { bytes: row.bytes, type: row.type } : undefined;
}

/** The script of the account's hosted page (P-41), or undefined. */
export async function findScript(tx: AccountTransaction): Promise<string | undefined> {
  const [row] = await tx.select({ script: accounts.script }).from(accounts);
  return row?.script ?? undefined;
}

/** Origins of the account's own pages, which may hold its booking page in a frame (P-49). */
export async function findAllowedOrigins(tx: AccountTransaction): Promise<readonly string[]> {
  const [row] = await tx.select({ settings: accounts.settings }).from(accounts);
  return row?.settings.allowedOrigins ?? [];
}
