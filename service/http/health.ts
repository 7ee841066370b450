import type { Hono } from 'hono';
import type { Services } from '../context/services.js';
import { answer } from './routing/answer.js';

/**
 * `GET /healthz`: the process answers. `GET /readyz`: it can serve accounts; the database answers, has this version's schema
 * and the guards of its rows, and can write.
 */
export function registerHealth(app: Hono, { readiness }: Services): void {
  app.get('/healthz', alive);
  app.get('/readyz', async () => ((await readiness.isReady()) ? ready() : notReady()));
}

/** The answer of a process that lives. */
export const alive = () => answer(200, { status: 'ok' });

const ready = () => answer(200, { status: 'ready' });

/** The answer of a process that cannot serve accounts now. */
export const notReady = () => answer(503, { status: 'not-ready' }, { 'Retry-After': '5' });
