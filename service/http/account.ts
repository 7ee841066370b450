import type { Hono } from 'hono';
import { prefix, publicEndpoints } from '../../src/contract/index.js';
import type { LoadedCatalogue } from '../store/catalogue.js';
import { toAccount } from './account-answer.js';
import { answer, route } from './route.js';
import type { Services } from './services.js';

/** `GET` of the account: fresh at every look, cheap when nothing changed. */
export function registerAccount(app: Hono, services: Services): void {
  // A catalogue is loaded anew for every revision of the account, so its answer may be kept as long as it lives.
  const texts = new WeakMap<LoadedCatalogue, string>();
  route(app, services, prefix.public, publicEndpoints.account, async (call) => {
    const known = call.header('If-None-Match') ?? '';
    return call.transaction(async ({ account, catalogue }) => {
      const etag = `"${account.revision}"`;
      const headers = { ETag: etag, 'Cache-Control': 'no-cache' };
      const isKnown = known.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
      if (isKnown) return answer(304, null, headers);
      const loaded = await catalogue();
      let text = texts.get(loaded);
      if (text === undefined) {
        text = JSON.stringify(toAccount(account, loaded));
        texts.set(loaded, text);
      }
      return new Response(text, { headers: { ...headers, 'Content-Type': 'application/json' } });
    });
  });
}
