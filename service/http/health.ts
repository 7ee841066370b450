import type { Hono } from 'hono';
import { isReady } from '../context/services.js';
import type { Services } from '../context/services.js';
import { answer } from './routing/answer.js';

/** `GET /healthz`: the process answers. `GET /readyz`: the database does too, and has this version's schema. */
export function registerHealth(app: Hono, services: Services): void {
  app.get('/healthz', () => answer(200, { status: 'ok' }));
  app.get('/readyz', async () => {
    return (await isReady(services))
      ? answer(200, { status: 'ready' })
      : answer(503, { status: 'not-ready' }, { 'Retry-After': '5' });
  });
}
