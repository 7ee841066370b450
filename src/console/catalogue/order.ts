import { StaffError } from '../api/staff-error.js';
import type { StaffApi } from '../api/staff-api.js';
import { readOne, storeOne } from './records.js';

/** A kind whose records have a place in an order. */
export type OrderedKind = 'clinics' | 'groups' | 'clinicians' | 'categories' | 'templates';

interface Placed {
  readonly id: string;
  readonly position: number;
}

/** Ids with one of them at another index; as they were where there is no such index. */
export function movedTo(ids: readonly string[], id: string, index: number): readonly string[] {
  if (index < 0 || index >= ids.length || ids[index] === id || !ids.includes(id)) return ids;
  const others = ids.filter((other) => other !== id);
  return [...others.slice(0, index), id, ...others.slice(index)];
}

/**
 * The positions that have to be stored so that records stand in the order of `ids`. The positions that there are go round among them,
 * so that nothing outside the moved stretch changes; equal ones are pulled apart.
 */
export function changedPositions(
  records: readonly Placed[],
  ids: readonly string[],
): ReadonlyMap<string, number> {
  const free = records.map(({ position }) => position).sort((one, other) => one - other);
  const present = new Map(records.map(({ id, position }) => [id, position]));
  const changed = new Map<string, number>();
  let last = -1;
  for (const [index, id] of ids.entries()) {
    last = Math.max(free[index] ?? 0, last + 1);
    if (present.get(id) !== last) changed.set(id, last);
  }
  return changed;
}

/**
 * Stores positions. All records are read before the first one is stored: throws a `version-conflict` where another person has moved
 * one meanwhile. A photo is left out, which keeps it.
 */
export async function storePositions(
  api: StaffApi,
  kind: OrderedKind,
  records: readonly Placed[],
  positions: ReadonlyMap<string, number>,
): Promise<void> {
  const known = new Map(records.map(({ id, position }) => [id, position]));
  const fresh = await inTurns([...positions.keys()], async (id) => ({
    id,
    ...(await readOne(api, kind, id)),
  }));
  const isMoved = fresh.some(
    ({ id, data: { position = 0 } }) => ![known.get(id), positions.get(id)].includes(position),
  );
  if (isMoved) throw new StaffError('version-conflict');
  for (const { id, data, version } of fresh) {
    const moved = { ...data, position: positions.get(id)!, photo: undefined };
    await storeOne(api, kind, id, { data: moved, version });
  }
}

/** Some at a time, as many as a browser has connections for. */
async function inTurns<T>(ids: readonly string[], read: (id: string) => Promise<T>): Promise<T[]> {
  const done: T[] = [];
  for (let from = 0; from < ids.length; from += 6) {
    done.push(...(await Promise.all(ids.slice(from, from + 6).map(read))));
  }
  return done;
}
