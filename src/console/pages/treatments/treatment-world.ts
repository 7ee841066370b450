import type { OrganisationLists } from '../../../contract/index.js';
import type { StaffApi } from '../../api/staff-api.js';
import type { Item } from '../../catalogue/records.js';
import { readAll } from '../../catalogue/records.js';

/** Everything of an account that decides which treatments can be booked, with its names. */
export interface TreatmentWorld {
  readonly organisation: OrganisationLists;
  readonly companies: readonly Item<'companies'>[];
  readonly clinics: readonly Item<'clinics'>[];
  readonly clinicians: readonly Item<'clinicians'>[];
  readonly categories: readonly Item<'categories'>[];
  readonly templates: readonly Item<'templates'>[];
  readonly templateLists: readonly Item<'template-lists'>[];
  readonly preblockLists: readonly Item<'preblock-lists'>[];
  readonly definitions: readonly Item<'preblock-definitions'>[];
  readonly resources: readonly Item<'resources'>[];
}

export async function readWorld(api: StaffApi): Promise<TreatmentWorld> {
  const [
    { data: organisation },
    companies,
    clinics,
    clinicians,
    categories,
    templates,
    templateLists,
    preblockLists,
    definitions,
    resources,
  ] = await Promise.all([
    api.call('lists'),
    readAll(api, 'companies'),
    readAll(api, 'clinics'),
    readAll(api, 'clinicians'),
    readAll(api, 'categories'),
    readAll(api, 'templates'),
    readAll(api, 'template-lists'),
    readAll(api, 'preblock-lists'),
    readAll(api, 'preblock-definitions'),
    readAll(api, 'resources'),
  ]);
  return {
    ...{ organisation, companies, clinics, clinicians, categories, templates },
    ...{ templateLists, preblockLists, definitions, resources },
  };
}
