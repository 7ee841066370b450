import type { MiddlewareHandler } from 'hono';

/** How browsers reach the service. */
export interface Reach {
  /** Root under which they do, where it is known. */
  publicUrl?: string | undefined;
  /** How many proxies in front are trusted; 0 or false: none. */
  trustProxy?: number | boolean | undefined;
}

/** A year, as long as browsers are told to come by HTTPS only. Other hosts of the domain are their owner's to decide. */
const transport = 'max-age=31536000';

/** Whether the browser's own connection is HTTPS, which a proxy may end before the service. */
export function isOverHttps(request: Request, { publicUrl, trustProxy }: Reach): boolean {
  if (publicUrl?.startsWith('https:') || request.url.startsWith('https:')) return true;
  const proxies = Number(trustProxy ?? 0);
  if (proxies === 0) return false;
  const schemes = (request.headers.get('X-Forwarded-Proto') ?? '')
    .split(',')
    .map((part) => part.trim().toLowerCase());
  // Trusted proxies wrote the last entries; most write one in place of all.
  return (schemes.at(-proxies) ?? schemes[0]) === 'https';
}

/** What every answer has: no guessing of types, and HTTPS from now on where it came by it (RFC 6797, 7.2). */
export function addSecurityHeaders({ headers }: Response, request: Request, reach: Reach): void {
  headers.set('X-Content-Type-Options', 'nosniff');
  if (isOverHttps(request, reach)) headers.set('Strict-Transport-Security', transport);
}

/** The same for every answer of the app. */
export function securityHeaders(reach: Reach): MiddlewareHandler {
  return async (context, next) => {
    await next();
    addSecurityHeaders(context.res, context.req.raw, reach);
  };
}
