import type { Database } from '../store/database.js';
import { inAccount } from '../store/database.js';
import { demoMessages } from '../store/schema/index.js';

/** A message as it is handed over to be sent. */
export interface OutgoingMessage {
  accountId: string;
  /** The same for every try, so that a gateway can tell a repetition. */
  id: string;
  channel: 'sms' | 'email';
  to: string;
  subject: string | null;
  text: string;
}

/** Sends one message and answers the gateway's own id of it; throws when it could not be handed over. */
export type Transport = (message: OutgoingMessage) => Promise<{ messageId?: string }>;

/** One transport for each channel. */
export interface Transports {
  sms: Transport;
  email: Transport;
}

/** Transports of demo mode: every message lands in the inbox that `/demo/inbox` shows. */
export function createDemoTransports(db: Database, clock: () => number = Date.now): Transports {
  const send: Transport = async ({ accountId, id, channel, to, subject, text }) => {
    await inAccount(db, accountId, (tx) =>
      tx
        .insert(demoMessages)
        .values({ accountId, id, channel, recipient: to, subject, text, at: new Date(clock()) })
        .onConflictDoNothing(),
    );
    return { messageId: id };
  };
  return { sms: send, email: send };
}
