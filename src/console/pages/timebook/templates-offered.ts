import { listInForce } from '../../../domain/list-in-force.js';
import type { TimebookSettings } from './timebook-source.js';

type Template = TimebookSettings['templates'][number];

/** Templates that staff may book by hand, and those of them that the list in force puts first. */
export interface OfferedTemplates {
  /** In the order of the list; all where none is in force. */
  readonly listed: readonly Template[];
  readonly all: readonly Template[];
}

/** What is offered in a clinician's calendar at a clinic (*registreringsliste*, A-07): the list filters and sorts, and forbids nothing. */
export function templatesOffered(
  { templates, templateLists, organisation, companies, clinics, clinicians }: TimebookSettings,
  { clinician, clinic }: { clinician: string; clinic: string },
): OfferedTemplates {
  const byId = <One extends { id: string }>(all: readonly One[]) =>
    new Map(all.map((one) => [one.id, one]));
  const all = templates.filter(({ useInTimebook }) => useInTimebook);
  const company = byId(clinics).get(clinic)?.company ?? '';
  const inForce = listInForce('timebookList', byId(templateLists), {
    clinician: byId(clinicians).get(clinician),
    company: byId(companies).get(company),
    organisation,
  });
  const known = byId(all);
  const listed = inForce ? inForce.list.items.flatMap((id) => known.get(id) ?? []) : all;
  return { listed, all };
}
