import { and, desc, eq, gte, isNull } from 'drizzle-orm';
import type { Database } from '../store/database.js';
import type { Hmac } from '../store/secrets.js';
import { demoMessages, outbox, smsReceived } from '../store/schema/index.js';

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

/** How many of the newest messages are looked at. */
const newest = 200;

/** The newest messages of all accounts, newest first. */
export async function newestMessages(db: Database): Promise<DemoMessage[]> {
  const rows = await db
    .select()
    .from(demoMessages)
    .orderBy(desc(demoMessages.at), desc(demoMessages.id))
    .limit(newest);
  return rows.map(toMessage);
}

function toMessage(row: typeof demoMessages.$inferSelect): DemoMessage {
  const { recipient, channel, text, at, accountId, subject, sender, html, calendar } = row;
  return {
    to: recipient,
    channel,
    text,
    at: at.toISOString(),
    account: accountId,
    ...(subject ? { subject } : {}),
    ...(sender ? { from: sender } : {}),
    ...(html ? { html } : {}),
    ...(calendar ? { calendar } : {}),
  };
}

/** What is seen of a message on a phone, or in a mailbox. */
export type DemoLine =
  | (DemoMessage & { kind: 'in'; delivery: 'delivered' | 'not-delivered' | null })
  /** What the phone has answered; `at` is an instant. */
  | { kind: 'out'; text: string; at: string };

/** A phone, or a mailbox, as one clinic writes to it: its lines oldest first. */
export interface DemoPhone {
  account: string;
  /** Number or address. */
  to: string;
  channel: 'sms' | 'email';
  lines: DemoLine[];
}

/** The phones and mailboxes that the newest messages went to, that with the newest line first, with what they have answered. */
export async function demoPhones(db: Database): Promise<DemoPhone[]> {
  const rows = await db
    .select({ message: demoMessages, delivery: outbox.delivery })
    .from(demoMessages)
    .leftJoin(
      outbox,
      and(eq(outbox.accountId, demoMessages.accountId), eq(outbox.id, demoMessages.id)),
    )
    .orderBy(desc(demoMessages.at), desc(demoMessages.id))
    .limit(newest);
  const answers = await db
    .select()
    .from(smsReceived)
    .orderBy(desc(smsReceived.receivedAt))
    .limit(newest);
  const phones = new Map<string, DemoPhone>();
  for (const { message, delivery } of rows) {
    const { accountId: account, recipient: to, channel } = message;
    const key = keyOf(account, to);
    const phone = phones.get(key) ?? { account, to, channel, lines: [] };
    phone.lines.push({ ...toMessage(message), kind: 'in', delivery });
    phones.set(key, phone);
  }
  for (const { accountId, sender, text, receivedAt } of answers) {
    const line = { kind: 'out' as const, text, at: receivedAt.toISOString() };
    phones.get(keyOf(accountId, sender))?.lines.push(line);
  }
  for (const { lines } of phones.values())
    lines.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const last = ({ lines }: DemoPhone) => Date.parse(lines.at(-1)!.at);
  return [...phones.values()].sort((one, other) => last(other) - last(one));
}

const keyOf = (account: string, to: string) => JSON.stringify([account, to]);

/** An id of a phone that tells no number, for addresses of the inbox. */
export async function demoPhoneId(hmac: Hmac, account: string, to: string): Promise<string> {
  return (await hmac('demo-phone', account, to)).slice(0, 16);
}

/** SMS that have come to a phone since an instant and of which nothing was reported, by account. */
export async function unreportedSms(
  db: Database,
  since: Date,
): Promise<Map<string, { id: string; to: string; at: Date }[]>> {
  const rows = await db
    .select({
      account: demoMessages.accountId,
      ...{ id: demoMessages.id, to: demoMessages.recipient, at: demoMessages.at },
    })
    .from(demoMessages)
    .innerJoin(
      outbox,
      and(eq(outbox.accountId, demoMessages.accountId), eq(outbox.id, demoMessages.id)),
    )
    .where(
      and(eq(demoMessages.channel, 'sms'), gte(demoMessages.at, since), isNull(outbox.delivery)),
    )
    .limit(newest);
  const byAccount = new Map<string, { id: string; to: string; at: Date }[]>();
  for (const { account, ...row } of rows) {
    const list = byAccount.get(account);
    if (list) list.push(row);
    else byAccount.set(account, [row]);
  }
  return byAccount;
}
