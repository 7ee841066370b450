import type { AssignedLists, Catalogue, ClinicianRules, ItemList, Template } from './model.js';
import type { Fault } from './rules.js';

/** The lists that hold for one clinician at one clinic. */
export interface ListsInForce {
  /** Templates used in e-booking that this clinician offers to a patient without a need, in the order of the list. */
  templates: readonly Template[];
  /** Those used in e-booking for a patient with a need: governed by need or not. */
  withNeed: readonly Template[];
  /** Preblock definitions that count, or null when all do. */
  preblocks: ReadonlySet<string> | null;
  /** The lists behind both, and what they are assigned on; undefined: none is. */
  bookingList: ListInForce | undefined;
  preblockList: ListInForce | undefined;
}

/** A list that holds, and what it is assigned on. */
export interface ListInForce {
  list: ItemList;
  on: 'clinician' | 'company' | 'organisation';
}

const levels = ['clinician', 'company', 'organisation'] as const;

/**
 * The list in force: the one assigned on the clinician, else on the company of the clinic, else on the
 * organisation; undefined when none is assigned, which means everything. An empty list means nothing.
 */
function listInForce(
  kind: keyof AssignedLists,
  lists: ReadonlyMap<string, ItemList>,
  assigned: Record<ListInForce['on'], AssignedLists | undefined>,
): ListInForce | undefined {
  for (const on of levels) {
    const id = assigned[on]?.[kind];
    const list = id ? lists.get(id) : undefined;
    if (list) return { list, on };
  }
  return undefined;
}

/**
 * Whether a clinician offers a template to a patient without a need: of a template governed by need only the
 * clinicians named, of any other those named or, when none is, everyone.
 */
export function isOfferedWithoutNeed(template: Template, clinician: string): boolean {
  const named = template.cliniciansWithoutNeed;
  return named.includes(clinician) || (named.length === 0 && !template.governedByNeed);
}

/** Why a template of the account is not offered by a clinician to a patient without a need. */
export function templateFault(
  template: Template,
  clinician: ClinicianRules,
  { bookingList }: Pick<ListsInForce, 'bookingList'>,
): Fault | undefined {
  if (bookingList && !bookingList.list.items.includes(template.id)) return 'not-in-list';
  if (!template.useInBooking) return 'not-in-booking';
  return isOfferedWithoutNeed(template, clinician.id) ? undefined : 'needs-need';
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
    const faultOf = (template: Template) => templateFault(template, clinician, { bookingList });
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
