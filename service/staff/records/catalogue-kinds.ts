import type { RecordValue } from '../../core/record-diff.js';
import { withoutNulls } from '../../core/record-diff.js';
import type { StoredRecord } from '../../store/staff/catalogue-records.js';
import {
  findClinicians,
  findLists,
  findPhotoBytes,
  findPlain,
  findPreblocks,
} from '../../store/staff/catalogue-records.js';
import type { StaffWork } from '../actor.js';
import * as catalogue from '../catalogue.js';
import { deleteList, putPreblockList, putTemplateList } from '../lists.js';
import { toBase64 } from '../stored-image.js';
import type { FoundRecord, RecordKind } from './record-kind.js';

type Find = (work: StaffWork, id?: string) => Promise<StoredRecord[]>;

/** A kind of the catalogue that is read as it is stored. */
function catalogueKind(
  find: Find,
  rest: Pick<RecordKind, 'store' | 'remove' | 'placesOf'>,
): RecordKind {
  const all = async (work: StaffWork, id?: string): Promise<FoundRecord[]> =>
    (await find(work, id)).map(({ id: found, value }) => ({
      id: found,
      value: withoutNulls(value),
    }));
  return {
    right: 'catalogue',
    all: (work) => all(work),
    read: async (work, id) => (await all(work, id))[0]?.value,
    keepsValues: true,
    canUndo: true,
    ...rest,
  };
}

const plain =
  (kind: Parameters<typeof findPlain>[1]): Find =>
  ({ tx }, id) =>
    findPlain(tx, kind, id);
const deleting =
  (kind: Parameters<typeof catalogue.deleteFromCatalogue>[1]) => (work: StaffWork, id: string) =>
    catalogue.deleteFromCatalogue(work, kind, id);
const archiving =
  (kind: Parameters<typeof catalogue.archiveInCatalogue>[1]) => (work: StaffWork, id: string) =>
    catalogue.archiveInCatalogue(work, kind, id);

/** Clinicians without the bytes of their photos, which are many in a list. */
const clinicians = catalogueKind(({ tx }, id) => findClinicians(tx, id), {
  store: catalogue.putClinician,
  remove: archiving('clinician'),
  placesOf: (_id, { clinics }) => clinics as { clinic: string }[],
});

async function withPhoto({ tx }: StaffWork, id: string, value: RecordValue): Promise<RecordValue> {
  const bytes = value.photo === undefined ? undefined : await findPhotoBytes(tx, id);
  if (!bytes) return value;
  return { ...value, photo: { ...(value.photo as object), base64: toBase64(bytes) } };
}

/** Clinicians as a list shows them. */
export const listClinicians = clinicians.all!;

/** The catalogue, by the names of the contract. */
export const catalogueKinds = {
  companies: catalogueKind(plain('companies'), {
    store: catalogue.putCompany,
    remove: deleting('company'),
  }),
  groups: catalogueKind(plain('groups'), {
    store: catalogue.putGroup,
    remove: deleting('group'),
  }),
  clinics: catalogueKind(plain('clinics'), {
    store: catalogue.putClinic,
    remove: archiving('clinic'),
    placesOf: (id) => [{ clinic: id }],
  }),
  clinicians: {
    ...clinicians,
    all: async (work) => {
      const all = [];
      for (const { id, value } of await listClinicians(work)) {
        all.push({ id, value: await withPhoto(work, id, value) });
      }
      return all;
    },
    read: async (work, id) => {
      const value = await clinicians.read(work, id);
      return value && withPhoto(work, id, value);
    },
    // Without a word about the photo, storing keeps it.
    toInput: (value) => ({ ...value, photo: value.photo ?? null }),
  } satisfies RecordKind,
  categories: catalogueKind(plain('categories'), {
    store: catalogue.putCategory,
    remove: deleting('category'),
  }),
  resources: catalogueKind(plain('resources'), {
    store: catalogue.putResource,
    remove: archiving('resource'),
    placesOf: (_id, { clinic }) => [{ clinic: clinic as string }],
  }),
  templates: catalogueKind(plain('templates'), {
    store: catalogue.putTemplate,
    remove: archiving('template'),
  }),
  'template-lists': catalogueKind(({ tx }, id) => findLists(tx, 'template-lists', id), {
    store: putTemplateList,
    remove: (work, id) => deleteList(work, 'template-lists', id),
  }),
  'preblock-definitions': catalogueKind(({ tx }, id) => findPreblocks(tx, id), {
    store: catalogue.putPreblock,
    remove: archiving('preblock'),
  }),
  'preblock-lists': catalogueKind(({ tx }, id) => findLists(tx, 'preblock-lists', id), {
    store: putPreblockList,
    remove: (work, id) => deleteList(work, 'preblock-lists', id),
  }),
} as const satisfies Record<string, RecordKind>;
