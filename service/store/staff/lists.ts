import { eq } from 'drizzle-orm';
import type { ListInput, TemplateListInput } from '../../../src/contract/index.js';
import type { AccountTransaction } from '../database.js';
import {
  accounts,
  clinicians,
  companies,
  preblockListItems,
  preblockLists,
  templateListItems,
  templateLists,
} from '../schema/index.js';

const owner = (input: ListInput) => ({
  ownerKind: input.owner.kind,
  ownerId: 'id' in input.owner ? input.owner.id : null,
});

/** Stores a list of templates in its order. */
export async function putTemplateList(
  tx: AccountTransaction,
  accountId: string,
  id: string,
  input: TemplateListInput,
): Promise<void> {
  const row = { name: input.name, purpose: input.purpose, ...owner(input) };
  await tx
    .insert(templateLists)
    .values({ accountId, id, ...row })
    .onConflictDoUpdate({ target: [templateLists.accountId, templateLists.id], set: row });
  await tx.delete(templateListItems).where(eq(templateListItems.listId, id));
  if (input.items.length === 0) return;
  await tx
    .insert(templateListItems)
    .values(
      input.items.map((templateId, position) => ({ accountId, listId: id, position, templateId })),
    );
}

/** Stores a list of preblock definitions in its order. */
export async function putPreblockList(
  tx: AccountTransaction,
  accountId: string,
  id: string,
  input: ListInput,
): Promise<void> {
  const row = { name: input.name, ...owner(input) };
  await tx
    .insert(preblockLists)
    .values({ accountId, id, ...row })
    .onConflictDoUpdate({ target: [preblockLists.accountId, preblockLists.id], set: row });
  await tx.delete(preblockListItems).where(eq(preblockListItems.listId, id));
  if (input.items.length === 0) return;
  await tx
    .insert(preblockListItems)
    .values(
      input.items.map((preblockId, position) => ({ accountId, listId: id, position, preblockId })),
    );
}

/** True when a list of the kind exists that may be assigned. */
export async function listExists(
  tx: AccountTransaction,
  kind: 'bookingList' | 'preblockList',
  id: string,
): Promise<boolean> {
  if (kind === 'preblockList') {
    const rows = await tx
      .select({ id: preblockLists.id })
      .from(preblockLists)
      .where(eq(preblockLists.id, id));
    return rows.length > 0;
  }
  const rows = await tx
    .select({ purpose: templateLists.purpose })
    .from(templateLists)
    .where(eq(templateLists.id, id));
  return rows[0]?.purpose === 'booking';
}

/** True while the organisation, a company or a clinician has the list assigned. */
export async function isListAssigned(
  tx: AccountTransaction,
  kind: 'bookingList' | 'preblockList',
  id: string,
): Promise<boolean> {
  for (const table of [accounts, companies, clinicians]) {
    const rows = await tx.select({ id: table.id }).from(table).where(eq(table[kind], id)).limit(1);
    if (rows.length > 0) return true;
  }
  return false;
}

/** Deletes a list with its items; false when there is none. */
export async function removeList(
  tx: AccountTransaction,
  kind: 'bookingList' | 'preblockList',
  id: string,
): Promise<boolean> {
  const table = kind === 'preblockList' ? preblockLists : templateLists;
  const gone = await tx.delete(table).where(eq(table.id, id)).returning({ id: table.id });
  return gone.length > 0;
}
