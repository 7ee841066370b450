import { inArray } from 'drizzle-orm';
import type { SmsReason } from '../../src/contract/index.js';
import { noReminders, sendingRules } from '../core/reminder-policy.js';
import type { AccountSender } from '../core/sms-sender.js';
import { accountSenderFor, senderFor } from '../core/sms-sender.js';
import { pauseEnd } from '../core/sending-time.js';
import type { AccountTransaction } from '../store/database.js';
import type { MessageKind } from '../store/schema/index.js';
import { outbox } from '../store/schema/index.js';
import { readGate } from '../store/sms-gate.js';
import { erasedTexts } from './outbox.js';

/** A message of Opus SMS that is due. */
interface DueSms {
  id: string;
  kind: MessageKind;
  channel: 'sms' | 'email';
  recipient: string;
  companyId: string | null;
  expiresAt: Date | null;
}

/**
 * What may leave now, by its sender, null for the service's own. Pauses, refusals, test mode and approvals are looked at here, as late
 * as can be, so that each counts from the moment on when it is set (M-05, M-14, M-15).
 */
export async function passGate(
  tx: AccountTransaction,
  due: readonly DueSms[],
  now: number,
): Promise<{ passed: Passed[]; isAllPassed: boolean }> {
  const gate = await readGate(
    tx,
    due.filter(({ channel }) => channel === 'sms').map(({ recipient }) => recipient),
  );
  const policy = gate.reminders ?? noReminders;
  const rules = sendingRules(policy, gate);
  const end = pauseEnd(now, rules);
  const passed = new Map<string, Passed>();
  const dropped = new Map<SmsReason, DueSms[]>();
  const paused: DueSms[] = [];
  for (const message of due) {
    const outcome = outcomeOf(message);
    if (outcome === 'paused') paused.push(message);
    else if (outcome.reason) add(dropped, outcome.reason, message);
    else pass(passed, outcome, message);
  }
  await postpone(tx, paused, new Date(end));
  for (const [reason, messages] of dropped) await stop(tx, messages, reason, new Date(now));
  return { passed: [...passed.values()], isAllPassed: paused.length === 0 && dropped.size === 0 };

  function outcomeOf({ channel, recipient, companyId, expiresAt }: DueSms): Outcome {
    if (policy.testMode) return { reason: 'test-mode' };
    if (channel === 'sms' && gate.refused.has(recipient)) return { reason: 'refused' };
    // A pause that outlasts a message does not hold it back.
    if (end > now && (expiresAt === null || end < expiresAt.getTime())) return 'paused';
    if (channel === 'email') return { sender: gate.sender.emailAddress, isReplaced: false };
    const own = companyId === null ? undefined : gate.senders.get(companyId);
    const answers = policy.answers !== 'none';
    const known = gate.senders.values();
    if (!own) return accountSenderFor(gate.sender.sms, recipient, { answers, known });
    const sender = senderFor(own, recipient, { answers });
    return sender === undefined ? { reason: 'sender' } : { sender, isReplaced: false };
  }
}

/**
 * Codes and news by the sender that they may have in their country (M-14): the account's, or the service's own. Whoever waits for a code
 * gets it in any case.
 */
export async function withSenders(
  tx: AccountTransaction,
  due: readonly (DueSms & { sender: string | null })[],
): Promise<{ passed: Passed[]; others: DueSms[] }> {
  const isAsked = ({ channel, sender }: (typeof due)[number]) =>
    channel === 'sms' && sender !== null;
  const others = due.filter((message) => !isAsked(message));
  if (others.length === due.length) return { passed: [], others };
  const gate = await readGate(tx, []);
  const passed = new Map<string, Passed>();
  for (const message of due.filter(isAsked)) {
    const options = { answers: false, known: gate.senders.values() };
    pass(passed, accountSenderFor(message.sender, message.recipient, options), message);
  }
  return { passed: [...passed.values()], others };
}

/** Messages that leave from one sender, null for the service's own. */
interface Passed extends AccountSender {
  messages: DueSms[];
}

type Outcome = 'paused' | { reason: SmsReason } | (AccountSender & { reason?: undefined });

function pass(
  passed: Map<string, Passed>,
  { sender, isReplaced }: AccountSender,
  message: DueSms,
): void {
  const key = `${isReplaced} ${sender}`;
  const list = passed.get(key);
  if (list) list.messages.push(message);
  else passed.set(key, { sender, isReplaced, messages: [message] });
}

function add<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

const oneOf = (messages: readonly DueSms[]) =>
  inArray(
    outbox.id,
    messages.map(({ id }) => id),
  );

async function postpone(tx: AccountTransaction, messages: readonly DueSms[], to: Date) {
  if (messages.length === 0) return;
  await tx.update(outbox).set({ sendAt: to }).where(oneOf(messages));
}

/** A message without a sender has failed; all others are taken back. */
async function stop(
  tx: AccountTransaction,
  messages: readonly DueSms[],
  reason: SmsReason,
  now: Date,
) {
  const failed = { status: 'F' as const, failedAt: now, failure: 'No sender is approved there.' };
  const change = reason === 'sender' ? failed : { status: 'A' as const };
  await tx
    .update(outbox)
    .set({ ...change, reason, ...erasedTexts })
    .where(oneOf(messages));
}
