import type { OrganisationLists } from '../../../contract/index.js';
import type { StaffApi } from '../../api/staff-api.js';
import { StaffError } from '../../api/staff-error.js';
import type { ListHolder } from '../../catalogue/list-owners.js';
import { readOne, storeOne } from '../../catalogue/records.js';
import type { TreatmentWorld } from './treatment-world.js';

export type ListField = 'bookingList' | 'timebookList' | 'preblockList';

/** Lists of one holder that are not stored yet; undefined: none is assigned. */
export interface Assignment {
  readonly holder: ListHolder;
  /** Empty for the organisation. */
  readonly id: string;
  readonly lists: Readonly<Partial<Record<ListField, string | undefined>>>;
}

export const listFields: readonly ListField[] = ['bookingList', 'timebookList', 'preblockList'];
export const keyOf = ({ holder, id }: Pick<Assignment, 'holder' | 'id'>): string =>
  `${holder} ${id}`;

/** The lists that are assigned to somebody. */
export function listsOf(
  { organisation, companies, clinicians }: TreatmentWorld,
  { holder, id }: Pick<Assignment, 'holder' | 'id'>,
): OrganisationLists {
  if (holder === 'organisation') return organisation;
  const holders = holder === 'companies' ? companies : clinicians;
  return holders.find((one) => one.id === id) ?? {};
}

/** The assignments with one more; one that is stored already is none. */
export function withAssignment(
  changes: ReadonlyMap<string, Assignment>,
  world: TreatmentWorld,
  {
    field,
    list,
    ...of
  }: Pick<Assignment, 'holder' | 'id'> & {
    field: ListField;
    list: string | undefined;
  },
): ReadonlyMap<string, Assignment> {
  const key = keyOf(of);
  const stored = listsOf(world, of);
  const wished = { ...changes.get(key)?.lists, [field]: list };
  const lists = Object.fromEntries(
    Object.entries(wished).filter(([name, id]) => (stored[name as ListField] ?? undefined) !== id),
  );
  const next = new Map(changes);
  if (Object.keys(lists).length > 0) next.set(key, { ...of, lists });
  else next.delete(key);
  return next;
}

/** The account as it will be. */
export function withAssignments(
  world: TreatmentWorld,
  changes: ReadonlyMap<string, Assignment>,
): TreatmentWorld {
  const change = <One extends { id: string }>(holder: ListHolder, holders: readonly One[]) =>
    holders.map((one) => ({ ...one, ...changes.get(keyOf({ holder, id: one.id }))?.lists }));
  return {
    ...world,
    organisation: {
      ...world.organisation,
      ...changes.get(keyOf({ holder: 'organisation', id: '' }))?.lists,
    },
    companies: change('companies', world.companies),
    clinicians: change('clinicians', world.clinicians),
  };
}

/**
 * Stores assignments one by one, and tells `stored` of each; throws a `version-conflict` at one whose lists somebody else has changed
 * meanwhile. What else of the holder was changed stays; a photo is left out, which keeps it.
 */
export async function storeAssignments(
  api: StaffApi,
  world: TreatmentWorld,
  changes: ReadonlyMap<string, Assignment>,
  stored: (key: string) => void,
): Promise<void> {
  for (const [key, change] of changes) {
    const { holder, id, lists } = change;
    const known = listsOf(world, change);
    const { data, version } =
      holder === 'organisation' ? await api.call('lists') : await readOne(api, holder, id);
    const present = data;
    const isSame = listFields.every((field) => (present[field] ?? null) === (known[field] ?? null));
    if (!isSame) throw new StaffError('version-conflict');
    const next = { ...data, ...lists, photo: undefined };
    if (holder === 'organisation') {
      await api.call('assignLists', { body: { ...present, ...lists }, version });
    } else await storeOne(api, holder, id, { data: next as never, version });
    stored(key);
  }
}
