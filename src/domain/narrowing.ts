import type { Account } from '../contract/index.js';

/** What a deep link is about, as ids: the rest is not shown until the patient asks to see all (P-10). */
export interface Narrowing {
  readonly group?: string | undefined;
  readonly treatment?: string | undefined;
  readonly clinician?: string | undefined;
}

/**
 * The account as a link shows it: only the offers that the link is about, so that what it settles is no step any more
 * (P-06). The very same account where the link asks for nothing, or for what is not offered.
 */
export function narrowed(account: Account, { group, treatment, clinician }: Narrowing): Account {
  if (!group && !treatment && !clinician) return account;
  const clinics = account.clinics.filter((clinic) => !group || clinic.group === group);
  const offers = account.offers.flatMap((offer) =>
    clinics.some(({ id }) => id === offer.clinic) &&
    (!clinician || offer.clinician === clinician) &&
    (!treatment || offer.treatments.includes(treatment))
      ? { ...offer, treatments: treatment ? [treatment] : offer.treatments }
      : [],
  );
  return offers.length > 0 ? { ...account, clinics, offers } : account;
}
