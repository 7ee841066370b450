import type { Hono } from 'hono';
import { prefix, publicEndpoints } from '../../src/contract/index.js';
import { AccountReader } from '../account/read-account.js';
import type { Services } from '../context/services.js';
import { route } from './routing/route.js';
import { taggedAnswer } from './routing/tagged.js';

/** `GET` of the account: checked at every request by its `ETag`, so that a change shows at once. */
export function registerAccount(app: Hono, services: Services): void {
  const accounts = new AccountReader();
  route(
    app,
    services,
    prefix.public,
    publicEndpoints.account,
    async ({ caller, header, request }) => {
      // The service's own pages need not be listed.
      const isOwn = caller.origin === new URL(services.publicUrl ?? request.url).origin;
      const { version, json } = await accounts.read(caller, isOwn ? undefined : caller.origin);
      return taggedAnswer(`"${version}"`, header('If-None-Match'), json);
    },
  );
}
