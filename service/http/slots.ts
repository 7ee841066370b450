import type { Hono } from 'hono';
import { prefix, publicEndpoints } from '../../src/contract/index.js';
import { findSlots } from '../availability/slots.js';
import type { Services } from '../context/services.js';
import { answer } from './routing/answer.js';
import { route } from './routing/route.js';

/** Free times (P-18 to P-21). */
export function registerSlots(app: Hono, services: Services): void {
  route(app, services, prefix.public, publicEndpoints.slots, async ({ caller, query }) =>
    answer(200, await findSlots(caller, query)),
  );
}
