import type { Hono } from 'hono';
import { staffEndpoints } from '../../../src/contract/index.js';
import type { Services } from '../../context/services.js';
import { deleteMessageText, listMessageTexts, putMessageText } from '../../staff/message-texts.js';
import { answer } from '../routing/answer.js';
import { staffRoute } from './staff-route.js';

/** The texts of messages about appointments (M-01 to M-03). */
export function registerStaffMessageTexts(app: Hono, services: Services): void {
  staffRoute(app, services, staffEndpoints.messageTexts, async (work) =>
    answer(200, await listMessageTexts(work)),
  );
  staffRoute(app, services, staffEndpoints.putMessageText, (work, { id, body }) =>
    putMessageText(work, id, body),
  );
  staffRoute(app, services, staffEndpoints.deleteMessageText, (work, { id }) =>
    deleteMessageText(work, id),
  );
}
