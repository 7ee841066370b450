import type { Part } from '../domain/selection.js';

/** The key of each step's name, for `Localizer.term`. */
export const stepKeys = {
  clinic: 'stepClinic',
  treatment: 'stepTreatment',
  clinician: 'stepClinician',
  time: 'stepTime',
  details: 'stepDetails',
  confirm: 'stepConfirm',
} as const satisfies Readonly<Record<Part, string>>;
