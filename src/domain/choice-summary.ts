import type { Account, Clinic, ClinicGroup, Clinician, Slot } from '../contract/index.js';
import type { Selection } from './selection.js';
import { treatmentName } from './treatment-name.js';

/** What is settled so far: chosen by the patient, or the only option left at the chosen time. */
export interface ChoiceSummary {
  readonly clinic?: Clinic;
  /** "Any clinic" of this group. */
  readonly group?: ClinicGroup;
  readonly treatment?: { readonly name: string; readonly minutes: number };
  readonly clinician?: Clinician;
  /** Only with the clinician's consent at this clinic (P-16). */
  readonly title?: string;
  /** An instant. */
  readonly start?: string;
  readonly minutes?: number;
}

/** The selection with the catalogue's names; the held slot settles what the patient left open (P-21). */
export function summarizeChoices(
  account: Account,
  { clinic, treatment, clinician, time }: Selection,
  held?: Slot,
): ChoiceSummary {
  // The hold of a time chosen earlier may still be there.
  const isHeld = held && time && Date.parse(held.start) === Date.parse(time.start);
  const slots = isHeld ? [held] : (time?.slots ?? []);
  const only = (key: 'clinic' | 'clinician' | 'treatment' | 'minutes') => {
    const values = new Set(slots.map((slot) => slot[key]));
    return values.size === 1 ? [...values][0] : undefined;
  };
  const clinicId = clinic?.kind === 'one' ? clinic.id : only('clinic');
  const clinicianId = clinician?.kind === 'one' ? clinician.id : only('clinician');
  const treated = account.treatments.find(({ id }) => id === (treatment ?? only('treatment')));
  const offer = account.offers.find(
    (each) => each.clinic === clinicId && each.clinician === clinicianId,
  );
  return {
    clinic: account.clinics.find(({ id }) => id === clinicId),
    group: clinic?.kind === 'group' ? account.groups.find(({ id }) => id === clinic.id) : undefined,
    treatment: treated && { name: treatmentName(treated.name), minutes: treated.minutes },
    clinician: account.clinicians.find(({ id }) => id === clinicianId),
    title: offer?.title,
    start: time?.start,
    minutes: treated?.minutes ?? (only('minutes') as number | undefined),
  };
}
