import type { Account } from '../contract/index.js';

export interface ClinicClinician {
  readonly name: string;
  /** Only with the clinician's consent at this clinic (P-16). */
  readonly title?: string;
}

/** Who works at each clinic, in the account's order (P-12). */
export function cliniciansByClinic({
  offers,
  clinicians,
}: Account): ReadonlyMap<string, readonly ClinicClinician[]> {
  const order = new Map(clinicians.map(({ id, name }, index) => [id, { name, index }]));
  const found = new Map<string, (ClinicClinician & { index: number })[]>();
  for (const { clinic, clinician, title } of offers) {
    const known = order.get(clinician);
    if (known) found.set(clinic, [...(found.get(clinic) ?? []), { ...known, title }]);
  }
  for (const people of found.values()) people.sort((one, other) => one.index - other.index);
  return found;
}
