import type { Database } from '../store/database.js';
import { inAccount } from '../store/database.js';
import { demoMessages } from '../store/schema/index.js';
import { fromJson, statement, toJson } from '../store/statement.js';
import { Gathering } from './gathering.js';
import type { Transport, Transports } from './transport.js';

const insert = statement((tx) =>
  tx.insert(demoMessages).select(fromJson(demoMessages)).onConflictDoNothing(),
);

/** Transports of demo mode: every message lands in the inbox that `/demo/inbox` shows, a repeated one once. */
export function createDemoTransports(db: Database, clock: () => number = Date.now): Transports {
  const inboxes = new Map<string, Gathering<typeof demoMessages.$inferInsert, unknown>>();
  const inboxOf = (accountId: string) => {
    const known =
      inboxes.get(accountId) ??
      new Gathering((messages) =>
        inAccount(db, accountId, (tx) => insert(tx, { rows: toJson(demoMessages, messages) })),
      );
    inboxes.set(accountId, known);
    return known;
  };
  const send: Transport = async ({ accountId, id, channel, to, senderName, sender, ...rest }) => {
    const { subject, text, html, calendar } = rest;
    await inboxOf(accountId).add({
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
    });
    return { messageId: id };
  };
  return { sms: send, email: send, utf8Email: () => true };
}
