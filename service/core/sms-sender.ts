import type { Market, SmsSenderInput } from '../../src/contract/index.js';

/** Who a company's SMS may come from. */
export interface SmsSender {
  name: string | null;
  /** E.164. */
  number: string | null;
  approvals: NonNullable<SmsSenderInput['approvals']>;
}

const countries: Readonly<Record<string, Market>> = {
  '+358': 'FI',
  '+47': 'NO',
  '+46': 'SE',
  '+45': 'DK',
};

/** The country of a number; undefined: none of those whose rules are known. */
export function countryOf(e164: string): Market | undefined {
  const prefix = Object.keys(countries).find((one) => e164.startsWith(one));
  return prefix === undefined ? undefined : countries[prefix];
}

/**
 * Countries in which operators send no text sender that they have not approved: Finland by regulation since 4 May 2026, Norway by the
 * operators' list. Finland asks the same of its own numbers.
 */
const asksForName: readonly Market[] = ['FI', 'NO'];
const asksForNumber: readonly Market[] = ['FI'];

function isAllowed(
  { approvals }: SmsSender,
  country: Market | undefined,
  { isAsked }: { isAsked: boolean },
): boolean {
  const state = country && approvals[country];
  return state !== 'refused' && (!isAsked || state === 'approved');
}

/**
 * Who an SMS to a number comes from (M-08, M-14): the text sender where it is allowed, else the number; with answers the number alone.
 * Undefined: nobody that may be used there.
 */
export function senderFor(
  sender: SmsSender,
  to: string,
  { answers }: { answers: boolean },
): string | undefined {
  const country = countryOf(to);
  const { name, number } = sender;
  const isNameAsked = country !== undefined && asksForName.includes(country);
  if (!answers && name !== null && isAllowed(sender, country, { isAsked: isNameAsked }))
    return name;
  if (number === null) return undefined;
  const isOwnNumber = countryOf(number) === country;
  const isAsked = country !== undefined && isOwnNumber && asksForNumber.includes(country);
  return isAllowed(sender, country, { isAsked }) ? number : undefined;
}

const nameForm = /^(?=.*[A-Za-z])[A-Za-z\d]([A-Za-z\d ]{0,9}[A-Za-z\d])?$/;

/** Whether gateways take a text as a sender: at most eleven letters, digits and spaces, one of them a letter. */
export const isSenderName = (name: string): boolean => nameForm.test(name);
