import type { PatientDraft } from './patient-draft.js';

// Apart from the checks, so that the first step need not load them.

/** A form that nobody has touched. */
export const emptyDraft: PatientDraft = {
  firstName: '',
  lastName: '',
  nationalId: '',
  message: '',
  email: '',
  mobile: '',
  campaignCode: '',
  address1: '',
  address2: '',
  postalCode: '',
  consent: false,
};
