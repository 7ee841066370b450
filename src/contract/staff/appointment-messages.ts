import * as z from 'zod/mini';
import { Instant } from '../primitives.js';
import { Hours } from './fields.js';
import { ReceivedMessage, SentMessage } from './sms.js';

/** What may be planned with an appointment (M-04). */
export const PlannedType = z.enum(['reminder-1', 'reminder-2', 'reminder-3', 'thank-you']);
export type PlannedType = z.infer<typeof PlannedType>;

/** One of the messages that an appointment may have by the policy: its last one, and what one that is made now would be. */
export const AppointmentMessage = z.object({
  type: PlannedType,
  /** Before the start, of a thank-you after the end. */
  hours: Hours,
  /** Whether the policy has it for this appointment. */
  isPlanned: z.boolean(),
  /** What would be made now; absent: it is too late for it, or nothing can be sent to this patient. */
  draft: z.optional(z.object({ text: z.string(), sendsAt: Instant, expiresAt: Instant })),
  /** The one that waits, else the last one; absent: none was made. */
  message: z.optional(SentMessage),
});
export type AppointmentMessage = z.infer<typeof AppointmentMessage>;

/** `GET …/timebook/{id}/messages`: the SMS of one appointment (*SMS* in its window, M-07). */
export const AppointmentMessages = z.object({
  /** Where they go; null: nowhere. */
  to: z.nullable(z.string()),
  /** Why nothing can be sent: no mobile that is valid, the patient or the number wants none, or no appointment that stands. */
  hindrance: z.nullable(z.enum(['no-mobile', 'refused', 'not-booked'])),
  /** Whether the policy makes messages for this patient by itself (M-05). */
  isAutomatic: z.boolean(),
  /** Nothing is sent at all. */
  testMode: z.boolean(),
  /** Whether the patient has said yes to the appointment by SMS. */
  isConfirmed: z.boolean(),
  /** What the patient has answered to it as it is; null: nothing. After a no somebody has to call, or to cancel it. */
  answer: z.nullable(z.enum(['yes', 'no'])),
  /** What an SMS that staff send at once says, unless they write something else; null where nothing can be sent. */
  directText: z.nullable(z.string()),
  planned: z.array(AppointmentMessage),
  /** What else was written to the patient about it, newest first: by the staff, or that it was booked, moved or cancelled. */
  others: z.array(SentMessage),
  /** What the patient has answered, newest first. */
  answers: z.array(ReceivedMessage),
});
export type AppointmentMessages = z.infer<typeof AppointmentMessages>;
