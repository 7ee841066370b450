import type { AccountRow } from '../store/accounts.js';

/**
 * An SMS with a code, ended by the line by which phones give the code to one page and no other
 * (https://wicg.github.io/sms-one-time-codes/), where the account lists that page's `origin`. Any other origin is a
 * stranger's text and never gets into a message.
 */
export function boundToPage(
  text: string,
  code: string,
  { settings }: Pick<AccountRow, 'settings'>,
  origin: string | undefined,
): string {
  const host = settings.allowedOrigins.includes(origin ?? '') ? secureHost(origin!) : '';
  return host ? `${text}\n\n@${host} #${code}` : text;
}

/** Host of an `https` origin at its standard port, else nothing: phones give codes to no other. */
function secureHost(origin: string): string {
  if (!URL.canParse(origin)) return '';
  const { protocol, port, hostname } = new URL(origin);
  return protocol === 'https:' && !port ? hostname : '';
}
