import type { HistoryEntry } from '../../src/contract/index.js';
import { writeHistory } from '../store/staff/history.js';
import type { NewHistoryRow } from '../store/staff/history.js';
import type { StaffWork } from './actor.js';

type Entry = Pick<NewHistoryRow, 'action' | 'kind'> & Partial<NewHistoryRow>;

/** Writes an entry of the history, in the transaction of what it tells (C-04). Returns its number. */
export async function note({ tx, account, now, actor }: StaffWork, entry: Entry): Promise<number> {
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

/** Writes that intervals or appointments were placed or deleted: how many and where, and nothing of who comes. */
export async function notePlaced(
  work: StaffWork,
  action: 'stored' | 'removed',
  kind: 'working-time' | 'preblocks' | 'timebook',
  count: number,
  places: readonly Where[],
): Promise<void> {
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
  await note(work, {
    action,
    kind,
    count,
    place: { ...one('clinic'), ...one('clinician'), ...edge('from', 0), ...edge('to', -1) },
  });
}
