import type { Hono } from 'hono';
import { platformEndpoints } from '../../src/contract/index.js';
import { listLifetime, MarketplaceList } from '../availability/marketplace.js';
import type { Services } from '../context/services.js';
import { taggedAnswer } from './routing/tagged.js';

/** `GET /marketplace.json`: public, and the same for everybody, so that caches on the way may answer it for a minute (S-09). */
export function registerMarketplace(app: Hono, services: Services): void {
  const list = new MarketplaceList(services);
  const caching = `public, max-age=${listLifetime / 1000}`;
  app.get(platformEndpoints.marketplace.path, async ({ req }) => {
    const { body, tag } = await list.read();
    return taggedAnswer(tag, req.header('If-None-Match'), body, caching);
  });
}
