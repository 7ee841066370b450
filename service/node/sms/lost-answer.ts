import type { OutgoingMessage } from '../../messages/transport.js';
import type { GatewayContext } from './gateway.js';

/** An SMS as a gateway has it in its list. */
export interface TakenSms {
  messageId: string;
  text: string;
  /** Epoch milliseconds; not a number: unknown. */
  madeAt: number;
}

/** Clocks of two machines may differ so much, milliseconds. */
const tolerance = 120_000;

/** Since when an SMS whose answer was lost may stand in the gateway's list, epoch milliseconds. */
export const listedSince = (triedAt: number): number => triedAt - tolerance;

/**
 * Which SMS of a gateway's list is a message whose answer was lost: made since its first try, with its text, and known as no other message
 * (decision 36). Undefined: none is, so it has not left.
 */
export async function findLost(
  { triedAt, text }: Pick<OutgoingMessage, 'text'> & { triedAt: number },
  listed: readonly TakenSms[],
  { takenIds }: Pick<GatewayContext, 'takenIds'>,
): Promise<string | undefined> {
  const own = letters(text);
  const alike = listed.filter(
    (one) => letters(one.text).endsWith(own) && !(one.madeAt < listedSince(triedAt)),
  );
  if (alike.length === 0) return undefined;
  const taken = await takenIds(alike.map(({ messageId }) => messageId));
  return alike.find(({ messageId }) => !taken.has(messageId))?.messageId;
}

/** Gateways put other quotes and dashes in place of a text's own, and words of theirs before it, which make no other message of it. */
const letters = (text: string) => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
