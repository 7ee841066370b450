import type { MiddlewareHandler } from 'hono';
import type { Services } from '../../context/services.js';

/** `Date` in every answer (RFC 9110, 6.6.1), so that pages know what is past where the browser's clock is wrong. */
export function dateHeader({ clock }: Services): MiddlewareHandler {
  return async (context, next) => {
    await next();
    context.res.headers.set('Date', new Date(clock()).toUTCString());
  };
}
