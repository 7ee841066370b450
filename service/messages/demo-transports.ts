import type { Database } from '../store/database.js';
import { inAccount } from '../store/database.js';
import { demoMessages } from '../store/schema/index.js';
import type { Transport, Transports } from './transport.js';

/** Transports of demo mode: every message lands in the inbox that `/demo/inbox` shows, a repeated one once. */
export function createDemoTransports(db: Database, clock: () => number = Date.now): Transports {
  const send: Transport = async ({ accountId, id, channel, to, senderName, sender, ...rest }) => {
    const { subject, text, html, calendar } = rest;
    await inAccount(db, accountId, (tx) =>
      tx
        .insert(demoMessages)
        .values({
          accountId,
          id,
          channel,
          recipient: to,
          sender: senderName && sender ? `${senderName} <${sender}>` : (senderName ?? sender),
          subject,
          text,
          html,
          calendar,
          at: new Date(clock()),
        })
        .onConflictDoNothing(),
    );
    return { messageId: id };
  };
  return { sms: send, email: send, utf8Email: () => true };
}
