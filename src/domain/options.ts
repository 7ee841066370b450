import type {
  Account,
  ChoiceStep,
  Clinic,
  ClinicGroup,
  Clinician,
  Treatment,
} from '../contract/index.js';
import type { Choice, Selection } from './selection.js';
import { choiceOrder } from './step-order.js';

/** Who could do what where: what is left of the catalogue (and of the slots at a chosen start). */
interface Candidate {
  readonly clinic: string;
  readonly clinician: string;
  readonly treatment: string;
}

/** Clinics under a group's heading, or the ungrouped ones; `any` when "any in the group" is offered (P-13, P-14). */
export interface ClinicSection {
  readonly group?: ClinicGroup;
  readonly any: boolean;
  readonly clinics: readonly Clinic[];
}

/** A clinician with title and photo, where consent at every clinic in question allows them (P-16). */
export interface ClinicianOption {
  readonly clinician: Clinician;
  readonly title?: string;
  readonly photo?: string;
}

/** Above this number of clinics there is a search, groups are opened one by one, and the cards are smaller. */
export const manyClinics = 12;

/** True when a candidate is at the chosen clinic, with the chosen clinician, for the chosen treatment. */
export function fitsChoice(account: Account, choice: Choice, candidate: Candidate): boolean {
  switch (choice.step) {
    case 'clinic':
      return (
        choice.value.kind === 'any' ||
        (choice.value.kind === 'one'
          ? candidate.clinic === choice.value.id
          : account.clinics.find(({ id }) => id === candidate.clinic)?.group === choice.value.id)
      );
    case 'treatment':
      return candidate.treatment === choice.value;
    case 'clinician':
      return choice.value.kind === 'any' || candidate.clinician === choice.value.id;
    case 'time':
      return (
        // Slots not known yet rule nothing out.
        choice.value.slots.length === 0 ||
        choice.value.slots.some(
          (slot) =>
            slot.clinic === candidate.clinic &&
            slot.clinician === candidate.clinician &&
            slot.treatment === candidate.treatment,
        )
      );
  }
}

/** The choice made for a step, or undefined. */
export function choiceOf(selection: Selection, step: ChoiceStep): Choice | undefined {
  const value = selection[step];
  return value === undefined ? undefined : ({ step, value } as Choice);
}

/** Steps that come before `step`: only they narrow what it offers, so that an earlier choice can always be changed (P-05). */
function stepsBefore(account: Account, step: ChoiceStep): readonly ChoiceStep[] {
  const order = choiceOrder(account.settings);
  return order.slice(0, order.indexOf(step));
}

/**
 * What the choices of `steps` leave of the catalogue. The service gives anybody times of those only who take new
 * patients, unless the account takes none at all (P-42); `isClosed` asks for the others.
 */
export function candidatesOf(
  account: Account,
  selection: Selection,
  steps: readonly ChoiceStep[],
  isClosed = false,
): Candidate[] {
  const { clinics, clinicians, offers, settings } = account;
  const choices = steps.flatMap((step) => choiceOf(selection, step) ?? []);
  const groupOf = new Map(clinics.map(({ id, group }) => [id, group]));
  const closed = new Set(
    clinicians.flatMap(({ id, acceptsNewPatients }) =>
      settings.selfCreation && !acceptsNewPatients ? id : [],
    ),
  );
  return offers
    .filter(({ clinic, clinician }) => groupOf.has(clinic) && closed.has(clinician) === isClosed)
    .flatMap(({ clinic, clinician, treatments }) =>
      treatments.map((treatment) => ({ clinic, clinician, treatment })),
    )
    .filter((candidate) => choices.every((choice) => fitsChoice(account, choice, candidate)));
}

