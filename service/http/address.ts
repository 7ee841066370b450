import type { Services } from './services.js';

/** The caller's network address; undefined where the host has none, such as a browser. */
export function callerAddress(
  request: Request,
  environment: unknown,
  services: Pick<Services, 'trustProxy' | 'addressOf'>,
): string | undefined {
  const direct = services.addressOf(environment);
  if (services.trustProxy === 0) return direct;
  const forwarded = (request.headers.get('X-Forwarded-For') ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  // The last entries were written by proxies we trust, the ones before by anybody.
  return forwarded.at(-services.trustProxy) ?? forwarded[0] ?? direct;
}

/** Whether an address is this machine itself; no address at all means that the service runs inside the page. */
export function isLoopback(address: string | undefined): boolean {
  return (
    address === undefined || address === '::1' || /^(::ffff:)?127(\.\d{1,3}){3}$/.test(address)
  );
}
