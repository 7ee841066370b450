import type { Services } from '../../context/services.js';

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
  // Trusted proxies wrote the last entries; the ones before them may come from anybody.
  return forwarded.at(-services.trustProxy) ?? forwarded[0] ?? direct;
}
