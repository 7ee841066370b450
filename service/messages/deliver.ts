import { and, eq, lte, notInArray, sql } from 'drizzle-orm';
import type { AccountTransaction, Database } from '../store/database.js';
import { inAccount } from '../store/database.js';
import { outbox, smsReports } from '../store/schema/index.js';
import { statement } from '../store/statement.js';
import { batchSize, takeDue, type Message } from './due-messages.js';
import { Gathering } from './gathering.js';
import { erasedTexts, isSmsKind, isWaiting, newsKinds } from './outbox.js';
import type { Transports } from './transport.js';
import { DeliveryError } from './transport.js';

/** A try without an answer fails after this time, well within the minute that a message is taken for; milliseconds. */
const patience = 45_000;
/** Some eight hours of trying, with growing pauses; most messages expire before. */
const maxTries = 14;
const shortestPause = 15_000;
const longestPause = 3_600_000;

/**
 * Sends what waits in an account's outbox and erases each code once it is sent (M-06); returns how many were sent. A message
 * is taken for a minute first, so that processes share the work and a crash only delays. After a crash between sending and
 * recording it, the message is sent again with the same id: at least once, never lost silently.
 */
export async function deliver(
  db: Database,
  accountId: string,
  transports: Transports,
  clock: () => number,
): Promise<number> {
  const deliveries = new Deliveries(db, accountId, transports, clock);
  let count = 0;
  for (;;) {
    const { taken, sent } = await deliveries.sendBatch();
    if (taken === 0) return count;
    count += await sent;
  }
}

/** Some messages that are being sent. */
interface Batch {
  taken: number;
  /** How many were sent; resolves when the last try has ended. */
  sent: Promise<number>;
  /** Whether there may be more that are due and not planned long before. */
  isFull: boolean;
  /** Whether newer ones may have waited for these. */
  hasNews: boolean;
}

/** What became of those who asked for a turn. */
interface Turn {
  /** Where somebody wanted to take messages. */
  batch?: Promise<Batch>;
  /** What could not be noted. */
  failures: ReadonlyMap<Note, unknown>;
}

const take = Symbol('take');

/** How many are taken for those who wait for their codes, more than a worker takes: so many may come twice after a crash. */
const sizeAtOnce = 30;

/**
 * The outbox of one account, for many who send at the same time: whoever wants to take messages, or to note what has become of some,
 * while others do shares the next transaction. A gateway that does not answer holds up its own messages only.
 */
export class Deliveries {
  readonly #db: Database;
  readonly #accountId: string;
  readonly #transports: Transports;
  readonly #clock: () => number;
  readonly #turns = new Gathering((asked: (Note | typeof take)[]) => this.#turn(asked));

  constructor(db: Database, accountId: string, transports: Transports, clock: () => number) {
    this.#db = db;
    this.#accountId = accountId;
    this.#transports = transports;
    this.#clock = clock;
  }

  /** Sends what is due; resolves when messages have been tried, and goes on with the others where there are many. */
  async send(onError: (error: unknown) => void): Promise<void> {
    const { batch } = await this.#turns.add(take);
    const { sent, isFull, hasNews } = await batch!;
    await sent;
    if (isFull) void this.send(onError).catch(onError);
    else if (hasNews) await this.send(onError);
  }

  /** Takes some messages and begins to send them. */
  sendBatch(): Promise<Batch> {
    return this.#noteAndTake([], batchSize);
  }

  async #turn(asked: readonly (Note | typeof take)[]): Promise<Turn> {
    const notes = asked.filter((one) => one !== take);
    const isTaking = notes.length < asked.length;
    const failures = new Map<Note, unknown>();
    try {
      const batch = await this.#noteAndTake(notes, isTaking ? sizeAtOnce : 0);
      return { batch: Promise.resolve(batch), failures };
    } catch (error) {
      if (asked.length === 1) throw error;
      // What one of them ran into must not send the others again.
      for (const note of notes) {
        await this.#noteAndTake([note], 0).catch((reason) => failures.set(note, reason));
      }
      if (!isTaking) return { failures };
      const batch = this.sendBatch();
      // Whoever waits for it hears of a failure.
      batch.catch(() => undefined);
      return { batch, failures };
    }
  }

  /** Notes what has become of some messages, takes so many others, and begins to send those. */
  async #noteAndTake(notes: readonly Note[], size: number): Promise<Batch> {
    const now = this.#clock();
    const taken = await inAccount(this.#db, this.#accountId, async (tx) => {
      const sent = notes.flatMap(({ message: { id }, outcome }) =>
        outcome.isSent ? [{ id, messageId: outcome.messageId }] : [],
      );
      await noteSent(tx, sent, now);
      for (const { message, outcome } of notes) {
        if (!outcome.isSent) await noteFailure(tx, message, outcome, now);
      }
      return size > 0 ? takeDue(tx, now, size) : [];
    });
    const sent = Promise.all(taken.map((message) => this.#send(message))).then(
      (outcomes) => outcomes.filter(Boolean).length,
    );
    // Whoever waits for it hears of a failure.
    sent.catch(() => undefined);
    const isNews = ({ kind }: Message) => newsKinds.some((news) => news === kind);
    return {
      taken: taken.length,
      sent,
      // What is planned for many is a worker's to send: whoever waits for a code is not kept by it.
      isFull: taken.length >= size && taken.some(({ planned }) => !planned),
      hasNews: taken.some(isNews),
    };
  }

  /** Sends a message and notes what has become of it; whether it was sent. */
  async #send(message: Message): Promise<boolean> {
    const outcome = await send(message, this.#transports);
    const note = { message, outcome };
    const { failures } = await this.#turns.add(note);
    if (failures.has(note)) throw failures.get(note);
    return outcome.isSent;
  }
}

