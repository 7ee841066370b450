import { and, asc, eq, getTableColumns, isNull } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { AccountTransaction } from '../database.js';
import {
  bookingTemplates,
  categories,
  clinicGroups,
  clinicianClinics,
  clinicians,
  clinics,
  companies,
  preblockCategories,
  preblockDefinitions,
  preblockListItems,
  preblockLists,
  resources,
  templateListItems,
  templateLists,
} from '../schema/index.js';
import type { StoredImage } from './catalogue.js';

/** A stored thing as the call that stores it takes it, with null where it has nothing. */
export interface StoredRecord {
  id: string;
  value: Record<string, unknown>;
}

/** Columns that are no fields, among them two that nothing reads any more (decision 25). */
const noFields = new Set([
  ...['accountId', 'id', 'archivedAt', 'ownerKind', 'ownerId'],
  ...['mayPublish', 'validFor'],
]);

/** Column → field of the contract, where they have other names. */
const fieldNames: Readonly<Record<string, string>> = {
  companyId: 'company',
  groupId: 'group',
  clinicId: 'clinic',
  categoryId: 'category',
  resourceKind: 'resource',
};

type Columns = Record<string, PgColumn>;

/** Rows of a table that are in use, or the one with an id; without photos. */
async function rowsOf(
  tx: AccountTransaction,
  table: PgTable,
  id: string | undefined,
): Promise<Record<string, unknown>[]> {
  const { photo: _photo, ...columns }: Columns = getTableColumns(table);
  const { position, archivedAt, id: key } = columns;
  return tx
    .select(columns)
    .from(table)
    .where(and(archivedAt && isNull(archivedAt), id === undefined ? undefined : eq(key!, id)))
    .orderBy(...(position ? [asc(position)] : []), asc(key!));
}

function toRecord(row: Record<string, unknown>): StoredRecord {
  const fields = Object.entries(row).filter(
    ([name]) => !noFields.has(name) && !name.startsWith('photo'),
  );
  return {
    id: row.id as string,
    value: Object.fromEntries(fields.map(([name, part]) => [fieldNames[name] ?? name, part])),
  };
}

const tables = {
  companies,
  groups: clinicGroups,
  clinics,
  categories,
  resources,
  templates: bookingTemplates,
};

/** Records of a kind that is one table, in the account's order: all in use, or the one with an id. */
export async function findPlain(
  tx: AccountTransaction,
  kind: keyof typeof tables,
  id?: string,
): Promise<StoredRecord[]> {
  return (await rowsOf(tx, tables[kind], id)).map(toRecord);
}

/** Clinicians with where they work, places by id. A photo without its bytes. */
export async function findClinicians(tx: AccountTransaction, id?: string): Promise<StoredRecord[]> {
  const rows = await rowsOf(tx, clinicians, id);
  const places = await tx
    .select()
    .from(clinicianClinics)
    .where(id === undefined ? undefined : eq(clinicianClinics.clinicianId, id))
    .orderBy(clinicianClinics.clinicId);
  return rows.map((row) => {
    const { id: clinician, value } = toRecord(row);
    const { photoType: type, photoWidth: width, photoHeight: height } = row;
    return {
      id: clinician,
      value: {
        ...value,
        photo: type === null ? null : { type, width, height },
        clinics: places
          .filter(({ clinicianId }) => clinicianId === clinician)
          .map(({ clinicId, photoConsent, titleConsent }) => ({
            clinic: clinicId,
            photoConsent,
            titleConsent,
          })),
      },
    };
  });
}

/** The bytes of a clinician's photo, whether there is consent to show it or not; undefined without one. */
export async function findPhotoBytes(
  tx: AccountTransaction,
  id: string,
): Promise<StoredImage['bytes'] | undefined> {
  const [row] = await tx
    .select({ bytes: clinicians.photo })
    .from(clinicians)
    .where(eq(clinicians.id, id));
  return row?.bytes ?? undefined;
}

/** Preblock definitions with their categories, by id. */
export async function findPreblocks(tx: AccountTransaction, id?: string): Promise<StoredRecord[]> {
  const rows = await rowsOf(tx, preblockDefinitions, id);
  const named = await tx
    .select()
    .from(preblockCategories)
    .where(id === undefined ? undefined : eq(preblockCategories.preblockId, id))
    .orderBy(preblockCategories.categoryId);
  return rows.map((row) => {
    const { id: preblock, value } = toRecord(row);
    const own = named.filter(({ preblockId }) => preblockId === preblock);
    return {
      id: preblock,
      value: { ...value, categories: own.map(({ categoryId }) => categoryId) },
    };
  });
}

const lists = {
  'template-lists': {
    table: templateLists,
    items: templateListItems,
    item: templateListItems.templateId,
  },
  'preblock-lists': {
    table: preblockLists,
    items: preblockListItems,
    item: preblockListItems.preblockId,
  },
};

/** Lists of templates or of preblock definitions with their items in their order. */
export async function findLists(
  tx: AccountTransaction,
  kind: keyof typeof lists,
  id?: string,
): Promise<StoredRecord[]> {
  const { table, items, item } = lists[kind];
  const rows = await rowsOf(tx, table, id);
  const listed = await tx
    .select({ list: items.listId, item })
    .from(items as typeof templateListItems)
    .where(id === undefined ? undefined : eq(items.listId, id))
    .orderBy(asc(items.position));
  return rows.map((row) => {
    const { id: list, value } = toRecord(row);
    const { ownerKind: kind, ownerId } = row;
    const own = listed.filter((one) => one.list === list);
    return {
      id: list,
      value: {
        ...value,
        owner: ownerId === null ? { kind } : { kind, id: ownerId },
        items: own.map((one) => one.item),
      },
    };
  });
}
