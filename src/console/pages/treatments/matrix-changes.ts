import { permitsCategory } from '../../../domain/treatment-rules.js';
import type { StaffApi } from '../../api/staff-api.js';
import type { Item } from '../../catalogue/records.js';
import { readOne, storeOne } from '../../catalogue/records.js';

type Definition = Item<'preblock-definitions'>;
type Admission = Pick<Definition, 'mode' | 'categories' | 'allowAllRebookings'>;

/** Whether definitions are to let categories in: by the definition's id, then the category's. */
export type Wishes = ReadonlyMap<string, ReadonlyMap<string, boolean>>;

/** Categories of a definition once it lets in and keeps out as wished: with *not allow* they are those kept out. */
export function categoriesWith(
  { mode, categories }: Admission,
  wishes: ReadonlyMap<string, boolean>,
): string[] {
  const next = new Set(categories);
  for (const [category, letsIn] of wishes) {
    if (letsIn === (mode === 'allow')) next.add(category);
    else next.delete(category);
  }
  return [...next].sort();
}

/** Definitions as they will be. */
export const withWishes = (definitions: readonly Definition[], wishes: Wishes): Definition[] =>
  definitions.map((one) => {
    const own = wishes.get(one.id);
    return own ? { ...one, categories: categoriesWith(one, own) } : one;
  });

/** The wishes with one more; one that is fulfilled already is none. */
export function withWish(
  wishes: Wishes,
  stored: readonly Definition[],
  { definition, category, letsIn }: { definition: string; category: string; letsIn: boolean },
): Wishes {
  const own = new Map(wishes.get(definition));
  const known = stored.find(({ id }) => id === definition);
  if (known && permitsCategory(known, category, false) === letsIn) own.delete(category);
  else own.set(category, letsIn);
  const next = new Map(wishes);
  if (own.size > 0) next.set(definition, own);
  else next.delete(definition);
  return next;
}

/** Stores the wishes, definition by definition, on top of whatever others have changed meanwhile; `stored` is told of each. */
export async function storeWishes(
  api: StaffApi,
  wishes: Wishes,
  stored: (definition: string) => void,
): Promise<void> {
  for (const [id, own] of wishes) {
    const { data, version } = await readOne(api, 'preblock-definitions', id);
    const changed = { ...data, categories: categoriesWith(data, own) };
    await storeOne(api, 'preblock-definitions', id, { data: changed, version });
    stored(id);
  }
}
