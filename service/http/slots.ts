import type { Hono } from 'hono';
import { prefix, publicEndpoints } from '../../src/contract/index.js';
import { findFirstTimes } from '../availability/first-times.js';
import { findSlots } from '../availability/slots.js';
import type { Services } from '../context/services.js';
import { route } from './routing/route.js';
import { taggedAnswer } from './routing/tagged.js';

/** Free times (P-18 to P-21), checked at every request by their `ETag`. */
export function registerSlots(app: Hono, services: Services): void {
  route(app, services, prefix.public, publicEndpoints.slots, async ({ caller, query, header }) => {
    const { body, tag } = await findSlots(caller, query);
    // What a session or a hold is offered is nobody else's, and stays in no cache.
    const isOwn = caller.bearer !== undefined || caller.holdToken !== undefined;
    return isOwn
      ? new Response(body, {
          headers: { 'Cache-Control': 'no-store', 'Content-Type': 'application/json' },
        })
      : taggedAnswer(tag, header('If-None-Match'), body);
  });
  route(app, services, prefix.public, publicEndpoints.firstTimes, async (call) => {
    const { body, tag } = await findFirstTimes(call.caller, call.query);
    return taggedAnswer(tag, call.header('If-None-Match'), body);
  });
}
