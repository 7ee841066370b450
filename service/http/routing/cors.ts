import type { MiddlewareHandler } from 'hono';
import { isAllowedOrigin } from '../../account/allowed-origins.js';
import type { Services } from '../../context/services.js';

const allowedHeaders = [
  'Content-Type',
  'Authorization',
  'Hold-Token',
  'Booking-Token',
  'Login-Token',
  'Alert-Token',
  'Idempotency-Key',
].join(', ');

/** Calls that need a listed origin even without `Authorization`. */
const sessionPath = /^\/v1\/accounts\/[^/]+\/(logins|session|appointments)(\/|$)/;

/**
 * CORS: any origin may make anonymous calls; a call with a session needs an origin of the account's list. Errors carry
 * the headers too, since a page could not read them otherwise.
 */
export function cors(services: Services): MiddlewareHandler {
  const isListed = async (path: string, origin: string) => {
    const id = /^\/v1\/accounts\/([a-z0-9][a-z0-9-]{0,62})(\/|$)/.exec(path)?.[1];
    return id !== undefined && isAllowedOrigin(services, id, origin);
  };

  return async (context, next) => {
    const origin = context.req.header('Origin');
    const { path, method } = context.req;
    const isPreflight =
      method === 'OPTIONS' && context.req.header('Access-Control-Request-Method') !== undefined;
    const isApi = path.startsWith('/v1/') || /^\/(openapi|marketplace)\.json$/.test(path);
    if (!isApi) return next();

    const requestedHeaders = context.req.header('Access-Control-Request-Headers') ?? '';
    const bringsSession = isPreflight
      ? /(^|[\s,])authorization([\s,]|$)/i.test(requestedHeaders)
      : context.req.header('Authorization') !== undefined;
    const isAllowed =
      origin !== undefined &&
      // Staff call from the console, which is on the service's own origin, and keys from no browser.
      !path.startsWith('/v1/staff/') &&
      ((!bringsSession && !sessionPath.test(path)) || (await isListed(path, origin)));

    if (isPreflight) context.res = new Response(null, { status: 204 });
    else await next();
    const { headers } = context.res;
    headers.append('Vary', 'Origin');
    if (isAllowed) {
      headers.set('Access-Control-Allow-Origin', origin);
      headers.set('Access-Control-Expose-Headers', 'Retry-After, ETag, Date');
      if (isPreflight) {
        headers.set('Access-Control-Allow-Methods', 'GET, POST, PATCH, DELETE');
        headers.set('Access-Control-Allow-Headers', allowedHeaders);
        headers.set('Access-Control-Max-Age', '7200');
      }
    }
    return isPreflight ? context.res : undefined;
  };
}
