import { nationalIds } from '../en.js';
import type { ProblemMessages } from '../problem-messages.js';

export const enProblems: ProblemMessages = {
  nationalIdProblem: (reason, market) => {
    const name = nationalIds[market];
    return {
      empty: `Enter your ${name}.`,
      characters:
        market === 'FI'
          ? `The ${name} has six digits, a sign, three digits and one digit or letter.`
          : `The ${name} holds only digits and ${market === 'SE' ? 'a hyphen or a plus sign' : 'a hyphen'}.`,
      length: {
        NO: `The ${name} has 11 digits. Is one missing, or one too many?`,
        SE: `The ${name} has 12 digits, four of them for the year. Ten digits will do as well.`,
        FI: `The ${name} has 11 characters, with a hyphen or a letter after the date of birth.`,
        DK: `The ${name} has 10 digits. Is one missing, or one too many?`,
      }[market],
      sign:
        market === 'SE'
          ? 'The plus sign stands right before the last four digits.'
          : 'The sign after the date of birth is missing or wrong. It is mostly a hyphen or an A.',
      date:
        market === 'SE'
          ? `The ${name} does not begin with a real date. Write year, month and day.`
          : `The ${name} does not begin with a real date. Write day, month and year, two digits each.`,
      future: `The ${name} begins with a date that is still to come. Please check the digits.`,
      'individual-number':
        'The digits after the date of birth are not in use. Please check them once more.',
      checksum: `The ${name} is not right. A digit is probably wrong or has swapped places.`,
    }[reason];
  },
  mobileProblem: (reason, code) =>
    ({
      empty: 'Enter your mobile number.',
      characters: 'A mobile number holds only digits, spaces and a + in front.',
      'country-code': `The country code is not right. Write ${code}, for example, before the number.`,
      length: 'The mobile number has too few or too many digits.',
      'not-mobile': 'This is not a mobile number. We need one that can receive text messages.',
      'service-number':
        'This is a toll-free or premium number, which cannot receive text messages. Enter a mobile number.',
    })[reason],
  emailProblem: (reason) =>
    ({
      empty: 'Enter your e-mail address.',
      characters:
        'The e-mail address holds a character that cannot stand there, such as a space or comma.',
      'at-sign': 'An e-mail address has one @ sign, as in name@example.com.',
      'local-part': 'The part of the e-mail address before the @ is not right.',
      domain: 'The part of the e-mail address after the @ is not right. It looks like example.com.',
      length: 'The e-mail address is too long.',
      letters:
        'We cannot send e-mail to an address with letters other than a to z before the @. Do you have another one?',
    })[reason],
  postalCodeProblem: (reason, digits) =>
    ({
      empty: 'Enter your postcode.',
      characters: `A postcode holds only digits, ${digits} of them.`,
      length: `A postcode has ${digits} digits.`,
      country: `The letters before the postcode are another country’s code. Enter a postcode of ${digits} digits.`,
    })[reason],
  nameProblem: (reason, label) =>
    ({
      empty: `Enter your ${label.toLowerCase()}.`,
      characters: `${label}s hold only letters, spaces, hyphens and apostrophes.`,
      length: `${label} can have at most 100 characters.`,
    })[reason],
  consentChanged: 'The clinic has changed the consent. Please read it and tick the box again.',
  fieldTooLong: (label, max) => `${label} can have at most ${max} characters.`,
  codeProblem: (reason) =>
    ({ empty: 'Enter the code.', length: 'The code has six digits.' })[reason],
};
