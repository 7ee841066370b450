import type { Account, HoldRequest, SlotsQuery } from '../contract/index.js';
import type { Selection } from './selection.js';
import { choiceOrder } from './step-order.js';

/** The filters of a query of free times. */
export type TimesFilter = Pick<SlotsQuery, 'clinic' | 'group' | 'clinician' | 'treatment'>;

/** What the calendar asks for: filtered by the choices that come before time; what comes after stays open (P-02). */
export function timesFilterOf(account: Account, selection: Selection): TimesFilter {
  const order = choiceOrder(account.settings);
  const before = order.slice(0, order.indexOf('time'));
  return filterOf({
    ...(before.includes('clinic') ? { clinic: selection.clinic } : {}),
    ...(before.includes('treatment') ? { treatment: selection.treatment } : {}),
    ...(before.includes('clinician') ? { clinician: selection.clinician } : {}),
  });
}

/** `slots` when all other choices come before time, else `starts` (P-02, P-21). */
export function timesViewOf(account: Account): 'slots' | 'starts' {
  return choiceOrder(account.settings).at(-1) === 'time' ? 'slots' : 'starts';
}

/** The wish to hold, as soon as clinic, clinician, treatment and start are all known (P-24); else undefined. */
export function holdRequestOf(selection: Selection): HoldRequest | undefined {
  const { clinic, treatment, clinician, time } = selection;
  if (!clinic || !treatment || !clinician || !time) return undefined;
  return { start: time.start, ...filterOf(selection) };
}

function filterOf({ clinic, treatment, clinician }: Selection): TimesFilter {
  return {
    ...(clinic?.kind === 'one' ? { clinic: clinic.id } : {}),
    ...(clinic?.kind === 'group' ? { group: clinic.id } : {}),
    ...(treatment ? { treatment } : {}),
    ...(clinician?.kind === 'one' ? { clinician: clinician.id } : {}),
  };
}
