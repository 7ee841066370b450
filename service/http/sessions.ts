import type { Hono } from 'hono';
import { prefix, publicEndpoints } from '../../src/contract/index.js';
import { updateSession } from '../store/sessions.js';
import { answer, route } from './route.js';
import type { Services } from './services.js';
import { requireSession, sessionToken, toSession } from './session.js';

/** Who is logged in, and logging out (P-33). */
export function registerSessions(app: Hono, services: Services): void {
  route(app, services, prefix.public, publicEndpoints.session, (call) =>
    call.transaction(async (work) => {
      const open = await requireSession(call, work);
      return answer(200, await toSession(open, work, sessionToken(call)!));
    }),
  );

  route(app, services, prefix.public, publicEndpoints.logout, (call) =>
    call.transaction(async (work) => {
      const { session } = await requireSession(call, work);
      await updateSession(work.tx, session.id, { revokedAt: new Date(work.now), codeHash: null });
      return answer(204, null);
    }),
  );
}
