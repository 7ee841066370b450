import type { Hono } from 'hono';
import { prefix, publicEndpoints } from '../../src/contract/index.js';
import type { Services } from '../context/services.js';
import { extendHold, releaseHold } from '../hold/change-hold.js';
import { placeHold } from '../hold/place-hold.js';
import { answer } from './routing/answer.js';
import { readText } from './routing/request-body.js';
import { route } from './routing/route.js';

/** Holding a time (P-23, P-24). */
export function registerHolds(app: Hono, services: Services): void {
  route(app, services, prefix.public, publicEndpoints.hold, async ({ caller, body }) =>
    answer(201, await placeHold(caller, body)),
  );

  route(app, services, prefix.public, publicEndpoints.extendHold, async ({ caller, id }) =>
    answer(200, await extendHold(caller, id)),
  );

  route(app, services, prefix.public, publicEndpoints.releaseHold, async ({ caller, id }) => {
    await releaseHold(caller, id, caller.holdToken ?? '');
    return answer(204, null);
  });

  const { releaseHoldByBeacon } = publicEndpoints;
  route(app, services, prefix.public, releaseHoldByBeacon, async ({ caller, id, request }) => {
    const token = (await readText(request)).trim();
    await releaseHold(caller, id, token);
    return answer(204, null);
  });
}
