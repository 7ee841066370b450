import type { Hono } from 'hono';
import { prefix, publicEndpoints } from '../../../src/contract/index.js';
import { toAccount } from './account-answer.js';
import { answer, route } from './route.js';
import type { Services } from './services.js';

/** `GET` of the account: fresh at every look, cheap when nothing changed. */
export function registerAccount(app: Hono, services: Services): void {
  route(app, services, prefix.public, publicEndpoints.account, async (call) => {
    const known = call.header('If-None-Match') ?? '';
    return call.transaction(async ({ account, catalogue }) => {
      const etag = `"${account.revision}"`;
      const headers = { ETag: etag, 'Cache-Control': 'no-cache' };
      const isKnown = known.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
      if (isKnown) return answer(304, null, headers);
      return answer(200, toAccount(account, await catalogue()), headers);
    });
  });
}
