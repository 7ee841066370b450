import { draftMaxLength, type DraftTextField } from '../../domain/patient-draft.js';

/** How a plain field of the form is typed: the browser's autofill, keyboard, width and length. */
export interface TextFieldUse {
  readonly autocomplete: string;
  readonly type?: 'email';
  readonly inputMode?: string;
  /** Characters that are expected, for the width. */
  readonly chars?: number;
  readonly max?: number;
  readonly multiline?: boolean;
}

/** Every field that is not the national ID or the mobile number. */
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
