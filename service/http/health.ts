import type { Hono } from 'hono';
import { isMigrated } from '../store/migrate.js';
import { answer } from './route.js';
import type { Services } from './services.js';

/** `GET /healthz`: the process answers. `GET /readyz`: the database does too, and has this version's schema. */
export function registerHealth(app: Hono, services: Services): void {
  app.get('/healthz', () => answer(200, { status: 'ok' }));
  app.get('/readyz', async () => {
    const isReady = await isMigrated(services.db).catch(() => false);
    return isReady
      ? answer(200, { status: 'ready' })
      : answer(503, { status: 'not-ready' }, { 'Retry-After': '5' });
  });
}
