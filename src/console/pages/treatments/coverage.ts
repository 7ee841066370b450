import type { ListAssignment, ListInForce } from '../../../domain/list-in-force.js';
import { listInForce } from '../../../domain/list-in-force.js';
import type { AdmissionRules, OfferRules } from '../../../domain/treatment-rules.js';
import { permitsCategory, templateFault } from '../../../domain/treatment-rules.js';

interface Named {
  readonly id: string;
}

export interface TemplateRules extends OfferRules {
  readonly category: string;
  /** Kind of resource it needs. */
  readonly resource?: string | null | undefined;
}

export interface DefinitionRules extends AdmissionRules, Named {
  readonly type: string;
}

export interface RuleList extends Named {
  readonly items: readonly string[];
}

/** What of the catalogue decides whether a treatment can ever be booked. Every array is in the account's order. */
export interface CatalogueRules {
  readonly organisation: ListAssignment;
  readonly companies: readonly (Named & ListAssignment)[];
  readonly clinics: readonly (Named & { readonly company: string })[];
  readonly clinicians: readonly (Named &
    ListAssignment & {
      readonly published: boolean;
      readonly clinics: readonly { readonly clinic: string }[];
    })[];
  readonly templates: readonly TemplateRules[];
  readonly templateLists: readonly RuleList[];
  readonly preblockLists: readonly RuleList[];
  readonly definitions: readonly DefinitionRules[];
  readonly resources: readonly { readonly clinic: string; readonly kind: string }[];
}

/** A published clinician at one of their clinics, with the lists that hold there. */
export interface WorkPlace {
  readonly clinician: string;
  readonly clinic: string;
  readonly bookingList: ListInForce<RuleList> | undefined;
  readonly timebookList: ListInForce<RuleList> | undefined;
  readonly preblockList: ListInForce<RuleList> | undefined;
}

/**
 * Why a treatment can never be booked: no published clinician works anywhere; it is on none of the lists in force; no place of those who
 * offer it has its resource; there is no Internet preblock at all, none lets its category in, or those that do are on none of the lists in
 * force.
 */
export type Hole =
  | 'no-clinician'
  | 'not-in-list'
  | 'no-resource'
  | 'no-preblock'
  | 'category'
  | 'preblock-not-in-list';

/**
 * Whether a treatment can be booked once there is working time and a preblock: by patients without a need where anybody offers it to
 * them, else by those with a need for it.
 */
export interface Coverage {
  readonly template: string;
  /** `off`: not used in e-booking; `with-need`: only by patients with a need for it. */
  readonly status: 'open' | 'with-need' | 'off' | 'impossible';
  readonly holes: readonly Hole[];
  /** One who gives it, where, and by which preblock. */
  readonly way?: { clinician: string; clinic: string; definition: string } | undefined;
}

const byId = <Item extends Named>(items: readonly Item[]) =>
  new Map(items.map((item) => [item.id, item]));

/** Where published clinicians work, in the account's order. */
export function workPlaces(rules: CatalogueRules): WorkPlace[] {
  const clinics = byId(rules.clinics);
  const companies = byId(rules.companies);
  const templateLists = byId(rules.templateLists);
  const preblockLists = byId(rules.preblockLists);
  return rules.clinicians
    .filter(({ published }) => published)
    .flatMap((clinician) =>
      clinician.clinics.flatMap(({ clinic: id }) => {
        const clinic = clinics.get(id);
        if (!clinic) return [];
        const company = companies.get(clinic.company);
        const assigned = { clinician, company, organisation: rules.organisation };
        return {
          clinician: clinician.id,
          clinic: id,
          bookingList: listInForce('bookingList', templateLists, assigned),
          timebookList: listInForce('timebookList', templateLists, assigned),
          preblockList: listInForce('preblockList', preblockLists, assigned),
        };
      }),
    );
}

/** What of the treatments patients can ever book, and why not (C-09). */
export function coverageOf(rules: CatalogueRules): Coverage[] {
  const places = workPlaces(rules);
  const internet = rules.definitions.filter(({ type }) => type === 'internet');
  return rules.templates.map((template) => judge(template, places, internet, rules.resources));
}

function judge(
  template: TemplateRules,
  places: readonly WorkPlace[],
  internet: readonly DefinitionRules[],
  resources: CatalogueRules['resources'],
): Coverage {
  const { id, category, resource } = template;
  if (!template.useInBooking) return { template: id, status: 'off', holes: [] };
  const faultAt = ({ clinician, bookingList }: WorkPlace) =>
    templateFault(template, clinician, bookingList?.list);
  const listed = places.filter((place) => faultAt(place) !== 'not-in-list');
  const open = listed.filter((place) => faultAt(place) === undefined);
  // A need names its clinician, who may be anybody with the treatment on their list.
  const offering = open.length > 0 ? open : listed;
  const equipped = offering.filter(
    ({ clinic }) =>
      !resource || resources.some((one) => one.clinic === clinic && one.kind === resource),
  );
  const fitting = internet.filter((one) => permitsCategory(one, category, false));
  const ways = equipped.flatMap(({ clinician, clinic, preblockList }) =>
    fitting
      .filter(({ id: one }) => preblockList?.list.items.includes(one) ?? true)
      .map((definition) => ({ clinician, clinic, definition: definition.id })),
  );
  const way = ways[0];
  if (way) {
    return { template: id, status: open.length > 0 ? 'open' : 'with-need', holes: [], way };
  }
  const holes: Hole[] = [];
  if (places.length === 0) holes.push('no-clinician');
  else if (listed.length === 0) holes.push('not-in-list');
  else if (equipped.length === 0) holes.push('no-resource');
  if (internet.length === 0) holes.push('no-preblock');
  else if (fitting.length === 0) holes.push('category');
  else if (equipped.length > 0) holes.push('preblock-not-in-list');
  return { template: id, status: 'impossible', holes };
}
