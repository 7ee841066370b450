import type { Language } from '../../contract/index.js';
import { fill, inLanguage } from './in-language.js';

/** What the service notes down where a gateway did not take an SMS over. */
const smsFailureWords = {
  unreachable: [
    'Leverandøren svarer ikke.',
    'Leverantören svarar inte.',
    'Palvelu ei vastaa.',
    'Udbyderen svarer ikke.',
    'The gateway does not answer.',
  ],
  answered: [
    'Leverandøren svarte {code}.',
    'Leverantören svarade {code}.',
    'Palvelu vastasi {code}.',
    'Udbyderen svarede {code}.',
    'The gateway answered {code}.',
  ],
  password: [
    'Leverandørens passord må legges inn på nytt.',
    'Leverantörens lösenord måste läggas in på nytt.',
    'Palvelun salasana täytyy antaa uudelleen.',
    'Udbyderens adgangskode skal lægges ind igen.',
    'The gateway’s password has to be set again.',
  ],
  sender: [
    'Ingen avsender er godkjent der.',
    'Ingen avsändare är godkänd där.',
    'Yhtään lähettäjää ei ole hyväksytty siellä.',
    'Ingen afsender er godkendt der.',
    'No sender is approved there.',
  ],
} as const;

const known: Readonly<Record<string, Exclude<keyof typeof smsFailureWords, 'answered'>>> = {
  'The SMS gateway cannot be reached.': 'unreachable',
  'No answer in time.': 'unreachable',
  'The password of the SMS gateway has to be set again.': 'password',
  'No sender is approved there.': 'sender',
};

/** Why an SMS failed, in the reader's language; what a gateway says in words of its own stays as it is. */
export function smsFailureText(failure: string, language: Language): string {
  const words = inLanguage(smsFailureWords, language);
  const name = known[failure];
  if (name) return words[name];
  const [, code] = /^The SMS gateway answered (\d{3}(?: \(\d+\))?)\.$/.exec(failure) ?? [];
  return code ? fill(words.answered, { code }) : failure;
}
