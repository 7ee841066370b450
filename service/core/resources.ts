import type { AvailabilityRows, Catalogue, Stretch } from './model.js';
import { isClear, mergeStretches } from './stretches.js';

/** Ids of the resources of a kind at a clinic, in the account's order. */
export function resourcesAt(catalogue: Catalogue, clinic: string, kind: string): string[] {
  return catalogue.resources
    .filter((resource) => resource.clinic === clinic && resource.kind === kind)
    .map(({ id }) => id);
}

/** Tells whether a resource is free: one and the same for the whole stretch. */
export interface ResourceLookup {
  /** `start` and `end` in epoch milliseconds. */
  hasFree: (clinic: string, kind: string, start: number, end: number) => boolean;
}

/** Indexes resources and what is taken of them; what `party` itself has taken counts as free. */
export function createResourceLookup(
  rows: AvailabilityRows,
  party: string | undefined,
): ResourceLookup {
  const taken = new Map<string, Stretch[]>();
  for (const row of rows.resourceBusy) {
    if (party !== undefined && row.party === party) continue;
    const ofResource = taken.get(row.resource);
    if (ofResource) ofResource.push(row);
    else taken.set(row.resource, [row]);
  }
  for (const [resource, stretches] of taken) taken.set(resource, mergeStretches(stretches));

  const found = new Map<string, Stretch[][]>();
  return {
    hasFree(clinic, kind, start, end) {
      const key = `${clinic} ${kind}`;
      let ofKind = found.get(key);
      if (!ofKind) {
        ofKind = resourcesAt(rows, clinic, kind).map((id) => taken.get(id) ?? []);
        found.set(key, ofKind);
      }
      return ofKind.some((stretches) => isClear(start, end, stretches));
    },
  };
}
