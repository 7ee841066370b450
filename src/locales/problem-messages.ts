import type { Market } from '../contract/index.js';
import type { CodeReason } from '../domain/confirmation-code.js';
import type { EmailReason } from '../domain/email.js';
import type { NationalIdReason } from '../domain/national-id/result.js';
import type { PersonNameReason } from '../domain/person-name.js';
import type { PhoneReason } from '../domain/phone.js';
import type { PostalCodeReason } from '../domain/postal-code.js';

/**
 * What is wrong with a field, precisely (P-26, P-29): loaded with the first problem of the page. Until then `fieldEmpty`,
 * `fieldWrong` and `consentProblem` of the main set do. Undefined for a code that is not among the reasons.
 */
export interface ProblemMessages {
  nationalIdProblem: (reason: NationalIdReason, market: Market) => string;
  /** `code` is the market's own, such as "+47". */
  mobileProblem: (reason: PhoneReason, code: string) => string;
  emailProblem: (reason: EmailReason) => string;
  postalCodeProblem: (reason: PostalCodeReason, digits: number) => string;
  nameProblem: (reason: PersonNameReason, label: string) => string;
  /** The consent text has changed since the patient agreed. */
  consentChanged: string;
  fieldTooLong: (label: string, max: number) => string;
  codeProblem: (reason: CodeReason) => string;
}
