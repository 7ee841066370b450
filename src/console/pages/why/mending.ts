import type { RecordInput } from '../../../contract/index.js';
import { addDays } from '../../../domain/civil-date.js';
import type { StaffApi } from '../../api/staff-api.js';

type Read = 'clinician' | 'template' | 'templateList' | 'preblockList' | 'preblockDefinition';

type Store = 'putClinician' | 'putTemplate' | 'putTemplateList' | 'putPreblockList' | 'putPreblock';

/** Changes a record as it is stored now; whoever changed it in between is not overwritten: rejects with `version-conflict`. */
async function change<Record extends object>(
  api: StaffApi,
  [read, store]: readonly [read: Read, store: Store],
  id: string,
  changeOf: (record: Record) => Partial<Record>,
): Promise<void> {
  const { data, version } = await api.call(read, { id });
  const record = data as Record;
  await api.call(store, { id, body: { ...record, ...changeOf(record) }, version });
}

type Clinician = RecordInput<'clinicians'>;
type Template = RecordInput<'templates'>;
type Definition = RecordInput<'preblock-definitions'>;

export const changeClinician = (api: StaffApi, id: string, part: Partial<Clinician>) =>
  change<Clinician>(api, ['clinician', 'putClinician'], id, () => part);

export const changeTemplate = (
  api: StaffApi,
  id: string,
  changeOf: (template: Template) => Partial<Template>,
) => change<Template>(api, ['template', 'putTemplate'], id, changeOf);

export const changeDefinition = (
  api: StaffApi,
  id: string,
  changeOf: (definition: Definition) => Partial<Definition>,
) => change<Definition>(api, ['preblockDefinition', 'putPreblock'], id, changeOf);

/** Puts something at the end of a list. */
export const addToList = (api: StaffApi, kind: 'template' | 'preblock', id: string, item: string) =>
  change<{ items: string[] }>(
    api,
    kind === 'template' ? ['templateList', 'putTemplateList'] : ['preblockList', 'putPreblockList'],
    id,
    ({ items }) => ({ items: [...items, item] }),
  );

/** Marks all working time of a clinician's day as [R]. */
export async function markRecall(api: StaffApi, clinician: string, date: string): Promise<void> {
  const query = { from: date, to: addDays(date, 1), clinician };
  const { data } = await api.call('workingTime', { query });
  for (const { id, recall } of data.workingTime) {
    if (!recall) await api.call('changeWorkingTime', { id, body: { recall: true } });
  }
}
