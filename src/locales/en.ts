import type { Messages } from './messages.js';

export const en: Messages = {
  $code: 'en',
  $name: 'English',
  $dir: 'ltr',

  // Steps and shell (P-01, P-09, P-11)
  stepClinic: 'Clinic',
  stepTreatment: 'Treatment',
  stepClinician: 'Clinician',
  stepTime: 'Time',
  stepDetails: 'Personal details',
  stepConfirm: 'Confirm',
  stepOf: (step, steps) => `Step ${step} of ${steps}`,
  back: 'Go back',
  next: 'Continue',
  change: 'Change',
  changeWhat: (what) => `Change ${what.toLowerCase()}`,
  yourChoices: 'Your choices',
  providedBy: (name) => `Service provided by ${name}`,

  // Choosing (P-07, P-12 to P-17)

  // Time (P-18 to P-24)

  // Personal details (P-25 to P-29)

  // Confirm and receipt (P-30 to P-32)

  // Errors and states (P-17, P-23, P-40)
};
