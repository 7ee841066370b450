import type { Hono } from 'hono';
import type { Image } from '../store/accounts.js';
import { findLogo } from '../store/accounts.js';
import { findPhoto } from '../store/catalogue.js';
import type { AccountTransaction } from '../store/database.js';
import { createCall } from './call.js';
import { ProblemError } from './problem.js';
import { isAccountId, isId } from './route.js';
import type { Services } from './services.js';

const root = '/v1/accounts/:account';

/** The account's logo and the photos that clinicians have consented to (P-09, P-16). */
export function registerImages(app: Hono, services: Services): void {
  const serve = (
    path: string,
    caching: string,
    find: (tx: AccountTransaction, params: Record<string, string>) => Promise<Image | undefined>,
  ) =>
    app.get(path, async (context) => {
      const params = context.req.param() as Record<string, string>;
      const { account: accountId = '', ...ids } = params;
      if (!isAccountId(accountId) || !Object.values(ids).every(isId)) {
        throw new ProblemError('not-found');
      }
      const call = createCall(context, services, accountId, undefined, undefined);
      const image = await call.transaction(({ tx }) => find(tx, params));
      if (!image) throw new ProblemError('not-found');
      // The address changes with the image, so that one with a version may be kept for long.
      const isVersioned = context.req.query('v') !== undefined;
      return new Response(new Uint8Array(image.bytes), {
        headers: {
          'Content-Type': image.type,
          'Cache-Control': isVersioned ? caching : 'no-cache',
          'X-Content-Type-Options': 'nosniff',
          // An SVG opened by itself must not run anything (N-03).
          'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
          'Cross-Origin-Resource-Policy': 'cross-origin',
        },
      });
    });

  serve(`${root}/logo`, 'public, max-age=31536000, immutable', (tx) => findLogo(tx));
  // A consent may be withdrawn: no cache that others share keeps the photo, and the patient's own not for long.
  serve(
    `${root}/photos/:clinic/:clinician`,
    'private, max-age=86400',
    (tx, { clinic, clinician }) => findPhoto(tx, clinic ?? '', clinician ?? ''),
  );
}
