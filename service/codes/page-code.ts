import { isOriginListed } from '../core/web-origin.js';
import type { AccountRow } from '../store/accounts.js';

/**
 * An SMS with a code, and a last line that binds the code to the page at `origin`, so that phones fill it in there only
 * (https://wicg.github.io/sms-one-time-codes/). An origin that the account does not list never gets into a message: the
 * caller chose it.
 */
export function boundToPage(
  text: string,
  code: string,
  { settings }: Pick<AccountRow, 'settings'>,
  origin: string | undefined,
): string {
  const host = isOriginListed(settings.allowedOrigins, origin ?? '') ? secureHost(origin!) : '';
  return host ? `${text}\n\n@${host} #${code}` : text;
}

/** Host of an `https` origin at its standard port, else empty: phones bind codes to no other. */
function secureHost(origin: string): string {
  if (!URL.canParse(origin)) return '';
  const { protocol, port, hostname } = new URL(origin);
  return protocol === 'https:' && !port ? hostname : '';
}
