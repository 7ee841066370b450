import { and, asc, eq, getTableColumns, isNotNull, isNull } from 'drizzle-orm';
import type { Catalogue } from '../core/model.js';
import type { Reminders } from '../../src/contract/index.js';
import type { AccountRow, Image } from './accounts.js';
import type { AccountTransaction } from './database.js';
import { findReminders } from './reminders.js';
import {
  bookingTemplates,
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
} from './schema/index.js';

const { photo: _photo, ...clinicianColumns } = getTableColumns(clinicians);

/** Everything of an account that changes seldom, archived rows included: appointments still name them. */
export async function loadCatalogueRows(tx: AccountTransaction) {
  // One connection answers one query at a time anyway.
  return {
    companies: await tx.select().from(companies).orderBy(companies.id),
    groups: await tx
      .select()
      .from(clinicGroups)
      .orderBy(asc(clinicGroups.position), clinicGroups.id),
    clinics: await tx.select().from(clinics).orderBy(asc(clinics.position), clinics.id),
    clinicians: await tx
      .select(clinicianColumns)
      .from(clinicians)
      .orderBy(asc(clinicians.position), clinicians.id),
    clinicianClinics: await tx.select().from(clinicianClinics),
    resources: await tx.select().from(resources).orderBy(resources.id),
    templates: await tx
      .select()
      .from(bookingTemplates)
      .orderBy(asc(bookingTemplates.position), bookingTemplates.id),
    templateLists: await tx.select().from(templateLists),
    templateListItems: await tx
      .select()
      .from(templateListItems)
      .orderBy(asc(templateListItems.position)),
    definitions: await tx.select().from(preblockDefinitions).orderBy(preblockDefinitions.id),
    preblockCategories: await tx.select().from(preblockCategories),
    preblockLists: await tx.select().from(preblockLists),
    preblockListItems: await tx
      .select()
      .from(preblockListItems)
      .orderBy(asc(preblockListItems.position)),
  };
}

export type CatalogueRows = Awaited<ReturnType<typeof loadCatalogueRows>>;

/** The rows as the rules of availability read them, without what is archived. */
export function toCatalogue(account: AccountRow, rows: CatalogueRows): Catalogue {
  const { settings, timeZone } = account;
  const inUse = <Row extends { archivedAt: Date | null }>(all: readonly Row[]) =>
    all.filter(({ archivedAt }) => archivedAt === null);
  const clinicsOf = collect(rows.clinicianClinics, 'clinicianId', 'clinicId');
  const templatesOf = collect(rows.templateListItems, 'listId', 'templateId');
  const preblocksOf = collect(rows.preblockListItems, 'listId', 'preblockId');
  const categoriesOf = collect(rows.preblockCategories, 'preblockId', 'categoryId');
  return {
    account: {
      timeZone,
      weekendBooking: settings.weekendBooking,
      publishingNeedsRecallTime: settings.publishingNeedsRecallTime,
      timebookGridMinutes: settings.timebookGridMinutes,
    },
    organisation: { bookingList: account.bookingList, preblockList: account.preblockList },
    companies: rows.companies,
    clinics: inUse(rows.clinics).map(({ id, companyId, groupId }) => ({
      id,
      company: companyId,
      group: groupId,
    })),
    clinicians: inUse(rows.clinicians).map((row) => ({
      ...row,
      clinics: clinicsOf.get(row.id) ?? [],
    })),
    templates: inUse(rows.templates).map((row) => ({
      ...row,
      category: row.categoryId,
      resource: row.resourceKind,
    })),
    templateLists: rows.templateLists
      .filter(({ purpose }) => purpose === 'booking')
      .map(({ id }) => ({ id, items: templatesOf.get(id) ?? [] })),
    preblockLists: rows.preblockLists.map(({ id }) => ({ id, items: preblocksOf.get(id) ?? [] })),
    definitions: inUse(rows.definitions).map((row) => ({
      ...row,
      categories: categoriesOf.get(row.id) ?? [],
    })),
    resources: inUse(rows.resources).map(({ id, clinicId, kind }) => ({
      id,
      clinic: clinicId,
      kind,
    })),
  };
}

function collect<Row, Key extends keyof Row, Value extends keyof Row>(
  rows: readonly Row[],
  key: Key,
  value: Value,
): Map<Row[Key], Row[Value][]> {
  const lists = new Map<Row[Key], Row[Value][]>();
  for (const row of rows) {
    const list = lists.get(row[key]);
    if (list) list.push(row[value]);
    else lists.set(row[key], [row[value]]);
  }
  return lists;
}

/** A catalogue as stored and as the rules read it. */
export interface LoadedCatalogue {
  rows: CatalogueRows;
  catalogue: Catalogue;
  /** The account's policy of reminders, here because every booking asks for it; undefined: it has none. */
  reminders: Reminders | undefined;
}

/** Loads an account's catalogue, once for each of its revisions; one loader for each database. */
export function createCatalogueLoader(
  size = 50,
): (tx: AccountTransaction, account: AccountRow) => Promise<LoadedCatalogue> {
  const known = new Map<string, { revision: number; loading: Promise<LoadedCatalogue> }>();

  async function load(tx: AccountTransaction, account: AccountRow): Promise<LoadedCatalogue> {
    const rows = await loadCatalogueRows(tx);
    const reminders = await findReminders(tx);
    return { rows, catalogue: toCatalogue(account, rows), reminders };
  }

  return async (tx, account) => {
    const { id, revision } = account;
    const remembered = known.get(id);
    if (remembered?.revision === revision) {
      // The load was another call's, which may have been cut off: its failure must not fail this one.
      const loaded = await remembered.loading.catch(() => undefined);
      if (loaded) return loaded;
    }
    const entry = { revision, loading: load(tx, account) };
    // Rows read after a later commit than the account's are newer than the revision says: they are replaced at the next call.
    known.delete(id);
    known.set(id, entry);
    if (known.size > size) known.delete(known.keys().next().value!);
    entry.loading.catch(() => {
      if (known.get(id) === entry) known.delete(id);
    });
    return entry.loading;
  };
}

/** A clinician's photo, only with the consent given at that clinic, and while both are in use (P-16); else undefined. */
export async function findPhoto(
  tx: AccountTransaction,
  clinicId: string,
  clinicianId: string,
): Promise<Image | undefined> {
  const [row] = await tx
    .select({ bytes: clinicians.photo, type: clinicians.photoType })
    .from(clinicians)
    .innerJoin(clinicianClinics, eq(clinicianClinics.clinicianId, clinicians.id))
    .innerJoin(clinics, eq(clinics.id, clinicianClinics.clinicId))
    .where(
      and(
        eq(clinicians.id, clinicianId),
        eq(clinicianClinics.clinicId, clinicId),
        eq(clinicianClinics.photoConsent, true),
        eq(clinicians.published, true),
        isNotNull(clinicians.photo),
        isNull(clinicians.archivedAt),
        isNull(clinics.archivedAt),
      ),
    );
  return row?.bytes && row.type ? { bytes: row.bytes, type: row.type } : undefined;
}
