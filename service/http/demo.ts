import type { Hono } from 'hono';
import type { Services } from '../context/services.js';
import { newestMessages } from '../messages/demo-inbox.js';
import { answer } from './routing/answer.js';
import { inboxPage } from './inbox-page.js';

/** Routes of demo mode: the messages that the service sent, as JSON and as a page. */
export function registerDemo(app: Hono, services: Services): void {
  app.get('/demo/messages', async () => answer(200, await newestMessages(services.db)));
  app.get('/demo/inbox', async () => {
    const page = inboxPage(await newestMessages(services.db), services.clock(), services.pageOf);
    return new Response(page, {
      headers: {
        'Content-Type': 'text/html; charset=utf-8',
        'Cache-Control': 'no-store',
        'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'",
      },
    });
  });
}
