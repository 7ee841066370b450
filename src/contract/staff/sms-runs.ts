import * as z from 'zod/mini';
import { CivilDate, Id, Instant } from '../primitives.js';
import { SmsLength } from './message-texts.js';
import { SmsType } from './reminders.js';
import { SmsQuery } from './sms.js';

/** `POST …/messages/search`: as `GET …/messages`, with what is looked for in the body, since a number is personal (N-02). */
export const SmsSearch = z.extend(SmsQuery, {
  /** Messages of one run. */
  run: z.optional(z.uuid()),
  /** How many at once; 100 where it is absent. */
  limit: z.optional(z.int().check(z.minimum(1), z.maximum(1000))),
});
export type SmsSearch = z.infer<typeof SmsSearch>;

/** `POST …/messages/cancel`: takes back those that wait. */
export const SmsCancelInput = z.object({
  ids: z.array(z.uuid()).check(z.minLength(1), z.maxLength(1000)),
});
export type SmsCancelInput = z.infer<typeof SmsCancelInput>;

/** How many were taken back, and how many had left, or were not there. */
export const SmsCancelled = z.object({ cancelled: z.int(), gone: z.int() });
export type SmsCancelled = z.infer<typeof SmsCancelled>;

const Age = z.int().check(z.minimum(0), z.maximum(150));

/**
 * `POST …/messages/recipients`: patients of the register, each part narrowing it, or whoever has an appointment on a `day`. In the
 * body, since it tells of people.
 */
export const SmsRecipientSearch = z.object({
  /** Those with an appointment on this date, and nobody else; only `clinic` and `clinician` narrow it. */
  day: z.optional(CivilDate),
  /** Who has, or has had, an appointment there or with this clinician, or is called for a check-up with them. */
  clinic: z.optional(Id),
  clinician: z.optional(Id),
  /** The last visit lies in these dates, half-open. */
  visitFrom: z.optional(CivilDate),
  visitUntil: z.optional(CivilDate),
  /** Due for a check-up in this month. */
  recallMonth: z.optional(z.string().check(z.regex(/^[0-9]{4}-(0[1-9]|1[0-2])$/))),
  /** In years, both included. */
  ageFrom: z.optional(Age),
  ageTo: z.optional(Age),
  /** The `next` of the page before. */
  cursor: z.optional(z.uuid()),
});
export type SmsRecipientSearch = z.infer<typeof SmsRecipientSearch>;

/** Why somebody gets no SMS: no `mobile` · has said no (`wish`) · the number has said STOP (`refused`). */
export const SmsWithout = z.enum(['mobile', 'wish', 'refused']);
export type SmsWithout = z.infer<typeof SmsWithout>;

/** Somebody who an SMS may go to. */
export const SmsRecipient = z.object({
  /** Of the patient, or of a search by day of the appointment: what a run takes. */
  id: z.string(),
  /** Absent where an appointment belongs to nobody on file. */
  patient: z.optional(z.string()),
  firstName: z.string(),
  lastName: z.string(),
  birthDate: z.optional(CivilDate),
  mobile: z.nullable(z.string()),
  /** Null: has not said. */
  wish: z.nullable(z.boolean()),
  without: z.optional(SmsWithout),
  /** Whether the account's policy has SMS for them (M-05): those are ticked. */
  byPolicy: z.boolean(),
  lastVisit: z.optional(Instant),
  /** Monday of the week in which they are due. */
  recallWeek: z.optional(CivilDate),
  appointment: z.optional(z.object({ start: Instant, clinic: Id, clinician: Id })),
});
export type SmsRecipient = z.infer<typeof SmsRecipient>;

/** Patients by name, 500 at once; appointments by time, all of the day. */
export const SmsRecipients = z.object({
  items: z.array(SmsRecipient),
  next: z.optional(z.string()),
});
export type SmsRecipients = z.infer<typeof SmsRecipients>;

/** The most recipients of one run. */
export const mostRecipients = 5000;

const several = z.array(z.uuid()).check(z.minLength(1), z.maxLength(mostRecipients));

/** `POST …/message-runs`: one text to many: patients, the patients of appointments, or numbers; exactly one of the three. */
export const SmsRunInput = z.object({
  patients: z.optional(several),
  appointments: z.optional(several),
  numbers: z.optional(
    z.array(z.string().check(z.maxLength(64))).check(z.minLength(1), z.maxLength(100)),
  ),
  /** Absent: `message` about appointments, else `general`. */
  type: z.optional(SmsType),
  /** Whose name and sender it has; absent: that of each appointment, or the only one. */
  clinic: z.optional(Id),
  /** With merge fields; absent: the text in force of the type, for each as the policy has it. */
  text: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(1530))),
  /** Absent: at once, or of a reminder when the policy says. */
  sendsAt: z.optional(Instant),
  /** As of one message. */
  expiresAt: z.optional(Instant),
});
export type SmsRunInput = z.infer<typeof SmsRunInput>;

/**
 * Who gets none, and why: as of recipients, and the `same` mobile as somebody before · patient or appointment is `gone` · it is too
 * late, the appointment is `past`.
 */
export const SmsLeftOut = z.object({
  mobile: z.int(),
  wish: z.int(),
  refused: z.int(),
  same: z.int(),
  gone: z.int(),
  past: z.int(),
});
export type SmsLeftOut = z.infer<typeof SmsLeftOut>;

/** `POST …/messages/preview`: what a run would send; nothing is stored. */
export const SmsPreview = z.object({
  /** Messages to be sent, and their parts together. */
  messages: z.int(),
  parts: z.int(),
  left: SmsLeftOut,
  /** The first three, with their own values. */
  items: z.array(
    z.object({
      to: z.string(),
      firstName: z.optional(z.string()),
      lastName: z.optional(z.string()),
      text: z.string(),
      length: SmsLength,
      sendsAt: Instant,
      expiresAt: Instant,
    }),
  ),
});
export type SmsPreview = z.infer<typeof SmsPreview>;

/** A text on its way to many. Messages are made in batches; each mobile gets one. */
export const SmsRun = z.object({
  id: z.string(),
  state: z.enum(['working', 'done', 'stopped']),
  total: z.int(),
  /** Recipients who have been looked at, and messages made for them. */
  done: z.int(),
  made: z.int(),
  left: SmsLeftOut,
  type: SmsType,
  startedAt: Instant,
  startedBy: z.string(),
  endedAt: z.nullable(Instant),
});
export type SmsRun = z.infer<typeof SmsRun>;

/** `GET …/message-runs`: the last twenty. */
export const SmsRuns = z.object({ items: z.array(SmsRun) });
export type SmsRuns = z.infer<typeof SmsRuns>;
