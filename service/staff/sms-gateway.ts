import type { SmsGateway, SmsGatewayInput, SmsSendingInput } from '../../src/contract/index.js';
import { formatInstant } from '../../src/domain/clock-time.js';
import type { Caller } from '../context/caller.js';
import { invalid } from '../context/problem.js';
import { sealSecret } from '../context/sealed-secret.js';
import type { SmsGatewayRow } from '../store/sms-gateways.js';
import { findSmsGateway, storeSmsGateway } from '../store/sms-gateways.js';
import type { StaffWork } from './actor.js';
import { note } from './history-notes.js';

/** How reports and answers come in and SMS leave, without the secrets (M-13); `root` is the address of the service. */
export async function readSmsGateway(
  { tx, account }: StaffWork,
  root: string,
): Promise<SmsGateway> {
  const row = await findSmsGateway(tx);
  const path = `${root}/v1/gateway/${account.id}`;
  const at = (date: Date | null | undefined) =>
    date ? formatInstant(date.getTime(), account.timeZone) : null;
  return {
    format: row?.format ?? null,
    hasSecret: Boolean(row?.sealedSecret),
    sending: row?.sending ? { ...row.sending, hasPassword: hasPassword(row) } : null,
    reports: `${path}/reports`,
    incoming: `${path}/incoming`,
    lastCallAt: at(row?.lastCallAt),
    lastRefusedAt: at(row?.lastRefusedAt),
  };
}

/** Twilio's Auth Token is both: what it signs with and what SMS are handed over with. */
const hasPassword = ({ format, sealedPassword, sealedSecret }: SmsGatewayRow): boolean =>
  Boolean(sealedPassword ?? (format === 'twilio' ? sealedSecret : null));

/** Sets it; throws `invalid` without a secret, for each gateway has its own, or without what is needed to send by it. */
export async function changeSmsGateway(
  caller: Caller,
  work: StaffWork,
  { format, secret, sending: given }: SmsGatewayInput,
): Promise<void> {
  const { tx, account } = work;
  const stored = await findSmsGateway(tx);
  const kept = stored?.format === format ? stored : undefined;
  const sealedSecret =
    secret === undefined
      ? (kept?.sealedSecret ?? null)
      : await sealSecret(caller, 'sms-gateway', '', secret);
  if (!sealedSecret) throw invalid({ path: 'secret', code: 'empty' });
  const { password, ...asked } = given ?? {};
  const sending = given === undefined ? (kept?.sending ?? null) : given && asked;
  const isSamePlace = kept?.sending?.url === sending?.url && kept?.sending?.user === sending?.user;
  // A password goes to whom it was given for, and to nobody who is named later.
  const sealedPassword = password
    ? await sealSecret(caller, 'sms-sending', '', password)
    : sending && isSamePlace
      ? (kept?.sealedPassword ?? null)
      : null;
  if (sending) requireSending(format, sending, Boolean(sealedPassword));
  await storeSmsGateway(tx, {
    ...{ accountId: account.id, format, sealedSecret },
    ...{ sending, sealedPassword },
  });
  const fields = [
    'format',
    ...(secret === undefined ? [] : ['secret']),
    ...(given === undefined ? [] : ['sending']),
  ];
  await note(work, {
    ...{ action: 'stored', kind: 'sms-gateway', fields },
    after: { format, ...(given === undefined ? {} : { sending }) },
  });
}

/** Throws `invalid` where a gateway could not take an SMS over with it. */
function requireSending(
  format: SmsGatewayInput['format'],
  { url, user, from, messagingService }: SmsSendingInput,
  isPasswordKnown: boolean,
): void {
  const path = (name: keyof SmsSendingInput) => `sending.${name}`;
  const missing = (name: keyof SmsSendingInput) => invalid({ path: path(name), code: 'empty' });
  if (url !== undefined && !isAddress(url)) throw invalid({ path: path('url'), code: 'https' });
  if (format === 'own') {
    if (url === undefined) throw missing('url');
  } else if (user === undefined) {
    throw missing('user');
  } else if (format === 'twilio' && !/^AC[0-9a-fA-F]{32}$/.test(user)) {
    throw invalid({ path: path('user'), code: 'format' });
  }
  if (format !== 'twilio' && !isPasswordKnown) throw missing('password');
  const isChosenThere = format === 'twilio' && messagingService !== undefined;
  if (from === undefined && !isChosenThere) throw missing('from');
}

/** An `https` address without a name or password in it, which would be answered with it. */
function isAddress(text: string): boolean {
  const { protocol, username, password, hash } = new URL(text);
  return protocol === 'https:' && !username && !password && !hash;
}
