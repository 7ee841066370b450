import { listInForce } from '../../../domain/list-in-force.js';
import type { TimebookSettings } from './timebook-source.js';

export type Definition = TimebookSettings['definitions'][number];

/** The preblocks that can be placed for a clinician at a clinic, in the order of the list in force; without a list, all. */
export function preblocksInForce(
  { definitions, preblockLists, companies, clinics, clinicians, organisation }: TimebookSettings,
  { clinician, clinic }: { clinician: string; clinic: string },
): readonly Definition[] {
  const company = clinics.find(({ id }) => id === clinic)?.company;
  const held = listInForce('preblockList', new Map(preblockLists.map((one) => [one.id, one])), {
    clinician: clinicians.find(({ id }) => id === clinician),
    company: companies.find(({ id }) => id === company),
    organisation,
  });
  if (!held) return definitions;
  const known = new Map(definitions.map((one) => [one.id, one]));
  return held.list.items.flatMap((id) => known.get(id) ?? []);
}
