import type { Hono } from 'hono';
import { logoOf, photoOf } from '../account/images.js';
import type { Caller } from '../context/caller.js';
import type { Services } from '../context/services.js';
import { createCall } from './routing/call.js';

const root = '/v1/accounts/:account';

/** The account's logo and the photos that clinicians have consented to (P-09, P-16). */
export function registerImages(app: Hono, services: Services): void {
  const serve = (
    path: string,
    caching: string,
    find: (caller: Caller, param: (name: string) => string) => ReturnType<typeof logoOf>,
  ) =>
    app.get(path, async (context) => {
      const { caller } = createCall(context, services);
      const params = context.req.param() as Record<string, string>;
      const image = await find(caller, (name) => params[name] ?? '');
      // The address changes with the image, so one with a version may be kept for long.
      const isVersioned = context.req.query('v') !== undefined;
      return new Response(new Uint8Array(image.bytes), {
        headers: {
          'Content-Type': image.type,
          'Cache-Control': isVersioned ? caching : 'no-cache',
          // An SVG opened by itself must not run anything (N-03).
          'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
          'Cross-Origin-Resource-Policy': 'cross-origin',
        },
      });
    });

  serve(`${root}/logo`, 'public, max-age=31536000, immutable', logoOf);
  // A consent may be withdrawn: no shared cache keeps the photo, and the patient's own only for a day.
  serve(`${root}/photos/:clinic/:clinician`, 'private, max-age=86400', (caller, param) =>
    photoOf(caller, param('clinic'), param('clinician')),
  );
}
