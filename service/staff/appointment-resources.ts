import type { CatalogueRows } from '../store/catalogue.js';

export type TemplateRow = CatalogueRows['templates'][number];

/** The resources of which a booking by hand takes one: null where its template needs none. */
export function resourcesOf(
  { resources }: CatalogueRows,
  clinic: string,
  template: TemplateRow | undefined,
): string[] | null {
  const kind = template?.resourceKind ?? null;
  if (kind === null) return null;
  return resources
    .filter((row) => row.clinicId === clinic && row.kind === kind && row.archivedAt === null)
    .map(({ id }) => id);
}
