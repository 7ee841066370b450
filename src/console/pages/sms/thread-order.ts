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

/** As it was said, and what waits below all of that; within a minute what came stands above what it was answered with at once. */
export const inOrder = (one: Message, other: Message): number =>
  minuteOf(one) - minuteOf(other) ||
  Date.parse(one.madeAt) - Date.parse(other.madeAt) ||
  Number(isReceived(other)) - Number(isReceived(one));
