import * as z from 'zod/mini';
import { CivilDate, Id } from '../primitives.js';

/** `GET …/messages/statistics`: whole months of two dates, half-open, at most 36; without them the last twelve, the present one included. */
export const SmsStatisticsQuery = z.object({
  from: z.optional(CivilDate),
  until: z.optional(CivilDate),
});
export type SmsStatisticsQuery = z.infer<typeof SmsStatisticsQuery>;

const amount = z.int().check(z.minimum(0));

/** What became of the messages and appointments of one clinic in one month of the account's time zone. */
const SmsMonth = z.object({
  /** `YYYY-MM`. */
  month: z.string(),
  /** Null: messages that no clinic is known of. */
  clinic: z.nullable(Id),
  /** Opus SMS that left by SMS in the month, and how many of them are reminders. */
  sent: amount,
  reminders: amount,
  delivered: amount,
  notDelivered: amount,
  /** Given up, or out of date before they left. */
  failed: amount,
  answered: amount,
  /** Appointments that are over and were not cancelled, on days on which the clinic has noted down at least one arrival. */
  appointments: amount,
  /** Of these, without an arrival noted down. */
  missed: amount,
  /** Appointments that are over on all other days: nobody knows who came. */
  unknown: amount,
});
export type SmsMonth = z.infer<typeof SmsMonth>;

/** By month and clinic, without what is nothing but noughts. */
export const SmsStatistics = z.object({
  items: z.array(SmsMonth),
  /** Month of the first reminder that is known of, by clinic: no-shows are compared before and from it on. */
  firstReminders: z.array(z.object({ clinic: Id, month: z.string() })),
});
export type SmsStatistics = z.infer<typeof SmsStatistics>;
