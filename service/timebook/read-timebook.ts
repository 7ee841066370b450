import { addDays, datesBetween, type CivilDate } from '../../src/domain/civil-date.js';
import type { DateRange } from '../core/model.js';
import { findAccount } from '../store/accounts.js';
import type { createCatalogueLoader } from '../store/catalogue.js';
import type { AccountTransaction } from '../store/database.js';
import { findChangedDays, findRevisions, type Revisions } from '../store/timebook-revisions.js';
import { loadDatedRows } from '../store/timebook.js';
import { learn, type KnownDay, type KnownTimebook, type Need } from './known-timebook.js';

export type LoadCatalogue = ReturnType<typeof createCatalogueLoader>;

/**
 * What is known of an account's timebook brought up to a snapshot, with what is needed (undefined: the account alone). Undefined
 * when there is no such account, or on a replica (`mayBeBehind`) that has not what is known.
 */
export async function readTimebook(
  tx: AccountTransaction,
  known: KnownTimebook | undefined,
  needs: readonly Need[] | undefined,
  loadCatalogue: LoadCatalogue,
  { mayBeBehind = false } = {},
): Promise<KnownTimebook | undefined> {
  const revisions = await findRevisions(tx);
  if (!revisions || (mayBeBehind && known && isEarlier(revisions, known))) return undefined;
  let { account, loaded, days } = known ?? { days: new Map<CivilDate, KnownDay>() };
  if (account?.revision !== revisions.account) {
    const before = account?.timeZone;
    account = (await findAccount(tx))!;
    loaded = await loadCatalogue(tx, account);
    // Dates are those of the zone.
    if (account.timeZone !== before) days = new Map();
  }
  // The days stay those of the revision that is known.
  if (known && !needs) return { ...known, account, loaded: loaded!, days };
  const { timeZone } = account;
  if (known && (known.revision !== revisions.timebook || known.begun !== revisions.begun)) {
    days = isLater(revisions, known)
      ? await refresh(tx, timeZone, days, known.revision)
      : new Map<CivilDate, KnownDay>();
  }
  for (const need of needs ?? []) days = await fulfil(tx, timeZone, days, need);
  const { timebook: revision, begun } = revisions;
  return { account, loaded: loaded!, revision, begun, days };
}

/** Whether a state came from the known one; not after a backup was restored, or for another account of the same id. */
function isLater(revisions: Revisions, known: KnownTimebook): boolean {
  return (
    revisions.timebook > known.revision && (known.begun === 0 || revisions.begun === known.begun)
  );
}

/** Whether a state came before the known one, or nobody can tell. */
function isEarlier(revisions: Revisions, known: KnownTimebook): boolean {
  const isOther = revisions.begun !== known.begun && known.begun !== 0;
  return (
    isOther || revisions.timebook < known.revision || revisions.account < known.account.revision
  );
}

/** Reads again what has changed since a revision. */
async function refresh(
  tx: AccountTransaction,
  timeZone: string,
  days: KnownTimebook['days'],
  since: number,
): Promise<KnownTimebook['days']> {
  const changed = await findChangedDays(tx, since);
  const around = changed.flatMap(({ date }) => [-1, 0, 1].map((away) => addDays(date, away)));
  const dates = [...new Set(around)].filter((date) => days.has(date)).sort();
  if (dates.length === 0) return days;
  const clinicians = [...new Set(changed.map(({ clinician }) => clinician))];
  const range = { from: dates[0]!, to: addDays(dates.at(-1)!, 1) };
  const rows = await loadDatedRows(tx, timeZone, range, clinicians);
  const cliniciansOn = (date: CivilDate) =>
    clinicians.filter((id) => days.get(date)?.clinicians.has(id));
  return learn(days, dates, cliniciansOn, rows);
}

/** Reads what is needed and not known. */
async function fulfil(
  tx: AccountTransaction,
  timeZone: string,
  days: KnownTimebook['days'],
  { dates, clinicians }: Need,
): Promise<KnownTimebook['days']> {
  const missing = dates.filter((date) => {
    const day = days.get(date);
    return !day || !isKnown(day, clinicians);
  });
  if (missing.length === 0) return days;
  const range: DateRange = { from: missing[0]!, to: addDays(missing.at(-1)!, 1) };
  const rows = await loadDatedRows(tx, timeZone, range, clinicians);
  return learn(days, datesBetween(range.from, range.to), () => clinicians, rows);
}

/** Whether the rows of some clinicians are known. */
export function isKnown(day: KnownDay, clinicians: readonly string[]): boolean {
  return clinicians.every((id) => day.clinicians.has(id));
}
