import { eq, getTableColumns, sql } from 'drizzle-orm';
import type { PgTable, PgUpdateSetSource } from 'drizzle-orm/pg-core';
import type {
  CategoryInput,
  ClinicianInput,
  ClinicInput,
  CompanyInput,
  GroupInput,
  PreblockInput,
  ResourceInput,
  TemplateInput,
} from '../../../src/contract/index.js';
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
  resources,
} from '../schema/index.js';

/** A photo as it is stored. */
export interface StoredImage {
  bytes: Uint8Array;
  type: string;
  width: number;
  height: number;
  version: string;
}

type Account = { accountId: string; id: string };
type Named = typeof companies | typeof clinicGroups | typeof categories;
type Archivable =
  | typeof clinics
  | typeof clinicians
  | typeof resources
  | typeof bookingTemplates
  | typeof preblockDefinitions;

/** Stores a row, new or over the one with the same id. */
async function put<Table extends PgTable>(
  tx: AccountTransaction,
  table: Table,
  key: readonly ('accountId' | 'id')[],
  row: Table['$inferInsert'],
): Promise<void> {
  const columns = getTableColumns(table);
  const target = key.map((name) => columns[name]!);
  const set = Object.fromEntries(
    Object.entries(row).filter(([name]) => !key.includes(name as 'id')),
  ) as PgUpdateSetSource<Table>;
  await tx.insert(table).values(row).onConflictDoUpdate({ target, set });
}

const key = ['accountId', 'id'] as const;

export const putCompany = (tx: AccountTransaction, of: Account, input: CompanyInput) =>
  put(tx, companies, key, {
    ...of,
    name: input.name,
    bookingList: input.bookingList ?? null,
    timebookList: input.timebookList ?? null,
    preblockList: input.preblockList ?? null,
  });

export const putGroup = (tx: AccountTransaction, of: Account, input: GroupInput) =>
  put(tx, clinicGroups, key, { ...of, ...input });

export const putCategory = (tx: AccountTransaction, of: Account, input: CategoryInput) =>
  put(tx, categories, key, { ...of, ...input });

export const putResource = (tx: AccountTransaction, of: Account, input: ResourceInput) =>
  put(tx, resources, key, {
    ...of,
    name: input.name,
    clinicId: input.clinic,
    kind: input.kind,
    archivedAt: null,
  });

export const putClinic = (tx: AccountTransaction, of: Account, input: ClinicInput) => {
  const { company, group, ...rest } = input;
  return put(tx, clinics, key, {
    ...of,
    address2: null,
    heading: null,
    text: null,
    latitude: null,
    longitude: null,
    ...rest,
    companyId: company,
    groupId: group ?? null,
    archivedAt: null,
  });
};

/** Stores a clinician with where they work; `photo` undefined keeps the photo, null removes it. */
export async function putClinician(
  tx: AccountTransaction,
  of: Account,
  input: Omit<ClinicianInput, 'photo'>,
  photo: StoredImage | null | undefined,
): Promise<void> {
  const { clinics: places, ...rest } = input;
  await put(tx, clinicians, key, {
    ...of,
    title: null,
    text: null,
    preblockExpiryHours: null,
    preblockMinutes: null,
    bookingList: null,
    timebookList: null,
    preblockList: null,
    ...rest,
    ...(photo === undefined
      ? {}
      : {
          photo: photo?.bytes ?? null,
          photoType: photo?.type ?? null,
          photoWidth: photo?.width ?? null,
          photoHeight: photo?.height ?? null,
          photoVersion: photo?.version ?? null,
        }),
    archivedAt: null,
  });
  await tx.delete(clinicianClinics).where(eq(clinicianClinics.clinicianId, of.id));
  if (places.length === 0) return;
  await tx.insert(clinicianClinics).values(
    places.map(({ clinic, photoConsent, titleConsent }) => ({
      accountId: of.accountId,
      clinicianId: of.id,
      clinicId: clinic,
      photoConsent,
      titleConsent,
    })),
  );
}

export const putTemplate = (tx: AccountTransaction, of: Account, input: TemplateInput) => {
  const { category, resource, ...rest } = input;
  return put(tx, bookingTemplates, key, {
    ...of,
    position: 0,
    maxDaysToMove: null,
    timebookText: null,
    description: null,
    priceText: null,
    minutesBetweenOffers: null,
    leadDays: null,
    cancelDays: null,
    moveDays: null,
    governedByNeed: false,
    mayChooseClinician: false,
    cliniciansWithoutNeed: [],
    maxDaysAfterRecallWeek: null,
    ...rest,
    categoryId: category,
    resourceKind: resource ?? null,
    archivedAt: null,
  });
};

/** Stores a preblock definition with the categories it lets in or keeps out. */
export async function putPreblock(
  tx: AccountTransaction,
  of: Account,
  input: PreblockInput,
): Promise<void> {
  const { categories: named, ...rest } = input;
  await put(tx, preblockDefinitions, key, {
    ...of,
    text: null,
    code: null,
    colour: null,
    expiresDaysBefore: null,
    ...rest,
    archivedAt: null,
  });
  await tx.delete(preblockCategories).where(eq(preblockCategories.preblockId, of.id));
  if (named.length === 0) return;
  await tx.insert(preblockCategories).values(
    [...new Set(named)].map((categoryId) => ({
      accountId: of.accountId,
      preblockId: of.id,
      categoryId,
    })),
  );
}

/** Deletes a row; false when there is none. What is still in use fails with SQLSTATE 23503. */
export async function remove(tx: AccountTransaction, table: Named, id: string): Promise<boolean> {
  const gone = await tx.delete(table).where(eq(table.id, id)).returning({ id: table.id });
  return gone.length > 0;
}

/** Takes a row out of the catalogue and keeps it for the appointments that name it; false when there is none. */
export async function archive(
  tx: AccountTransaction,
  table: Archivable,
  id: string,
  now: Date,
): Promise<boolean> {
  const gone = await tx
    .update(table)
    .set({ archivedAt: now })
    .where(sql`${table.id} = ${id} AND ${table.archivedAt} IS NULL`)
    .returning({ id: table.id });
  return gone.length > 0;
}
