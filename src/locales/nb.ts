import type { Messages } from './messages.js';

export const nb: Messages = {
  $code: 'nb',
  $name: 'Norsk',
  $dir: 'ltr',

  // Steps and shell (P-01, P-09, P-11)
  stepClinic: 'Klinikk',
  stepTreatment: 'Behandling',
  stepClinician: 'Behandler',
  stepTime: 'Tid',
  stepDetails: 'Personopplysninger',
  stepConfirm: 'Bekreft',
  stepOf: (step, steps) => `Steg ${step} av ${steps}`,
  back: 'Gå tilbake',
  next: 'Gå videre',
  change: 'Endre',
  changeWhat: (what) => `Endre ${what.toLowerCase()}`,
  yourChoices: 'Dine valg',
  providedBy: (name) => `Tjenesten gis av ${name}`,

  // Choosing (P-07, P-12 to P-17)

  // Time (P-18 to P-24)

  // Personal details (P-25 to P-29)

  // Confirm and receipt (P-30 to P-32)

  // Errors and states (P-17, P-23, P-40)
};
