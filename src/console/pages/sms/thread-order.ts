import { isReceived, type Message } from './message-row.js';

/** The minute in which it came, left or is to leave, as it is shown. */
const minuteOf = (message: Message): number =>
  Math.floor(
    Date.parse(isReceived(message) ? message.receivedAt : (message.sentAt ?? message.sendsAt)) /
      60_000,
  );

/** As it was said, and what waits below all of that; within a minute what came stands above what it was answered with at once. */
export const inOrder = (one: Message, other: Message): number =>
  minuteOf(one) - minuteOf(other) ||
  Date.parse(one.madeAt) - Date.parse(other.madeAt) ||
  Number(isReceived(other)) - Number(isReceived(one));
