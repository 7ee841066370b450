import type { ListInput, OrganisationLists, TemplateListInput } from '../../src/contract/index.js';
import { invalid } from '../context/problem.js';
import type { Work } from '../context/work.js';
import type { AccountTransaction } from '../store/database.js';
import type { ListField } from '../store/staff/lists.js';
import * as store from '../store/staff/lists.js';
import { requireFound } from './found.js';

/**
 * Stores a list of templates; throws `invalid` for an item that is in it twice, for an owner who shuts out whoever has it, and for
 * another purpose than it is assigned for.
 */
export async function putTemplateList(
  { tx, account }: Work,
  id: string,
  input: TemplateListInput,
): Promise<void> {
  refuseTwice('items', input.items);
  const other = input.purpose === 'booking' ? 'timebookList' : 'bookingList';
  if (await store.isListAssigned(tx, [other], id)) {
    throw invalid({ path: 'purpose', code: 'in-use' });
  }
  await store.putTemplateList(tx, account.id, id, input);
  await refuseForeignList(tx, { kind: 'template-lists', list: id }, 'owner');
}

/** Stores a list of preblocks; throws as `putTemplateList` does. */
export async function putPreblockList(
  { tx, account }: Work,
  id: string,
  input: ListInput,
): Promise<void> {
  refuseTwice('items', input.items);
  await store.putPreblockList(tx, account.id, id, input);
  await refuseForeignList(tx, { kind: 'preblock-lists', list: id }, 'owner');
}

/** Deletes a list; throws `invalid` while it is assigned, and `not-found`. */
export async function deleteList({ tx }: Work, kind: store.ListKind, id: string): Promise<void> {
  const assigned: ListField[] =
    kind === 'template-lists' ? ['bookingList', 'timebookList'] : ['preblockList'];
  // Without a list everything is offered, which deleting the list must not bring about unnoticed.
  if (await store.isListAssigned(tx, assigned, id)) throw invalid({ path: 'id', code: 'in-use' });
  requireFound(await store.removeList(tx, kind, id));
}

/** Throws `invalid` for an id that stands in a field twice. */
export function refuseTwice(field: string, items: readonly string[]): void {
  const twice = items.findIndex((item, index) => items.indexOf(item) !== index);
  if (twice !== -1) throw invalid({ path: `${field}.${twice}`, code: 'twice' });
}

/** Throws `invalid` when a list that is to be assigned does not exist, or is for another purpose. */
export async function checkAssignedLists(
  tx: AccountTransaction,
  lists: OrganisationLists,
): Promise<void> {
  for (const kind of store.listFields) {
    const id = lists[kind];
    if (id && !(await store.listExists(tx, kind, id)))
      throw invalid({ path: kind, code: 'unknown' });
  }
}

/**
 * Throws `invalid` where what has just been stored leaves somebody with a list that they may not use; at `path`, or at the list.
 * It looks at what was stored alone: assignments of before there was this rule stay until somebody touches them.
 */
export async function refuseForeignList(
  tx: AccountTransaction,
  stored: store.ListHolder,
  path?: string,
): Promise<void> {
  const kind = await store.findForeignList(tx, stored);
  if (kind) throw invalid({ path: path ?? kind, code: 'owner' });
}
