import type { NarrowedClinics } from '../domain/clinic-search.js';
import type { ClinicSection } from '../domain/options.js';

/** Filters and sorts the sections of clinics; distances are in words, by clinic's id. */
export type Narrow = (
  sections: readonly ClinicSection[],
) => Pick<NarrowedClinics, 'sections'> & { readonly distances: ReadonlyMap<string, string> };

/** The patient searches the list of clinics; undefined shows all. Stays inside the picker. */
export class OpusNarrowEvent extends Event {
  static readonly type = 'opus-narrow';
  constructor(readonly narrow: Narrow | undefined) {
    super(OpusNarrowEvent.type);
  }
}

declare global {
  interface HTMLElementEventMap {
    'opus-narrow': OpusNarrowEvent;
  }
}
