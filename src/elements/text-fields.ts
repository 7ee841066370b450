import { draftMaxLength, type DraftTextField } from '../domain/patient-draft.js';

/** How a plain text field of the form is filled in: autofill token, keyboard, width and length. */
export interface TextFieldUse {
  readonly autocomplete: string;
  readonly type?: 'email';
  readonly inputMode?: string;
  /** Expected number of characters, for the width. */
  readonly chars?: number;
  readonly max?: number;
  readonly multiline?: boolean;
}

/** All fields of the form but the national ID and the mobile number, which are elements of their own. */
export const textFields: Readonly<
  Record<Exclude<DraftTextField, 'nationalId' | 'mobile'>, TextFieldUse>
> = {
  firstName: { autocomplete: 'given-name' },
  lastName: { autocomplete: 'family-name' },
  message: { autocomplete: 'off', multiline: true, max: draftMaxLength.message },
  email: { autocomplete: 'email', type: 'email' },
  campaignCode: { autocomplete: 'off', chars: 20, max: draftMaxLength.campaignCode },
  address1: { autocomplete: 'address-line1', max: draftMaxLength.address1 },
  address2: { autocomplete: 'address-line2', max: draftMaxLength.address2 },
  postalCode: { autocomplete: 'postal-code', inputMode: 'numeric', chars: 8 },
};
