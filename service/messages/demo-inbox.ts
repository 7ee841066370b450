import { desc } from 'drizzle-orm';
import type { Database } from '../store/database.js';
import { demoMessages } from '../store/schema/index.js';

/** A message of demo mode; `at` is an instant. */
export interface DemoMessage {
  to: string;
  channel: 'sms' | 'email';
  text: string;
  at: string;
  account: string;
  subject?: string;
  /** The sender, where the account names one. */
  from?: string;
  /** HTML part of an e-mail. */
  html?: string;
  /** Calendar entry attached to an e-mail, iCalendar. */
  calendar?: string;
}

/** The newest messages of all accounts, newest first. */
export async function newestMessages(db: Database): Promise<DemoMessage[]> {
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
