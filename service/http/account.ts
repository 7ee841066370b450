import type { Hono } from 'hono';
import { prefix, publicEndpoints } from '../../src/contract/index.js';
import { AccountReader } from '../account/read-account.js';
import type { Services } from '../context/services.js';
import { answer } from './routing/answer.js';
import { route } from './routing/route.js';

/** `GET` of the account: checked at every request by its `ETag`, so that a change shows at once. */
export function registerAccount(app: Hono, services: Services): void {
  const accounts = new AccountReader();
  route(
    app,
    services,
    prefix.public,
    publicEndpoints.account,
    async ({ caller, header, request }) => {
      const known = (header('If-None-Match') ?? '')
        .split(',')
        .map((tag) => tag.trim().replace(/^W\//, ''));
      // The service's own pages need not be listed.
      const isOwn = caller.origin === new URL(services.publicUrl ?? request.url).origin;
      const from = isOwn ? undefined : caller.origin;
      const { version, json } = await accounts.read(caller, from, (version) =>
        known.includes(toTag(version)),
      );
      const headers = { ETag: toTag(version), 'Cache-Control': 'no-cache' };
      if (json === undefined) return answer(304, null, headers);
      return new Response(json, { headers: { ...headers, 'Content-Type': 'application/json' } });
    },
  );
}

const toTag = (version: string) => `"${version}"`;
