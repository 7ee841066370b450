import { isReceived, type Message } from './message-row.js';

/**
 * When it came, left or is to leave. What was answered had left by then: that it was sent is noted once the gateway has said so, and
 * a phone may be quicker.
 */
function instantOf(message: Message): number {
  if (isReceived(message)) return Date.parse(message.receivedAt);
  const left = Date.parse(message.sentAt ?? message.sendsAt);
  return message.answeredAt ? Math.min(left, Date.parse(message.answeredAt)) : left;
}

/** The minute, as it is shown. */
const minuteOf = (message: Message): number => Math.floor(instantOf(message) / 60_000);

/** Within a second, which is as fine as times are told: what was answered at once, what came, and what was sent upon it. */
function rankOf(message: Message): number {
  if (isReceived(message)) return 1;
  const { madeAt, answeredAt } = message;
  return answeredAt && Date.parse(answeredAt) <= Date.parse(madeAt) ? 0 : 2;
}

/** As it was said, and what waits below all of that; within a minute as it was made. */
export const inOrder = (one: Message, other: Message): number =>
  minuteOf(one) - minuteOf(other) ||
  Date.parse(one.madeAt) - Date.parse(other.madeAt) ||
  rankOf(one) - rankOf(other);
