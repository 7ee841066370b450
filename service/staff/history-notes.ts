import type { HistoryEntry } from '../../src/contract/index.js';
import { writeHistory } from '../store/staff/history.js';
import type { NewHistoryRow } from '../store/staff/history.js';
import type { StaffWork } from './actor.js';

type Entry = Pick<NewHistoryRow, 'action' | 'kind'> & Partial<NewHistoryRow>;

/** What an entry is written with. */
export type Noting = Pick<StaffWork, 'tx' | 'account' | 'now' | 'actor'>;

/** Writes an entry of the history, in the transaction of what it tells (C-04). Returns its number. */
export async function note({ tx, account, now, actor }: Noting, entry: Entry): Promise<number> {
  const [id] = await writeHistory(tx, [
    {
      accountId: account.id,
      at: new Date(now),
      actorKind: actor.kind,
      actorId: actor.id,
      actorName: actor.name,
      fields: [],
      ...entry,
    },
  ]);
  return id!;
}

/** Where something was placed or booked. */
type Where = NonNullable<HistoryEntry['place']>;

/** The place of several: what they have in common, and from the first to the last. */
export function placesOf(places: readonly Where[]): Where {
  const one = (name: 'clinic' | 'clinician') => {
    const all = new Set(places.map((place) => place[name]));
    const [only] = all;
    return all.size === 1 && only !== undefined ? { [name]: only } : {};
  };
  const edge = (name: 'from' | 'to', index: 0 | -1) => {
    const edges = places.flatMap((place) => place[name] ?? []).sort();
    const found = edges.at(index);
    return found === undefined ? {} : { [name]: found };
  };
  return { ...one('clinic'), ...one('clinician'), ...edge('from', 0), ...edge('to', -1) };
}
