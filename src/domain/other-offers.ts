import type { Account, FirstTimes, FirstTimesQuery } from '../contract/index.js';
import { compareInstants } from './instants.js';
import { candidatesOf } from './options.js';
import { filterOf } from './requests.js';
import type { Selection } from './selection.js';

/** Another clinic or clinician that is free for the chosen treatment, and when, an instant. */
export interface OtherOffer {
  readonly step: 'clinic' | 'clinician';
  readonly id: string;
  readonly start: string;
}

/** What to ask for of others (P-17). */
export interface OtherQuery {
  readonly step: OtherOffer['step'];
  readonly query: FirstTimesQuery & { readonly treatment: string };
}

/** So many of each kind are named. */
const manyOfEach = 2;

/**
 * Whose first free times are ways out of a choice that has none: other clinicians where the patient chose one, at the
 * chosen clinics; other clinics where the patient chose one, with whoever works there. Nobody while the treatment is open.
 */
export function otherQueriesOf(account: Account, selection: Selection): readonly OtherQuery[] {
  const { clinic, clinician, treatment } = selection;
  if (!treatment) return [];
  const queries: OtherQuery[] = [];
  if (clinician?.kind === 'one') {
    const here = candidatesOf(account, selection, ['clinic', 'treatment']);
    const query = { ...filterOf({ clinic }), treatment };
    if (here.some((each) => each.clinician !== clinician.id))
      queries.push({ step: 'clinician', query });
  }
  if (clinic?.kind === 'one') {
    const anywhere = candidatesOf(account, selection, ['treatment']);
    if (anywhere.some((each) => each.clinic !== clinic.id))
      queries.push({ step: 'clinic', query: { treatment } });
  }
  return queries;
}

/** Those of the answer that are free before an instant (ever, where it is empty), the earliest first, at most two. */
export function soonerOffers(
  step: OtherOffer['step'],
  times: FirstTimes,
  { clinic, clinician }: Selection,
  before: string,
): readonly OtherOffer[] {
  const chosen = step === 'clinic' ? clinic : clinician;
  const own = chosen?.kind === 'one' ? chosen.id : undefined;
  return (step === 'clinic' ? times.clinics : times.clinicians)
    .filter(({ id, start }) => id !== own && (!before || compareInstants(start, before) < 0))
    .sort((one, other) => compareInstants(one.start, other.start))
    .slice(0, manyOfEach)
    .map(({ id, start }) => ({ step, id, start }));
}
