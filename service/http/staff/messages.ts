import type { Hono } from 'hono';
import { staffEndpoints } from '../../../src/contract/index.js';
import type { Services } from '../../context/services.js';
import { readHealth } from '../../staff/health.js';
import { testMessageText } from '../../staff/message-test.js';
import { answer } from '../routing/answer.js';
import { staffRoute } from './staff-route.js';

/** A message to oneself, and whether messages leave (S-06, S-08). */
export function registerStaffMessages(app: Hono, services: Services): void {
  staffRoute(app, services, staffEndpoints.testMessageText, async (work, { id, body, caller }) => {
    const sent = await testMessageText(services, work, id, body);
    caller.deliverLater();
    return answer(202, sent);
  });
  staffRoute(app, services, staffEndpoints.health, async (work) =>
    answer(200, await readHealth(work)),
  );
}
