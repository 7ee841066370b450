import type { OrganisationLists, RecordInput, Timebook } from '../../../contract/index.js';
import type { StaffApi } from '../../api/staff-api.js';

type WithId<T> = T & { readonly id: string };

/** What the timebook needs to know beside what lies in it. */
export interface TimebookSettings {
  readonly timeZone: string;
  /** Minutes between its lines. */
  readonly step: number;
  readonly weekend: boolean;
  readonly companies: readonly WithId<RecordInput<'companies'>>[];
  readonly clinics: readonly WithId<RecordInput<'clinics'>>[];
  readonly clinicians: readonly WithId<RecordInput<'clinicians'>>[];
  readonly templates: readonly WithId<RecordInput<'templates'>>[];
  readonly templateLists: readonly WithId<RecordInput<'template-lists'>>[];
  /** Lists assigned to the organisation. */
  readonly organisation: OrganisationLists;
  readonly definitions: readonly WithId<RecordInput<'preblock-definitions'>>[];
  readonly resources: readonly WithId<RecordInput<'resources'>>[];
  readonly preblockLists: readonly WithId<RecordInput<'preblock-lists'>>[];
}

export async function readTimebookSettings(api: StaffApi): Promise<TimebookSettings> {
  const items = async (
    name:
      | 'companies'
      | 'clinics'
      | 'clinicians'
      | 'templates'
      | 'templateLists'
      | 'preblockDefinitions'
      | 'resources'
      | 'preblockLists',
  ) => ((await api.call(name)).data as { items: never[] }).items;
  const [
    account,
    settings,
    lists,
    companies,
    clinics,
    clinicians,
    templates,
    templateLists,
    definitions,
    resources,
    preblockLists,
  ] = await Promise.all([
    api.describeAccount(),
    api.call('settings'),
    api.call('lists'),
    items('companies'),
    items('clinics'),
    items('clinicians'),
    items('templates'),
    items('templateLists'),
    items('preblockDefinitions'),
    items('resources'),
    items('preblockLists'),
  ]);
  return {
    timeZone: account.timeZone,
    step: settings.data.timebookGridMinutes,
    weekend: settings.data.weekendBooking,
    organisation: lists.data,
    ...{ companies, clinics, clinicians, templates, templateLists, definitions },
    ...{ resources, preblockLists },
  };
}

/** What is asked for of the timebook. */
export interface View {
  readonly from: string;
  readonly to: string;
  readonly clinicians: readonly string[];
  readonly treatment: string;
  readonly layers: ReadonlySet<string>;
  /** Whether what became of each appointment's reminders comes along. */
  readonly reminders?: boolean;
}

/** The most clinicians that one call names. */
const mostNamed = 100;

/** `isBackground`: something has changed, and the page asks by itself. */
export async function readTimebook(
  api: StaffApi,
  view: View,
  isBackground = false,
): Promise<Timebook> {
  const { from, to, clinicians, treatment, layers, reminders } = view;
  const { data } = await api.call('timebook', {
    query: {
      ...{ from, to },
      layers: [...layers].join(',') || 'entries',
      // Of none, or more than a call can name, those of all come.
      clinicians: (clinicians.length <= mostNamed && clinicians.join(',')) || undefined,
      treatment: treatment || undefined,
      with: reminders ? ('reminders' as const) : undefined,
    },
    isBackground,
  });
  return data;
}
