import { desc } from 'drizzle-orm';
import type { Hono } from 'hono';
import { demoMessages } from '../store/schema/index.js';
import type { Database } from '../store/database.js';
import { inboxPage } from './inbox-page.js';
import { answer } from './route.js';
import type { Services } from './services.js';

/** A message of demo mode; `at` is an instant. */
export interface DemoMessage {
  to: string;
  channel: 'sms' | 'email';
  text: string;
  at: string;
  account: string;
  subject?: string;
  /** Who it comes from, where the account says so. */
  from?: string;
  /** An e-mail that has an HTML part too. */
  html?: string;
  /** The calendar entry that goes with it. */
  calendar?: string;
}

async function newestMessages(db: Database): Promise<DemoMessage[]> {
  const rows = await db
    .select()
    .from(demoMessages)
    .orderBy(desc(demoMessages.at), desc(demoMessages.id))
    .limit(200);
  return rows.map(
    ({ recipient, channel, text, at, accountId, subject, sender, html, calendar }) => ({
      to: recipient,
      channel,
      text,
      at: at.toISOString(),
      account: accountId,
      ...(subject ? { subject } : {}),
      ...(sender ? { from: sender } : {}),
      ...(html ? { html } : {}),
      ...(calendar ? { calendar } : {}),
    }),
  );
}

/** Routes of demo mode: what the service sent, as JSON and as a page. */
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