/** The clinics to choose from, under their groups, ungrouped last, and whether "any clinic" stands on top (P-12 to P-14). */
export function clinicOptions(
  account: Account,
  selection: Selection,
): { readonly any: boolean; readonly sections: readonly ClinicSection[] } {
  const ids = new Set(
    candidatesOf(account, selection, stepsBefore(account, 'clinic')).map(({ clinic }) => clinic),
  );
  const clinics = account.clinics.filter(({ id }) => ids.has(id));
  const mayBeAny = account.settings.anyClinic;
  const grouped = account.groups.map((group) => {
    const members = clinics.filter((clinic) => clinic.group === group.id);
    return { group, any: mayBeAny && members.length > 1, clinics: members };
  });
  const known = new Set(account.groups.map(({ id }) => id));
  const ungrouped = clinics.filter(({ group }) => group === undefined || !known.has(group));
  const sections = [...grouped, { any: false, clinics: ungrouped }].filter(
    (section) => section.clinics.length > 0,
  );
  // Where all of them are of one group, "any in the group" says the same.
  const isOneGroup = sections.length === 1 && sections[0]?.any;
  return { any: mayBeAny && clinics.length > 1 && !isOneGroup, sections };
}

/** The treatments to choose from, in the order of the list in force (P-15, A-07). */
export function treatmentOptions(account: Account, selection: Selection): readonly Treatment[] {
  const byId = new Map(account.treatments.map((treatment) => [treatment.id, treatment]));
  const ids = new Set(
    candidatesOf(account, selection, stepsBefore(account, 'treatment')).map(
      ({ treatment }) => treatment,
    ),
  );
  return [...ids].flatMap((id) => byId.get(id) ?? []);
}

/**
 * The clinicians to choose from, in the account's order, whether "any clinician" is offered (P-16), and those who are
 * `closed` to new patients (P-42).
 */
export function clinicianOptions(
  account: Account,
  selection: Selection,
): {
  readonly any: boolean;
  readonly clinicians: readonly ClinicianOption[];
  readonly closed: readonly ClinicianOption[];
} {
  const clinicians = people(account, selection, false);
  return {
    any: account.settings.anyClinician && clinicians.length > 1,
    clinicians,
    closed: people(account, selection, true),
  };
}

function people(account: Account, selection: Selection, isClosed: boolean): ClinicianOption[] {
  const steps = stepsBefore(account, 'clinician');
  const clinicsOf = new Map<string, Set<string>>();
  for (const { clinic, clinician } of candidatesOf(account, selection, steps, isClosed)) {
    clinicsOf.set(clinician, (clinicsOf.get(clinician) ?? new Set()).add(clinic));
  }
  return account.clinicians
    .filter(({ id }) => clinicsOf.has(id))
    .map((clinician) => describe(account, clinician, clinicsOf.get(clinician.id)));
}

function describe(
  account: Account,
  clinician: Clinician,
  clinics: ReadonlySet<string> | undefined,
): ClinicianOption {
  const offers = account.offers.filter(
    (offer) => offer.clinician === clinician.id && clinics?.has(offer.clinic),
  );
  const [first] = offers;
  return {
    clinician,
    ...(first?.title && offers.every(({ title }) => title) ? { title: first.title } : {}),
    ...(first?.photo && offers.every(({ photo }) => photo) ? { photo: first.photo } : {}),
  };
}

/** Every choice that a step offers now, "any" ones included; a time is chosen in the calendar, so it lists none. */
export function optionsFor(
  account: Account,
  selection: Selection,
  step: ChoiceStep,
): readonly Choice[] {
  switch (step) {
    case 'clinic': {
      const { any, sections } = clinicOptions(account, selection);
      return [
        ...(any ? [{ step, value: { kind: 'any' } } as const] : []),
        ...sections.flatMap((section) => [
          ...(section.any && section.group
            ? [{ step, value: { kind: 'group', id: section.group.id } } as const]
            : []),
          ...section.clinics.map(({ id }) => ({ step, value: { kind: 'one', id } }) as const),
        ]),
      ];
    }
    case 'treatment':
      return treatmentOptions(account, selection).map(({ id }) => ({ step, value: id }));
    case 'clinician': {
      const { any, clinicians } = clinicianOptions(account, selection);
      return [
        ...(any ? [{ step, value: { kind: 'any' } } as const] : []),
        ...clinicians.map(
          ({ clinician: { id } }) => ({ step, value: { kind: 'one', id } }) as const,
        ),
      ];
    }
    case 'time':
      return [];
  }
}
