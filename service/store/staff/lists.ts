import { eq, or, sql } from 'drizzle-orm';
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

/** What can be assigned to an organisation, a company or a clinician. */
export const listFields = ['bookingList', 'timebookList', 'preblockList'] as const;
export type ListField = (typeof listFields)[number];
export type ListKind = 'template-lists' | 'preblock-lists';

const owner = (input: ListInput) => ({
  ownerKind: input.owner.kind,
  ownerId: 'id' in input.owner ? input.owner.id : null,
});

/** Stores a list of templates in its order (A-07). */
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

/** Stores a list of preblock definitions in its order (A-07). */
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
  kind: ListField,
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
  return rows[0]?.purpose === (kind === 'bookingList' ? 'booking' : 'timebook');
}

/** True while the organisation, a company or a clinician has the list assigned in one of some fields (A-07). */
export async function isListAssigned(
  tx: AccountTransaction,
  fields: readonly ListField[],
  id: string,
): Promise<boolean> {
  for (const table of [accounts, companies, clinicians]) {
    const isAssigned = or(...fields.map((field) => eq(table[field], id)));
    const rows = await tx.select({ id: table.id }).from(table).where(isAssigned).limit(1);
    if (rows.length > 0) return true;
  }
  return false;
}

/** Deletes a list with its items; false when there is none. */
export async function removeList(
  tx: AccountTransaction,
  kind: ListKind,
  id: string,
): Promise<boolean> {
  const table = kind === 'preblock-lists' ? preblockLists : templateLists;
  const gone = await tx.delete(table).where(eq(table.id, id)).returning({ id: table.id });
  return gone.length > 0;
}

/** What has been stored, to whose assignments a question is limited. */
export type ListHolder =
  | { kind: 'organisation' }
  | { kind: 'company' | 'clinician' | 'clinic'; id: string }
  | { kind: ListKind; list: string };

/**
 * The kind of an assigned list that its holder may not use by its owner (A-07), or undefined. A company's list is for the company and
 * whoever works at its clinics, a clinician's for them alone, the organisation itself has one that is for all.
 */
export async function findForeignList(
  tx: AccountTransaction,
  stored: ListHolder,
): Promise<ListField | undefined> {
  const id = 'id' in stored ? stored.id : '';
  const list = 'list' in stored ? stored.list : '';
  const worksAt = (condition: ReturnType<typeof sql>) => sql`EXISTS (
    SELECT 1 FROM clinician_clinics p JOIN clinics c ON c.account_id = p.account_id AND c.id = p.clinic_id
    WHERE p.account_id = a.account_id AND p.clinician_id = a.id AND ${condition})`;
  const asked = {
    organisation: sql`a.holder = 'organisation'`,
    company: sql`a.holder = 'company' AND a.id = ${id}`,
    clinician: sql`a.holder = 'clinician' AND a.id = ${id}`,
    clinic: sql`a.holder = 'clinician' AND ${worksAt(sql`c.id = ${id}`)}`,
    'template-lists': sql`a.kind <> 'preblockList' AND a.list = ${list}`,
    'preblock-lists': sql`a.kind = 'preblockList' AND a.list = ${list}`,
  }[stored.kind];
  const { rows } = (await tx.execute(sql`
    WITH holders AS (
      SELECT id AS account_id, 'organisation' AS holder, id, booking_list, timebook_list, preblock_list FROM accounts
      UNION ALL SELECT account_id, 'company', id, booking_list, timebook_list, preblock_list FROM companies
      UNION ALL SELECT account_id, 'clinician', id, booking_list, timebook_list, preblock_list FROM clinicians
        WHERE archived_at IS NULL
    ), a AS (
      SELECT h.account_id, h.holder, h.id, 'bookingList' AS kind, l.id AS list, l.owner_kind, l.owner_id
        FROM holders h JOIN template_lists l ON l.account_id = h.account_id AND l.id = h.booking_list
      UNION ALL
      SELECT h.account_id, h.holder, h.id, 'timebookList', l.id, l.owner_kind, l.owner_id
        FROM holders h JOIN template_lists l ON l.account_id = h.account_id AND l.id = h.timebook_list
      UNION ALL
      SELECT h.account_id, h.holder, h.id, 'preblockList', l.id, l.owner_kind, l.owner_id
        FROM holders h JOIN preblock_lists l ON l.account_id = h.account_id AND l.id = h.preblock_list
    )
    SELECT a.kind FROM a WHERE (${asked}) AND CASE a.owner_kind
      WHEN 'company' THEN NOT (a.holder = 'company' AND a.id = a.owner_id
        OR a.holder = 'clinician' AND ${worksAt(sql`c.company_id = a.owner_id`)})
      WHEN 'clinician' THEN NOT (a.holder = 'clinician' AND a.id = a.owner_id)
      ELSE false END
    ORDER BY a.kind LIMIT 1`)) as { rows: { kind: ListField }[] };
  return rows[0]?.kind;
}
