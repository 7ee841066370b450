import type { Language } from '../contract/index.js';

/** The patient's form as typed (P-25): every field is text, valid or not, so that nothing typed is lost (P-29). */
export interface PatientDraft {
  readonly firstName: string;
  readonly lastName: string;
  readonly nationalId: string;
  readonly message: string;
  readonly email: string;
  readonly mobile: string;
  readonly campaignCode: string;
  readonly address1: string;
  readonly address2: string;
  readonly postalCode: string;
  /** The consent box (P-28). */
  readonly consent: boolean;
  /** Language of the text beside the box when it was last ticked or unticked. */
  readonly consentLang?: Language;
}

// In a module without the checks of patient-draft.ts, so that the first step does not load them.

/** A form in which nothing has been typed. */
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
