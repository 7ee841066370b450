import type {
  Account,
  ChoiceStep,
  FirstTimesQuery,
  HoldRequest,
  SlotsQuery,
} from '../contract/index.js';
import type { Selection } from './selection.js';
import { choiceOrder } from './step-order.js';

/** The filters of a query of free times. */
export type TimesFilter = Pick<
  SlotsQuery,
  'clinic' | 'group' | 'clinician' | 'treatment' | 'appointment' | 'recall'
>;

/**
 * What the calendar asks for: filtered by the choices that come before time, and by what the whole catalogue has only
 * one of; the rest stays open (P-02).
 */
export function timesFilterOf(account: Account, selection: Selection): TimesFilter {
  return filterBefore('time', account, selection);
}

/**
 * `slots` where they are few enough to say who and where; `starts` while the treatment is open, or where neither clinic
 * nor clinician is settled: a list of who is free where would be long (P-02, P-21).
 */
export function timesViewOf({ clinic, clinician, treatment }: TimesFilter): 'slots' | 'starts' {
  return treatment && (clinic || clinician) ? 'slots' : 'starts';
}

/**
 * What narrows the first free times on the cards of a step: the choices before it, and what there is only one of; undefined where
 * time is chosen before it (P-47).
 */
export function firstTimesQueryOf(
  account: Account,
  selection: Selection,
  step: ChoiceStep,
): FirstTimesQuery | undefined {
  const order = choiceOrder(account.settings);
  if (order.indexOf('time') < order.indexOf(step)) return undefined;
  return filterBefore(step, account, selection);
}

/** The request to hold, as soon as clinic, clinician, treatment and start are all known (P-24); else undefined. */
export function holdRequestOf(selection: Selection): HoldRequest | undefined {
  const { clinic, treatment, clinician, time } = selection;
  if (!clinic || !treatment || !clinician || !time) return undefined;
  return { start: time.start, ...filterOf(selection) };
}

/** The choices of the steps before one, and what there is only one of. */
function filterBefore(step: ChoiceStep, account: Account, selection: Selection): TimesFilter {
  const order = choiceOrder(account.settings);
  const sole = soleOf(account);
  const of = <Step extends 'clinic' | 'treatment' | 'clinician'>(each: Step): Selection[Step] =>
    order.indexOf(each) < order.indexOf(step) ? selection[each] : sole[each];
  return filterOf({ clinic: of('clinic'), treatment: of('treatment'), clinician: of('clinician') });
}

/** What there is only one of, whatever is chosen: a small account, or one that a link has narrowed (P-10). */
function soleOf({ clinics, offers }: Account): Selection {
  const clinic = only(offers.map((offer) => offer.clinic));
  const group = only(clinics.map((each) => each.group));
  const clinician = only(offers.map((offer) => offer.clinician));
  return {
    clinic: clinic ? { kind: 'one', id: clinic } : group ? { kind: 'group', id: group } : undefined,
    treatment: only(offers.flatMap(({ treatments }) => treatments)),
    clinician: clinician ? { kind: 'one', id: clinician } : undefined,
  };
}

function only<Value>(values: readonly Value[]): Value | undefined {
  return values.every((value) => value === values[0]) ? values[0] : undefined;
}

/** What is chosen of one clinic, group, treatment or clinician, as a query has it; "any" leaves it open. */
export function filterOf({ clinic, treatment, clinician }: Selection): TimesFilter {
  return {
    ...(clinic?.kind === 'one' ? { clinic: clinic.id } : {}),
    ...(clinic?.kind === 'group' ? { group: clinic.id } : {}),
    ...(treatment ? { treatment } : {}),
    ...(clinician?.kind === 'one' ? { clinician: clinician.id } : {}),
  };
}

const holdKeys = ['clinic', 'group', 'clinician', 'treatment', 'appointment', 'recall'] as const;

/** True when both request the same time for the same, with the same things left open. */
export function isSameHoldRequest(
  one: HoldRequest | undefined,
  other: HoldRequest | undefined,
): boolean {
  if (!one || !other) return one === other;
  return (
    Date.parse(one.start) === Date.parse(other.start) &&
    holdKeys.every((key) => one[key] === other[key])
  );
}
