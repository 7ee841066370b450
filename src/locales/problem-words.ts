import type { Market } from '../contract/index.js';
import type { EmailReason } from '../domain/email.js';
import type { NationalIdReason } from '../domain/national-id/result.js';
import { draftMaxLength, type DraftField, type DraftProblem } from '../domain/patient-draft.js';
import type { PersonNameReason } from '../domain/person-name.js';
import { countryCodeOf, type PhoneReason } from '../domain/phone.js';
import { postalCodeDigits, type PostalCodeReason } from '../domain/postal-code.js';
import type { Localizer } from './localizer.js';
import { problemSentence, shownProblem } from './problem-set.js';

/** A field's label; the national ID's is that of the market (P-26). */
export function fieldLabel(
  words: Localizer,
  market: Market,
  field: Exclude<DraftField, 'consent'>,
): string {
  return field === 'nationalId' ? words.term(field, market) : words.term(field);
}

/**
 * The problem of a field in words (P-26, P-29), as soon as it can be shown; a code that only the service knows gets a
 * general sentence.
 */
export function problemWords(words: Localizer, market: Market, problem: DraftProblem): string {
  return shownProblem(words, sentenceFor(words, market, problem));
}

function sentenceFor(words: Localizer, market: Market, { field, code }: DraftProblem): string {
  if (field === 'consent') {
    return (code === 'stale' && words.term('consentChanged')) || words.term('consentProblem');
  }
  const label = fieldLabel(words, market, field);
  return problemSentence(words, label, code, precise(words, market, { field, code }, label));
}

function precise(
  words: Localizer,
  market: Market,
  { field, code }: DraftProblem,
  label: string,
): string | undefined {
  switch (field) {
    case 'nationalId':
      return words.term('nationalIdProblem', code as NationalIdReason, market);
    case 'mobile':
      return words.term('mobileProblem', code as PhoneReason, countryCodeOf(market));
    case 'email':
      return words.term('emailProblem', code as EmailReason);
    case 'postalCode':
      return words.term('postalCodeProblem', code as PostalCodeReason, postalCodeDigits[market]);
    case 'firstName':
    case 'lastName':
      return words.term('nameProblem', code as PersonNameReason, label);
    case 'consent':
      return words.term('consentProblem');
    case 'message':
    case 'campaignCode':
    case 'address1':
    case 'address2':
      if (code === 'empty') return words.term('fieldEmpty', label);
      return code === 'length'
        ? words.term('fieldTooLong', label, draftMaxLength[field])
        : undefined;
  }
}
