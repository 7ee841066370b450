import { listInForce, type ListInForce } from '../../src/domain/list-in-force.js';
import { templateFault } from '../../src/domain/treatment-rules.js';
import type { Catalogue, ClinicianRules, ItemList, Template } from './model.js';

/** The lists that hold for one clinician at one clinic. */
export interface ListsInForce {
  /** Templates used in e-booking that this clinician offers to a patient without a need, in the order of the list. */
  templates: readonly Template[];
  /** Those used in e-booking for a patient with a need: governed by need or not. */
  withNeed: readonly Template[];
  /** Preblock definitions that count, or null when all do. */
  preblocks: ReadonlySet<string> | null;
  /** The lists behind both, and what they are assigned on; undefined: none is. */
  bookingList: ListInForce<ItemList> | undefined;
  preblockList: ListInForce<ItemList> | undefined;
}

const byId = <Item extends { id: string }>(items: readonly Item[]) =>
  new Map(items.map((item) => [item.id, item]));

/** Looks up the lists in force, each clinician and clinic worked out once. */
export function createListLookup(
  catalogue: Catalogue,
): (clinician: ClinicianRules, clinic: string) => ListsInForce {
  const clinics = byId(catalogue.clinics);
  const companies = byId(catalogue.companies);
  const templates = byId(catalogue.templates);
  const templateLists = byId(catalogue.templateLists);
  const preblockLists = byId(catalogue.preblockLists);
  const known = new Map<ClinicianRules, Map<string, ListsInForce>>();

  function workOut(clinician: ClinicianRules, clinic: string): ListsInForce {
    const company = companies.get(clinics.get(clinic)?.company ?? '');
    const assigned = { clinician, company, organisation: catalogue.organisation };
    const bookingList = listInForce('bookingList', templateLists, assigned);
    const preblockList = listInForce('preblockList', preblockLists, assigned);
    const listed = bookingList
      ? [...new Set(bookingList.list.items)].flatMap((id) => templates.get(id) ?? [])
      : catalogue.templates;
    const faultOf = (template: Template) =>
      templateFault(template, clinician.id, bookingList?.list);
    return {
      templates: listed.filter((template) => faultOf(template) === undefined),
      withNeed: listed.filter(({ useInBooking }) => useInBooking),
      preblocks: preblockList ? new Set(preblockList.list.items) : null,
      bookingList,
      preblockList,
    };
  }

  return (clinician, clinic) => {
    let perClinic = known.get(clinician);
    if (!perClinic) known.set(clinician, (perClinic = new Map<string, ListsInForce>()));
    let lists = perClinic.get(clinic);
    if (!lists) perClinic.set(clinic, (lists = workOut(clinician, clinic)));
    return lists;
  };
}

/** Who offers what where, for the account's catalogue: published clinicians in the account's order, clinic by clinic (P-15, A-07). */
export function listOffers(
  catalogue: Catalogue,
): { clinic: string; clinician: string; treatments: string[] }[] {
  const lookUp = createListLookup(catalogue);
  return catalogue.clinics.flatMap((clinic) =>
    catalogue.clinicians
      .filter(({ published, clinics }) => published && clinics.includes(clinic.id))
      .map((clinician) => ({
        clinic: clinic.id,
        clinician: clinician.id,
        treatments: lookUp(clinician, clinic.id).templates.map(({ id }) => id),
      }))
      .filter(({ treatments }) => treatments.length > 0),
  );
}
