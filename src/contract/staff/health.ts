import * as z from 'zod/mini';
import { Instant, Whole } from '../primitives.js';

/** How messages of one channel leave (S-08). Nothing in it tells who they go to. */
export const ChannelHealth = z.object({
  channel: z.enum(['sms', 'email']),
  /** Due or to be tried again. */
  waiting: Whole,
  /** Given up within the last seven days. */
  failed: Whole,
  lastSentAt: z.nullable(Instant),
  /** From when on no message has left, though tries were made; null: the last try went well. */
  failingSince: z.nullable(Instant),
  /** The last failed try of the last seven days, and what the gateway said. */
  lastFailure: z.nullable(z.object({ at: Instant, reason: z.string() })),
});
export type ChannelHealth = z.infer<typeof ChannelHealth>;

/** `GET …/health`: whether an account's messages leave, and where its booking page is. */
export const AccountHealth = z.object({
  messages: z.array(ChannelHealth),
  /** Address of the hosted page; absent: there is none. */
  page: z.optional(z.string()),
});
export type AccountHealth = z.infer<typeof AccountHealth>;
