import type { NarrowedClinics } from '../domain/clinic-search.js';
import type { ClinicSection } from '../domain/options.js';

/** What is left of the clinics, each distance in words; undefined when all are shown as they are. */
export type Narrow = (
  sections: readonly ClinicSection[],
) => Pick<NarrowedClinics, 'sections'> & { readonly distances: ReadonlyMap<string, string> };

/** The patient narrows the list of clinics. Stays inside the picker. */
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
