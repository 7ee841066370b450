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

/** Who an SMS comes from where the company has no sender of its own; `isReplaced`: not the account's, which the country does not let through. */
export interface AccountSender {
  /** Null: the service's own, which whoever runs the service answers for. */
  sender: string | null;
  isReplaced: boolean;
}

/**
 * The account's sender by the same rules (M-14): what the operators have said of a company's sender of that name or number counts for it
 * too. Where it may not be used, or is a text that nobody could answer, the service's own is.
 */
export function accountSenderFor(
  sms: string | null,
  to: string,
  { answers, known }: { answers: boolean; known: Iterable<SmsSender> },
): AccountSender {
  if (sms === null) return { sender: null, isReplaced: false };
  const account = senderNamed(sms, known);
  const sender = senderFor(account, to, { answers }) ?? null;
  return { sender, isReplaced: senderFor(account, to, { answers: false }) === undefined };
}

const markets: readonly Market[] = ['NO', 'SE', 'FI', 'DK'];
const prefixes = Object.entries(countries);

/** The countries to whose numbers the account's sender may not be used. */
export function countriesWithout(sms: string | null, known: Iterable<SmsSender>): Market[] {
  if (sms === null) return [];
  const account = senderNamed(sms, known);
  const mayGo = (market: Market) => {
    const [prefix] = prefixes.find(([, country]) => country === market)!;
    return senderFor(account, prefix, { answers: false }) !== undefined;
  };
  return markets.filter((market) => !mayGo(market));
}

function senderNamed(sms: string, known: Iterable<SmsSender>): SmsSender {
  const isNumber = /^\+?\d+$/.test(sms);
  const same = [...known].filter((one) =>
    isNumber ? one.number === sms : one.name?.toLowerCase() === sms.toLowerCase(),
  );
  const approvals = Object.assign(
    {},
    ...same.map((one) => one.approvals),
  ) as SmsSender['approvals'];
  return { name: isNumber ? null : sms, number: isNumber ? sms : null, approvals };
}

const nameForm = /^(?=.*[A-Za-z])[A-Za-z\d]([A-Za-z\d ]{0,9}[A-Za-z\d])?$/;

/** Whether gateways take a text as a sender: at most eleven letters, digits and spaces, one of them a letter. */
export const isSenderName = (name: string): boolean => nameForm.test(name);