interface Note {
  message: Message;
  outcome: Outcome;
}

type Outcome =
  | { isSent: true; messageId: string | null }
  | { isSent: false; isPermanent: boolean; retryAfter: number; reason: string };

async function send(message: Message, transports: Transports): Promise<Outcome> {
  const { accountId, id, channel, recipient: to, text, ...rest } = message;
  const triedAt = message.tries > 1 ? (message.triedAt ?? message.createdAt).getTime() : null;
  const { senderName, sender, subject, html, calendar } = rest;
  const outgoing = { senderName, sender, subject, html, calendar, text: text ?? '' };
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    const { messageId } = await Promise.race([
      transports[channel]({ accountId, id, triedAt, channel, to, ...outgoing }),
      new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new DeliveryError('No answer in time.')), patience);
      }),
    ]);
    return { isSent: true, messageId: messageId ?? null };
  } catch (error) {
    const known = error instanceof DeliveryError ? error : undefined;
    const { isPermanent = false, retryAfter = 0 } = known ?? {};
    // What anything else says may hold the recipient.
    const reason = known?.message.slice(0, 200) ?? '';
    return { isSent: false, isPermanent, retryAfter, reason };
  } finally {
    clearTimeout(timer);
  }
}

const updateSent = statement((tx) =>
  tx
    .update(outbox)
    .set({
      // An answer may have come before it was noted down.
      status: sql`CASE WHEN ${outbox.answeredAt} IS NULL THEN 'S' ELSE 'SB' END`,
      messageId: sql`sent."messageId"`,
      sentAt: sql`${sql.placeholder('at')}::timestamptz`,
      // A gateway may have reported before it answered; what was delivered stays so.
      delivery: sql`(
        SELECT CASE WHEN r.delivery = 'delivered' THEN r.delivery ELSE coalesce(${outbox.delivery}, r.delivery) END
        FROM (SELECT (
          SELECT r.delivery FROM ${smsReports} r WHERE r.account_id = ${outbox.accountId} AND r.gateway_id = sent."messageId"
        ) AS delivery) r)`,
      ...erasedTexts,
    })
    .from(
      sql`json_to_recordset(${sql.placeholder('sent')}::json) AS sent(id uuid, "messageId" text)`,
    )
    .where(and(eq(outbox.id, sql`sent.id`), notInArray(outbox.status, ['S', 'SB']))),
);

/** Records that messages were sent, which always counts. */
async function noteSent(
  tx: AccountTransaction,
  sent: readonly { id: string; messageId: string | null }[],
  now: number,
): Promise<void> {
  if (sent.length === 0) return;
  await updateSent(tx, { sent: JSON.stringify(sent), at: new Date(now).toISOString() });
}

/** Records how a try failed, only while the message still belongs to this try. */
async function noteFailure(
  tx: AccountTransaction,
  { id, tries, kind, expiresAt }: Message,
  outcome: Outcome & { isSent: false },
  now: number,
): Promise<void> {
  // What has an end of its own is tried until then.
  const isTriedOut = tries >= maxTries && !(isSmsKind(kind) && expiresAt !== null);
  const isOver = outcome.isPermanent || isTriedOut;
  const pause = Math.min(shortestPause * 2 ** tries, longestPause);
  const failed = { failedAt: new Date(now), failure: outcome.reason };
  const change = isOver
    ? { status: 'F' as const, ...failed, ...erasedTexts }
    : {
        status: 'FV' as const,
        ...failed,
        sendAt: new Date(now + Math.max(pause, Math.min(outcome.retryAfter * 1000, longestPause))),
      };
  await tx
    .update(outbox)
    .set(change)
    .where(and(eq(outbox.id, id), eq(outbox.status, 'V'), eq(outbox.tries, tries)));
}

/** Accounts with a message that is due, for a worker of the whole service; works as the database's owner. */
export async function accountsWithDueMessages(db: Database, now: number): Promise<string[]> {
  const rows = await db
    .selectDistinct({ accountId: outbox.accountId })
    .from(outbox)
    .where(and(isWaiting, lte(outbox.sendAt, new Date(now))));
  return rows.map(({ accountId }) => accountId);
}
