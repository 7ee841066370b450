import type { RecordInput, RecordKindName } from '../../contract/index.js';
import { recordKinds } from '../../contract/index.js';
import type { StaffApi, Versioned } from '../api/staff-api.js';

/** What the catalogue consists of. */
export type CatalogueKind = Exclude<
  RecordKindName,
  'message-texts' | 'eid-providers' | 'patients' | 'recalls'
>;

/** One of a list. A clinician of a list has a photo without its bytes. */
export type Item<Kind extends CatalogueKind> = RecordInput<Kind> & { readonly id: string };

/** All of a kind, in the account's order. */
export async function readAll<Kind extends CatalogueKind>(
  api: StaffApi,
  kind: Kind,
): Promise<readonly Item<Kind>[]> {
  const { data } = await api.call(recordKinds[kind].many);
  return (data as { items: Item<Kind>[] }).items;
}

/** One of a kind, with its version. */
export async function readOne<Kind extends CatalogueKind>(
  api: StaffApi,
  kind: Kind,
  id: string,
): Promise<Versioned<RecordInput<Kind>>> {
  const { data, version } = await api.call(recordKinds[kind].one, { id });
  return { data: data as RecordInput<Kind>, version };
}

/** Stores one, only if it still has `version`. */
export async function storeOne<Kind extends CatalogueKind>(
  api: StaffApi,
  kind: Kind,
  id: string,
  { data, version }: Versioned<RecordInput<Kind>>,
): Promise<void> {
  await api.call(`put${recordKinds[kind].stem}`, { id, body: data, version });
}

export async function removeOne(api: StaffApi, kind: CatalogueKind, id: string): Promise<void> {
  await api.call(`delete${recordKinds[kind].stem}`, { id });
}
