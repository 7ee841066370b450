import { eq } from 'drizzle-orm';
import type { AccountTransaction } from './database.js';
import { messageTexts } from './schema/index.js';

/** An account's own text; `id` is event, channel and language. */
export type MessageTextRow = Pick<
  typeof messageTexts.$inferSelect,
  'id' | 'subject' | 'text' | 'format'
>;

const columns = {
  id: messageTexts.id,
  subject: messageTexts.subject,
  text: messageTexts.text,
  format: messageTexts.format,
};

/** The account's own texts (M-01, M-02). */
export function listMessageTexts(tx: AccountTransaction): Promise<MessageTextRow[]> {
  return tx.select(columns).from(messageTexts).orderBy(messageTexts.id);
}

/** The account's own text with an id, or undefined: the standard text is in force. */
export async function findMessageText(
  tx: AccountTransaction,
  id: string,
): Promise<MessageTextRow | undefined> {
  const [row] = await tx.select(columns).from(messageTexts).where(eq(messageTexts.id, id));
  return row;
}

/** Stores a text in place of the one before. */
export async function putMessageText(
  tx: AccountTransaction,
  accountId: string,
  { id, ...text }: MessageTextRow,
): Promise<void> {
  await tx
    .insert(messageTexts)
    .values({ accountId, id, ...text })
    .onConflictDoUpdate({ target: [messageTexts.accountId, messageTexts.id], set: text });
}

/** Goes back to the standard text; false when it is in force already. */
export async function deleteMessageText(tx: AccountTransaction, id: string): Promise<boolean> {
  const rows = await tx
    .delete(messageTexts)
    .where(eq(messageTexts.id, id))
    .returning({ id: messageTexts.id });
  return rows.length > 0;
}
